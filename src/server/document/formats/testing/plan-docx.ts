import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'

/** A row of a sample table: texts, and for merged cells their spans. */
type SampleCell =
  | string
  | { readonly text: string; readonly rows?: number; readonly columns?: number }

const sentence =
  '坚持把发展经济的着力点放在实体经济上，推进新型工业化，加快建设制造强区，推动制造业高端化智能化绿色化发展。'

const targetRows: readonly (readonly SampleCell[])[] = [
  [
    { text: '类别', rows: 2 },
    { text: '指标', rows: 2 },
    { text: '单位', rows: 2 },
    { text: '目标', columns: 2 },
  ],
  ['2023年', '2025年'],
  [{ text: '规模', rows: 2 }, '规上工业总产值', '亿元', '800', '1000'],
  ['规上工业增加值', '亿元', '200', '250'],
  [{ text: '创新', rows: 2 }, '研发投入强度', '%', '2.1', '2.6'],
  ['高新技术企业数', '家', '120', '160'],
]

const projectRows: readonly (readonly SampleCell[])[] = [
  ['序号', '项目名称', '建设内容', '总投资（亿元）'],
  ...Array.from({ length: 40 }, (_, index) => [
    String(index + 1),
    `第${index + 1}号智能工厂项目`,
    `新建标准厂房${index + 2}万平方米，购置自动化生产线${index + 1}条，配套建设检测中心和仓储设施。`,
    String(2 + index / 2),
  ]),
]

/**
 * A plan set as official documents are: title, headings, indented text, a table with merged cells
 * and one that goes on over pages, page numbers. Its numbers are typed, which every format keeps.
 */
export async function planDocx(): Promise<Uint8Array> {
  const children = [
    paragraph('青川区制造业高质量发展行动计划', { size: 44, isCentred: true }),
    paragraph('一、总体要求', { isIndented: true }),
    ...Array.from({ length: 12 }, (_, index) =>
      paragraph(`第${index + 1}项要求是${sentence}${sentence.repeat(index % 3)}`, {
        isIndented: true,
      }),
    ),
    paragraph('二、发展目标', { isIndented: true }),
    paragraph('到2025年，规上工业总产值达到1000亿元，年均增长10%左右。', { isIndented: true }),
    tableOf(targetRows, [1200, 2800, 1400, 1600, 1600]),
    paragraph('三、重点项目', { isIndented: true }),
    tableOf(projectRows, [900, 2600, 4000, 1300]),
    paragraph('本计划自印发之日起施行。', { isIndented: true }),
  ]
  const number = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 28 })
  const footer = new Footer({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })],
  })
  const page = {
    size: { width: 11906, height: 16838 },
    margin: { top: 2098, bottom: 1984, left: 1587, right: 1474 },
  }
  const document = new Document({
    sections: [{ properties: { page }, footers: { default: footer }, children }],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

interface Setting {
  readonly size?: number
  readonly isCentred?: boolean
  readonly isIndented?: boolean
}

function paragraph(text: string, { size = 32, isCentred, isIndented }: Setting): Paragraph {
  return new Paragraph({
    alignment: isCentred ? AlignmentType.CENTER : AlignmentType.LEFT,
    indent: { firstLine: isIndented ? 640 : 0 },
    spacing: { line: 560, lineRule: 'exact' },
    // LibreOffice loses a stop it hangs into the margin when it writes a PDF.
    overflowPunctuation: false,
    children: [new TextRun({ text, size, font: { eastAsia: '仿宋' } })],
  })
}

function tableOf(rows: readonly (readonly SampleCell[])[], columnWidths: number[]): Table {
  return new Table({
    columnWidths,
    rows: rows.map(
      (cells, index) => new TableRow({ tableHeader: index === 0, children: cells.map(cellOf) }),
    ),
  })
}

function cellOf(cell: SampleCell): TableCell {
  const { text, rows = 1, columns = 1 } = typeof cell === 'string' ? { text: cell } : cell
  return new TableCell({
    rowSpan: rows,
    columnSpan: columns,
    children: [new Paragraph({ children: [new TextRun({ text, size: 21 })] })],
  })
}
