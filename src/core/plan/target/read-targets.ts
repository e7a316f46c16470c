import type { Document, Table } from '../../document/document.ts'
import { canonicalUnit, isSameUnit } from '../../quantity/printed-unit.ts'
import type { Milestone, Target } from '../plan.ts'
import { readTargetsFromTable } from './read-targets-tables.ts'
import { proseOf, type Prose, readTargetsFromProse } from './read-targets-prose.ts'
import { scopeOf, subjectsOf } from './target-scope.ts'
import { isCounter } from './target-exclusion.ts'
import { cellLookup } from './target-grid.ts'
import { headingsAbove, sectionKind } from './target-section.ts'
import type { PlanPeriod } from './target-time.ts'

export interface TargetContext {
  readonly period: PlanPeriod
  /** The region's name, e.g. 重庆市铜梁区; indicators are given without it. */
  readonly region?: string
}

/**
 * Every target a document states, in tables and in prose, in order of the text. A promise that the
 * prose repeats from elsewhere with the same figures is given once.
 */
export function readTargets(
  document: Document,
  { period, region = '' }: TargetContext,
): readonly Target[] {
  const fromTables: Target[] = []
  const proses: Prose[] = [...proseOf(document)]
  const subjectAbove = subjectsOf(document)
  for (const block of document.blocks) {
    if (block.kind !== 'table') continue
    const targets = readTargetsFromTable(document, block, period)
    if (targets) fromTables.push(...targets)
    else proses.push(...proseOfTable(document, block, subjectAbove))
  }
  proses.sort((a, b) => a.start - b.start)
  const fromProse = readTargetsFromProse(document, proses, period).map((target) =>
    withoutRegion(target, region),
  )
  return withoutRepeats([...fromTables, ...fromProse]).toSorted(
    (a, b) => a.citation.start - b.citation.start,
  )
}

// 铜梁区装备制造产业产值 in the plan of 重庆市铜梁区 is 装备制造产业产值.
function withoutRegion(target: Target, region: string): Target {
  const own = /[^省市区县州盟旗]{2,}(?:自治州|自治县|[市区县州盟旗])$/.exec(region)?.[0] ?? ''
  const rest = [region, own].reduce((name, prefix) => {
    const shorter = prefix !== '' && name.startsWith(prefix) ? name.slice(prefix.length) : name
    return shorter.length >= 4 ? shorter : name
  }, target.indicator)
  if (rest === target.indicator) return target
  const { scope, ...others } = target
  const renamed = scope && { ...scope, name: scope.name.replace(region, '').replace(own, '') }
  return { ...others, indicator: rest, ...(renamed && renamed.name !== '' && { scope: renamed }) }
}

// Tables of tasks promise in whole sentences; tables of projects describe what is built.
function proseOfTable(
  document: Document,
  table: Table,
  subjectAbove: ReturnType<typeof subjectsOf>,
): readonly Prose[] {
  const kind = sectionKind(document, table)
  const head = table.cells
    .filter((cell) => cell.row < Math.max(1, table.headRows))
    .map((cell) => cell.text)
    .join(' ')
  if (
    kind === 'history' ||
    /项目名称|建设内容|建设性质|总投资|投资额|投资金额|建设规模|项目个数|(?:重点|重大)项目/.test(
      head,
    )
  )
    return []
  const at = cellLookup(table)
  const isTasks = /任务|举措|措施|牵头|责任单位|工作内容/.test(head)
  const subject = subjectAbove(headingsAbove(document, table))
  return table.cells
    .filter((cell) => cell.row >= table.headRows && cell.text.length > 12)
    .map((cell) => {
      const named = scopeOf(at(cell.row, 0)?.text ?? '') ?? subject
      return {
        block: table,
        start: cell.start,
        end: cell.end,
        isPromise: isTasks,
        ...(named && { subject: named }),
      }
    })
}

// Of two that say the same, the one with the fuller name stays. Only targets that share a figure are
// held against each other.
function withoutRepeats(targets: readonly Target[]): readonly Target[] {
  const kept: Target[] = []
  const byFigure = new Map<string, number[]>()
  for (const target of targets) {
    const [first] = target.milestones
    const alike = first ? (byFigure.get(figureKey(target, first)) ?? []) : []
    const at = alike.find((index) => repeats(target, kept[index] ?? target))
    const other = at === undefined ? undefined : kept[at]
    if (at !== undefined && other) {
      const isFuller = keyOf(target).length > keyOf(other).length && repeats(other, target)
      if (isFuller && other.citation.where !== 'table') kept[at] = target
      continue
    }
    for (const milestone of target.milestones) {
      const key = figureKey(target, milestone)
      byFigure.set(key, [...(byFigure.get(key) ?? []), kept.length])
    }
    kept.push(target)
  }
  return kept
}

function figureKey({ unit = '' }: Target, { year, value, text }: Milestone): string {
  return `${canonicalUnit(unit).replace(/^[家户]$/, '个')} ${year} ${value ?? text}`
}

function repeats(target: Target, other: Target): boolean {
  return (
    target.milestones.length > 0 &&
    target.baseline === undefined &&
    isSameUnit(target.unit, other.unit) &&
    target.growth.every((growth) => other.growth.some((one) => one.value === growth.value)) &&
    target.milestones.every((milestone) =>
      other.milestones.some((one) => isSame(milestone, one)),
    ) &&
    isSameName(target, other)
  )
}

function isSame(a: Milestone, b: Milestone): boolean {
  return (
    a.value !== undefined &&
    a.year === b.year &&
    a.value === b.value &&
    a.high === b.high &&
    a.op === b.op &&
    a.stretch === b.stretch
  )
}

// Small counts agree by chance, sums do not: only for these one name may be a shortening of the other.
function isSameName(target: Target, other: Target): boolean {
  const [a, b] = [keyOf(target), keyOf(other)]
  if (!isSameScope(target, other)) return false
  if (a === b) return true
  if (isCounter(target.unit) || Math.min(a.length, b.length) < 4) return false
  return isShortening(a, b) || isShortening(b, a)
}

function isSameScope({ scope, unit }: Target, other: Target): boolean {
  if (!scope || !other.scope) return (!scope && !other.scope) || !isCounter(unit)
  return isShortening(scope.name, other.scope.name) || isShortening(other.scope.name, scope.name)
}

function isShortening(short: string, long: string): boolean {
  let at = 0
  for (const character of long) if (character === short[at]) at += 1
  return at === short.length
}

/** A name without what printing varies: quotes, brackets, 规上 for 规模以上, 数量, 规模, 全区. */
function keyOf(target: Target): string {
  return target.indicator
    .replace(/[“”"‘’（）()\s、·和及与]/g, '')
    .replace(/规模以上/g, '规上')
    .replace(/^全[省市区县州]/, '')
    .replace(/^(?:建成|累计|新增|新实施|引进|引入|实施)+(?!区)/, '')
    .replace(/(?:数量|总数|总量|规模|累计|建设)$/, '')
}
