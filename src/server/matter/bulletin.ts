import type { MatterSummary } from '#contract/matter.ts'
import {
  paragraph,
  run,
  section,
  tableSize,
  typeWidth,
  wholeDocument,
} from '#server/export/gongwen.ts'
import { type CellContent, type Column, sheetOf, workbook } from '#server/export/sheet.ts'
import {
  AlignmentType,
  BorderStyle,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'

/** What a bulletin tells: matters as they stand on a day. */
export interface Bulletin {
  readonly region: string
  readonly issuer: string
  /** 期号 */
  readonly issue: number
  readonly day: string
  readonly matters: readonly MatterSummary[]
  /** Names of kinds by their code. */
  readonly kinds: ReadonlyMap<string, string>
  /** Invented matters say so on every page they stand on. */
  readonly simulated: boolean
}

const lampNames = { green: '绿', blue: '蓝', yellow: '黄', orange: '橙', red: '红' } as const

/** The supervision bulletin (督查通报) in the layout of GB/T 9704. */
export async function bulletinDocument(bulletin: Bulletin): Promise<Uint8Array> {
  const { matters, issuer, issue, day, region, simulated } = bulletin
  const open = matters.filter(({ phase }) => phase === 'open')
  const late = open.filter(({ daysLeft }) => daysLeft !== undefined && daysLeft < 0)
  const slips = open.filter(({ slip }) => slip !== undefined)
  const review = matters.filter(({ waitsFor }) => waitsFor === 'supervisor')
  const children = [
    ...(simulated ? [paragraph('right', [run('模拟数据', 'body')])] : []),
    paragraph('title', [run('督 查 通 报', 'title')]),
    paragraph('centred', [run(`〔${day.slice(0, 4)}〕第${issue}期`, 'body')]),
    paragraph('title', [run(`${region}重点事项办理情况通报`, 'title', { size: 36 })]),
    paragraph('heading', [run('一、总体情况', 'heading')], 0),
    paragraph('body', [run(overall(bulletin, { open, late, review }), 'body')]),
    paragraph('heading', [run('二、逾期事项', 'heading')], 0),
    ...(late.length > 0
      ? [table(late)]
      : [paragraph('body', [run('截至通报日，没有逾期事项。', 'body')])]),
    paragraph('heading', [run('三、已发督办单事项', 'heading')], 0),
    ...(slips.length > 0
      ? [table(slips)]
      : [paragraph('body', [run('截至通报日，没有发出督办单。', 'body')])]),
    paragraph('heading', [run('四、有关要求', 'heading')], 0),
    paragraph('body', [
      run(
        '请各牵头单位对照时限倒排工期，逾期事项于收到通报后五个工作日内反馈原因和措施；确需调整时限的，按程序申请延期并说明理由。',
        'body',
      ),
    ]),
    ...(issuer === '' ? [] : [paragraph('right', [run(issuer, 'body')])]),
    paragraph('right', [run(dayInWords(day), 'body')]),
  ]
  const document = new Document({
    ...wholeDocument,
    title: `督查通报〔${day.slice(0, 4)}〕第${issue}期`,
    sections: [{ ...section, children }],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

interface Groups {
  readonly open: readonly MatterSummary[]
  readonly late: readonly MatterSummary[]
  readonly review: readonly MatterSummary[]
}

function overall({ matters, day }: Bulletin, { open, late, review }: Groups): string {
  const over = matters.filter(({ phase }) => phase === 'done' || phase === 'ended').length
  const held = matters.filter(({ phase }) => phase === 'held').length
  const parts = [
    `截至${dayInWords(day)}，本期列入通报的事项共${matters.length}项`,
    `其中在办${open.length}项`,
    `已办结${over}项`,
    ...(held > 0 ? [`暂缓${held}项`] : []),
    `在办事项中逾期${late.length}项、待审核${review.filter(({ phase }) => phase === 'open').length}项`,
  ]
  return `${parts.join('，')}。`
}

/** 2026年11月3日, without leading zeros. */
export function dayInWords(day: string): string {
  return `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
}

const heads = [
  { title: '序号', width: 7 },
  { title: '事项', width: 37 },
  { title: '牵头单位', width: 18 },
  { title: '时限', width: 16 },
  { title: '情况', width: 22 },
] as const

function table(matters: readonly MatterSummary[]): Table {
  const rows = matters.map((matter, index) => [
    String(index + 1),
    matter.title,
    matter.lead?.name ?? '待明确',
    matter.due ?? '长期',
    standingOf(matter),
  ])
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: typeWidth, type: WidthType.DXA },
    columnWidths: heads.map(({ width }) => Math.round((typeWidth * width) / 100)),
    rows: [
      new TableRow({ tableHeader: true, children: heads.map(({ title }) => cell(title, true)) }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((text, index) => cell(text, false, index === 1)),
          }),
      ),
    ],
  })
}

function standingOf({ daysLeft, slip, stateName }: MatterSummary): string {
  return [
    stateName,
    ...(daysLeft !== undefined && daysLeft < 0 ? [`逾期${-daysLeft}个工作日`] : []),
    ...(slip ? [`${lampNames[slip.code]}单`] : []),
  ].join('，')
}

const rule = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const

function cell(text: string, isHead: boolean, isLong = false): TableCell {
  return new TableCell({
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    borders: { top: rule, bottom: rule, left: rule, right: rule },
    children: [
      new Paragraph({
        alignment: isLong && !isHead ? AlignmentType.LEFT : AlignmentType.CENTER,
        children: [run(text, isHead ? 'heading' : 'table', { size: tableSize })],
      }),
    ],
  })
}

/** The same matters as a table to work with. */
export function bulletinSheet({ matters, kinds, simulated }: Bulletin): Promise<Uint8Array> {
  const columns: readonly Column<MatterSummary>[] = [
    { title: '编号', width: 12, content: ({ number }) => number },
    { title: '类别', width: 14, content: ({ kind }) => kinds.get(kind) ?? kind },
    { title: '事项', width: 50, content: ({ title }) => title },
    { title: '牵头单位', width: 22, content: ({ lead }) => lead?.name },
    {
      title: '责任单位',
      width: 30,
      content: ({ responsible }) => responsible.map(({ name }) => name).join('、'),
    },
    { title: '环节', width: 10, content: ({ stateName }) => stateName },
    {
      title: '时限',
      width: 12,
      content: ({ due, rhythm }) => due ?? (rhythm ? '长期' : undefined),
    },
    { title: '剩余工作日', width: 12, content: ({ daysLeft }) => daysLeft },
    { title: '进度（%）', width: 10, content: ({ progress }) => progress },
    { title: '灯号', width: 8, content: ({ lamp }) => lampOf(lamp) },
    { title: '督办单', width: 8, content: ({ slip }) => lampOf(slip?.code) },
    { title: '来源', width: 30, content: ({ source }) => sourceOf(source) },
  ]
  const name = simulated ? '督查事项（模拟数据）' : '督查事项'
  return workbook([sheetOf(name, columns, matters)])
}

function lampOf(lamp: keyof typeof lampNames | undefined): CellContent {
  return lamp === undefined ? undefined : lampNames[lamp]
}

function sourceOf(source: MatterSummary['source']): string {
  switch (source.kind) {
    case 'plan':
      return source.planTitle
    case 'warning':
    case 'meeting':
    case 'enterprise':
    case 'project':
    case 'matter':
      return source.title
    case 'person':
      return '直接提出'
  }
}
