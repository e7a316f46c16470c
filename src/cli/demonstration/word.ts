import {
  bodySize,
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
  LevelFormat,
  LevelSuffix,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Part, SourceCell } from './source.ts'

/** A plan as a Word file as offices write them: headings numbered by Word, merged cells, official layout. */
export async function wordOf(parts: readonly Part[]): Promise<Uint8Array> {
  const document = new Document({
    ...wholeDocument,
    numbering: { config: [{ reference: 'headings', levels }] },
    sections: [{ ...section, children: parts.map(childOf) }],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

const levels = (['heading', 'subheading'] as const).map((face, level) => ({
  level,
  format: LevelFormat.CHINESE_COUNTING,
  text: level === 0 ? '%1、' : '（%2）',
  alignment: AlignmentType.START,
  suffix: LevelSuffix.NOTHING,
  style: {
    run: { font: fontOf(face), size: bodySize },
    paragraph: { indent: { firstLine: 640, left: 0 } },
  },
}))

function childOf(part: Part): Paragraph | Table {
  switch (part.kind) {
    case 'title':
      return paragraph('title', [run(part.text, 'title')])
    case 'heading':
      return heading(part.level, part.text)
    case 'line':
      return lineOf(part.align, part.text)
    case 'table':
      return tableOf(part)
  }
}

function heading(level: 1 | 2, text: string): Paragraph {
  return new Paragraph({
    numbering: { reference: 'headings', level: level - 1 },
    outlineLevel: level - 1,
    keepNext: true,
    spacing: { line: 560, lineRule: 'exact' },
    children: [run(text, level === 1 ? 'heading' : 'subheading')],
  })
}

function lineOf(align: 'body' | 'right' | 'caption', text: string): Paragraph {
  if (align === 'caption') return paragraph('centred', [run(text, 'heading', { size: 28 })])
  return paragraph(align, [run(text, 'body')])
}

function tableOf({ headRows, rows }: Extract<Part, { kind: 'table' }>): Table {
  const columnWidths = widthsOf(rows.flat())
  return new Table({
    columnWidths,
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    rows: rows.map(
      (row, index) =>
        new TableRow({
          tableHeader: index < headRows,
          cantSplit: true,
          children: row.map((cell) => cellOf(cell, index < headRows)),
        }),
    ),
  })
}

function cellOf({ text, rowSpan, columnSpan }: SourceCell, isHead: boolean): TableCell {
  const isShort = text.length <= 8
  return new TableCell({
    rowSpan,
    columnSpan,
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        alignment: isHead || isShort ? AlignmentType.CENTER : AlignmentType.LEFT,
        children: [
          new TextRun({ text, size: tableSize, font: fontOf(isHead ? 'heading' : 'table') }),
        ],
      }),
    ],
  })
}

/** Each column gets room for what stands in it, so that long cells break into few lines. */
function widthsOf(cells: readonly SourceCell[]): readonly number[] {
  const needs: number[] = []
  for (const { column, columnSpan, text } of cells) {
    if (columnSpan > 1) continue
    needs[column] = Math.max(needs[column] ?? 0, Math.min(Math.max(text.length + 1, 4), 14))
  }
  const all = needs.reduce((sum, need) => sum + need, 0)
  return needs.map((need) => Math.floor((typeWidth * need) / all))
}
