import type { TargetContent } from '#contract/plan-items.ts'
import type { LedgerTarget } from '#contract/target.ts'
import type { PathMethod } from '#core/trajectory/path-method.ts'
import { type CellContent, type Column, sheetOf, workbook } from './sheet.ts'

type Milestone = TargetContent['milestones'][number]
type Growth = TargetContent['growth'][number]

export interface Ledger {
  readonly targets: readonly LedgerTarget[]
  /** The moment of the export. */
  readonly now: Date
}

/** The target ledger, a year a column. Figures are numbers; bounds and kinds stand in their formats. */
export function ledgerXlsx({ targets, now }: Ledger): Promise<Uint8Array> {
  const years = new Set(targets.flatMap(({ content }) => content.milestones.map((m) => m.year)))
  const columns = [...before, ...[...years].toSorted((a, b) => a - b).map(yearColumn), ...after]
  const facts: readonly (readonly [string, CellContent])[] = [
    ['导出时间（世界时）', now],
    ['目标数', targets.length],
    ['空格', '文件中没有给出，不等于 0'],
  ]
  return workbook([sheetOf('目标台账', columns, targets), sheetOf('说明', factColumns, facts)])
}

const factColumns: readonly Column<readonly [string, CellContent]>[] = [
  { title: '项目', width: 20, content: ([name]) => name },
  { title: '内容', width: 40, content: ([, content]) => content },
]

const before: readonly Column<LedgerTarget>[] = [
  { title: '地区', width: 14, content: ({ region }) => nameOf(region) },
  { title: '分类', width: 14, content: ({ content }) => content.category },
  { title: '指标', width: 34, content: ({ content }) => content.indicator },
  { title: '范围', width: 18, content: ({ content }) => content.scope?.name },
  { title: '单位', width: 12, content: ({ content }) => content.unit },
  { title: '属性', width: 10, content: ({ content }) => content.attribute },
  { title: '基期年', width: 8, content: ({ content }) => content.baseline?.year },
  {
    title: '基期值',
    width: 12,
    content: ({ content }) => content.baseline?.value ?? content.baseline?.text,
  },
]

const after: readonly Column<LedgerTarget>[] = [
  { title: '增速', width: 26, content: ({ content }) => content.growth.map(growthText).join('\n') },
  { title: '路径', width: 10, content: ({ path }) => paths[path] },
  { title: '规划', width: 40, content: ({ planTitle }) => planTitle },
  { title: '文号', width: 22, content: ({ documentNumber }) => documentNumber },
  { title: '版本', width: 6, content: ({ number }) => number },
  {
    title: '位置',
    width: 30,
    content: ({ citation, table }) => citation?.table ?? citation?.section ?? table,
  },
  { title: '原文', width: 40, content: ({ citation }) => citation?.quote },
]

const paths: Readonly<Record<PathMethod, string>> = {
  geometric: '等比',
  linear: '等差',
  step: '节点',
  floor: '不低于',
  ceiling: '不高于',
  cumulative: '累计',
}

function nameOf(region: LedgerTarget['region']): string {
  return region.simulated ? `${region.name}（模拟数据）` : region.name
}

function yearColumn(year: number): Column<LedgerTarget> {
  return {
    title: `${year}年`,
    width: 14,
    content: ({ content }) => {
      const ofYear = content.milestones.filter((milestone) => milestone.year === year)
      const [only, ...others] = ofYear
      if (!only) return undefined
      return others.length === 0 ? figure(only) : ofYear.map(({ text }) => text).join('；')
    },
  }
}

const bounds: Readonly<Record<Milestone['op'], string>> = {
  '=': '',
  '>=': '≥',
  '<=': '≤',
  '>': '>',
  '<': '<',
  '~': '约',
}

const kinds: Readonly<Record<Milestone['kind'], string>> = {
  level: '',
  cumulative: '累计',
  change: '较基期',
}

function figure({ value, high, stretch, op, kind, text }: Milestone): CellContent {
  if (value === undefined || high !== undefined || stretch !== undefined) return text
  const prefix = kinds[kind] + bounds[op]
  return prefix ? { value, format: `"${prefix}"General` } : value
}

function growthText({ from, to, value, unit, cumulative }: Growth): string {
  const sign = value > 0 ? '+' : ''
  const amount = unit === 'absolute' ? `${sign}${value}` : `${sign}${value}${unit}`
  return `${from}—${to}年${cumulative ? '累计' : '年均'} ${amount}`
}
