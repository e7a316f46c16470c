import type { AnalysisBlock } from '#contract/analysis.ts'
import { dayInChina } from '#server/clock.ts'
import {
  fontOf,
  paragraph,
  run,
  section,
  tableSize,
  typeWidth,
  wholeDocument,
} from '#server/export/gongwen.ts'
import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  type FileChild,
  ImageRun,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { chartImage } from './chart-image.ts'

type Part = Extract<AnalysisBlock, { kind: 'paragraph' }>['parts'][number]

export interface AnalysisPaper {
  readonly blocks: readonly AnalysisBlock[]
  readonly simulated: boolean
  /** Where the program answers; figures lead there to what they came from. */
  readonly origin: string
  /** The moment whose knowledge it shows. */
  readonly asOf: string
}

/** The analysis as a Word draft in the layout of GB/T 9704; every figure is a link to its lineage. */
export async function analysisDocument(paper: AnalysisPaper): Promise<Uint8Array> {
  const { blocks, simulated } = paper
  const title = blocks.find(({ kind }) => kind === 'title')
  const document = new Document({
    ...wholeDocument,
    title: title?.kind === 'title' ? title.parts.map(({ text }) => text).join('') : '分析',
    sections: [
      {
        ...section,
        children: [
          ...(simulated ? [paragraph('right', [run('模拟数据', 'body')])] : []),
          ...blocks.flatMap((block) => childrenOf(block, paper)),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function childrenOf(block: AnalysisBlock, paper: AnalysisPaper): readonly FileChild[] {
  switch (block.kind) {
    case 'title':
      return [paragraph('title', [run(plain(block.parts), 'title')])]
    case 'heading':
      return [paragraph('heading', [run(plain(block.parts), 'heading')], block.level - 1)]
    case 'paragraph':
      return [
        paragraph(
          'body',
          block.parts.map((part) => child(part, paper, 'body')),
        ),
      ]
    case 'table':
      return [
        caption(block.caption),
        tableOf(block, paper),
        // A table at the end of a page would stick to what follows.
        new Paragraph({ children: [], spacing: { line: 200 } }),
      ]
    case 'chart':
      return [picture(block), caption(block.caption)]
  }
}

function plain(parts: readonly Part[]): string {
  return parts.map(({ text }) => text).join('')
}

function child(part: Part, paper: AnalysisPaper, face: 'body' | 'table'): ParagraphChild {
  const words = run(part.text, face, face === 'table' ? { size: tableSize } : {})
  const link = linkOf(part, paper)
  return link === undefined ? words : new ExternalHyperlink({ link, children: [words] })
}

/** Where a stretch leads: what a figure came from, or the page that shows how it was computed. */
export function linkOf(
  { figure, page }: Part,
  paper: Pick<AnalysisPaper, 'origin' | 'asOf'>,
): string | undefined {
  if (figure) return lineageLink(figure, paper)
  return page === undefined ? undefined : `${paper.origin}${page}`
}

/** The page that shows what a figure came from, as it was known then. */
function lineageLink(
  figure: { readonly subject: string; readonly indicator: string; readonly period: string },
  { origin, asOf }: Pick<AnalysisPaper, 'origin' | 'asOf'>,
): string {
  const query = new URLSearchParams({ ...figure, asOf: dayInChina(asOf) })
  return `${origin}/figures/lineage?${query.toString()}`
}

function caption(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 120, after: 60 },
    children: [run(text, 'heading', { size: 24 })],
  })
}

function picture(block: Extract<AnalysisBlock, { kind: 'chart' }>): Paragraph {
  const { png, width, height } = chartImage(block)
  // The width of the type area in pixels of docx (96 to the inch).
  const wide = 560
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new ImageRun({
        type: 'png',
        data: png,
        transformation: { width: wide, height: Math.round((wide * height) / width) },
        altText: { title: block.caption, description: words(block), name: block.caption },
      }),
    ],
  })
}

function words({ categories, series }: Extract<AnalysisBlock, { kind: 'chart' }>): string {
  return series
    .map(({ name, values }) =>
      [name, ...categories.map((each, i) => `${each} ${values[i] ?? '无'}`)].join('，'),
    )
    .join('；')
    .slice(0, 2000)
}

function tableOf(block: Extract<AnalysisBlock, { kind: 'table' }>, paper: AnalysisPaper): Table {
  const widths = columnWidths(block)
  return new Table({
    width: { size: typeWidth, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: block.head.map((text, i) =>
          cell(
            [new TextRun({ text, font: fontOf('heading'), size: tableSize })],
            widths[i] ?? 0,
            true,
          ),
        ),
      }),
      ...block.rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((parts, i) =>
              cell(
                parts.map((part) => child(part, paper, 'table')),
                widths[i] ?? 0,
                i > 0,
              ),
            ),
          }),
      ),
    ],
  })
}

function cell(children: readonly ParagraphChild[], width: number, isCentred: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 60, right: 60, top: 30, bottom: 30 },
    children: [
      new Paragraph({
        alignment: isCentred ? AlignmentType.CENTER : AlignmentType.LEFT,
        children: [...children],
      }),
    ],
  })
}

/** Columns as wide as their longest words ask for, the first at most two fifths of the page. */
function columnWidths({ head, rows }: Extract<AnalysisBlock, { kind: 'table' }>): number[] {
  const longest = head.map((text, i) =>
    Math.max(textWidth(text), ...rows.map((row) => textWidth(plain(row[i] ?? [])))),
  )
  const capped = longest.map((length, i) => Math.min(Math.max(length, 3), i === 0 ? 14 : 12))
  const total = capped.reduce((sum, length) => sum + length, 0)
  const widths = capped.map((length) => Math.floor((length / total) * typeWidth))
  const rest = typeWidth - widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width, i) => (i === 0 ? width + rest : width))
}

/** In Chinese characters; a Latin letter or figure takes half. */
function textWidth(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (character > '\u2e80' ? 1 : 0.55), 0)
}
