import type { Finding, Severity } from '#core/audit/finding.ts'
import type { Block, Document, Heading, Span, Table as PlanTable } from '#core/document/document.ts'
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document as WordDocument,
  type ICommentOptions,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { type Anchored, anchoredPieces, type Leaf, type Piece } from './anchors.ts'
import {
  type Face,
  fontOf,
  paragraph,
  type ParagraphShape,
  run,
  section,
  tableSize,
  typeWidth,
  wholeDocument,
} from './gongwen.ts'
import { printable } from './printable.ts'
import { placedRows } from './table-grid.ts'

export interface Redpen {
  readonly document: Document
  readonly findings: readonly Finding[]
  /** The moment the comments bear. */
  readonly now: Date
}

/**
 * The document's text as a Word file in official layout, with a comment on every place of every
 * finding. The comments of one finding share its number.
 */
export async function redpenDocx({ document, findings, now }: Redpen): Promise<Uint8Array> {
  const comments = commentsOf(findings)
  const file = new WordDocument({
    ...wholeDocument,
    comments: { children: comments.map((comment) => commentOf(comment, now)) },
    sections: [{ ...section, children: bodyOf(document, comments) }],
  })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}

interface Comment extends Anchored {
  readonly lines: readonly string[]
}

const severityNames: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '疑似',
  info: '提示',
}

function commentsOf(findings: readonly Finding[]): readonly Comment[] {
  return findings
    .flatMap((finding, index) =>
      finding.citations.map(({ start, end }, place) => ({
        start,
        end,
        lines: linesOf(finding, index + 1, place + 1),
      })),
    )
    .map((comment, id) => ({ ...comment, id }))
}

function linesOf(finding: Finding, number: number, place: number): readonly string[] {
  const places = finding.citations.length
  const where = places > 1 ? `（${places} 处之 ${place}）` : ''
  const head = `意见 ${number}${where}【${severityNames[finding.severity]}】${finding.message}`
  return finding.arithmetic ? [head, `算式：${finding.arithmetic}`] : [head]
}

function commentOf({ id, lines }: Comment, date: Date): ICommentOptions {
  const children = lines.map((text) => new Paragraph({ children: [new TextRun(printable(text))] }))
  return { id, author: '经纬体检', initials: '经纬', date, children }
}

/** Blocks in reading order, where a run-in heading and the text after it are one paragraph. */
function bodyOf(document: Document, comments: readonly Anchored[]): (Paragraph | Table)[] {
  const { text, blocks } = document
  const tables = new Map(blocks.filter(isTable).map((table) => [table, placedRows(table)]))
  const leaves = blocks.flatMap((block): readonly Leaf[] => {
    const rows = isTable(block) ? tables.get(block) : undefined
    return rows ? rows.flat().flatMap(({ cell }) => cell ?? []) : [block]
  })
  const pieces = new Map(
    anchoredPieces(leaves, comments).map((each, index) => [leaves[index], each]),
  )
  const runs = (leaf: Leaf, write: (text: string) => TextRun): ParagraphChild[] =>
    (pieces.get(leaf) ?? []).flatMap((piece) => childrenOf(piece, text, write))

  return blocks.flatMap((block, index) => {
    const before = blocks[index - 1]
    if (isTable(block)) return tableOf(block, tables.get(block) ?? [], runs)
    if (isRunIn(before) && block.kind === 'paragraph') return []
    const after = blocks[index + 1]
    const joined = isRunIn(block) && after?.kind === 'paragraph' ? after : undefined
    return paragraphOf(block, [
      ...runs(block, writerOf(block)),
      ...(joined ? runs(joined, writerOf(joined)) : []),
    ])
  })
}

function isTable(block: Block): block is PlanTable {
  return block.kind === 'table'
}

function isRunIn(block: Block | undefined): boolean {
  return block?.kind === 'heading' && block.runIn === true
}

type Runs = (leaf: Leaf, write: (text: string) => TextRun) => ParagraphChild[]

function childrenOf(
  piece: Piece,
  text: string,
  write: (text: string) => TextRun,
): readonly ParagraphChild[] {
  switch (piece.kind) {
    case 'text':
      return [write(printable(textOfPiece(text, piece)))]
    case 'open':
      return [new CommentRangeStart(piece.id)]
    case 'close':
      return [
        new CommentRangeEnd(piece.id),
        new TextRun({ children: [new CommentReference(piece.id)] }),
      ]
  }
}

/** Chinese text that was broken over lines is joined without a gap. */
function textOfPiece(text: string, { start, end }: Span): string {
  return text.slice(start, end).replaceAll(/\s*\n\s*/g, '')
}

function writerOf(block: Exclude<Block, PlanTable>): (text: string) => TextRun {
  if (block.kind === 'paragraph') return (text) => run(text, 'body')
  const [face, bold] = faceOf(block)
  return (text) => run(text, face, { bold })
}

function faceOf({ level }: Heading): readonly [face: Face, bold: boolean] {
  if (level === 0) return ['title', false]
  if (level === 1) return ['heading', false]
  return level === 2 ? ['subheading', false] : ['body', true]
}

function paragraphOf(block: Exclude<Block, PlanTable>, children: ParagraphChild[]): Paragraph {
  if (block.kind === 'heading') {
    return paragraph(block.level === 0 ? 'title' : 'heading', children, block.level)
  }
  return paragraph(block.role ? shapes[block.role] : 'body', children)
}

const shapes = {
  'document-number': 'centred',
  date: 'right',
  issuer: 'right',
  contents: 'left',
  note: 'left',
} as const satisfies Record<string, ParagraphShape>

function tableOf(
  table: PlanTable,
  rows: ReturnType<typeof placedRows>,
  runs: Runs,
): (Paragraph | Table)[] {
  if (table.columns === 0 || rows.length === 0) return []
  const width = Math.floor(typeWidth / table.columns)
  const written = new Table({
    width: { size: width * table.columns, type: WidthType.DXA },
    columnWidths: Array.from({ length: table.columns }, () => width),
    layout: TableLayoutType.FIXED,
    rows: rows.map(
      (placed, index) =>
        new TableRow({
          tableHeader: index < table.headRows,
          cantSplit: true,
          children: placed.map(
            ({ cell, rowSpan, columnSpan }) =>
              new TableCell({
                rowSpan,
                columnSpan,
                verticalAlign: VerticalAlignTable.CENTER,
                children: [new Paragraph({ children: cell ? runs(cell, inCell) : [] })],
              }),
          ),
        }),
    ),
  })
  // Word joins tables that follow each other without a paragraph between them.
  return [written, new Paragraph({})]
}

function inCell(text: string): TextRun {
  return new TextRun({ text, font: fontOf('table'), size: tableSize })
}
