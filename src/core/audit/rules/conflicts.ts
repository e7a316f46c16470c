import type { Finding, Severity } from '../finding.ts'
import { type Interval, overlaps, scaled } from '../interval.ts'
import { inCommonUnit, type Point } from '../points.ts'
import { citeFigures, type Figure, type Sentence } from '../prose.ts'
import { type AuditContext, finding } from '../rule.ts'
import { comparable, meaningOf } from '../unit.ts'
import { unitText } from '../wording.ts'
import { historyFacts } from '../history.ts'

/** One indicator with two values for one year: table against prose, table against table, twice in prose. */
export function conflictFindings(context: AuditContext): readonly Finding[] {
  return [
    ...conflictsAmong(context.points),
    ...unitsAmong(context.points),
    ...looseWords(context.points),
    ...basesAgainstText(context),
  ]
}

/** The same over the figures of several documents, which carry their file in their citations. */
export function conflictsBetween(documents: readonly (readonly Point[])[]): readonly Finding[] {
  const across = documents.flatMap((points, i) => points.map((point) => ({ point, i })))
  const pairs = across.flatMap(({ point, i }) =>
    across
      .filter((other) => other.i > i && speakOfTheSame(point, other.point))
      .map((other) => [point, other.point] as const),
  )
  return oncePerIndicator(pairs.filter(([a, b]) => contradict(a, b)))
}

function conflictsAmong(points: readonly Point[]): readonly Finding[] {
  const pairs = points.flatMap((point, i) =>
    points
      .slice(i + 1)
      .filter((other) => other.target !== point.target && speakOfTheSame(point, other))
      .map((other) => [point, other] as const),
  )
  return oncePerIndicator(pairs.filter(([a, b]) => contradict(a, b)))
}

function contradictionKey([a, b]: readonly [Point, Point]): string {
  const values = [a.value, b.value].toSorted((x, y) => x - y)
  return [a.key, a.year, a.role === 'base', ...values].join('|')
}

// Five places that repeat one value against one that differs are one contradiction, not five.
function oncePerIndicator(pairs: readonly (readonly [Point, Point])[]): readonly Finding[] {
  const firsts = pairs.filter(
    (pair, i) =>
      pairs.findIndex((other) => contradictionKey(other) === contradictionKey(pair)) === i,
  )
  return firsts.map(([a, b]) => describe(a, b))
}

/** 超过100家 in the text and 104 in the table can both be kept, yet readers take two figures away. */
function looseWords(points: readonly Point[]): readonly Finding[] {
  const told = points.filter((point) => point.citation.where !== 'table' && isBound(point))
  const pairs = told.flatMap((point) =>
    points
      .filter(
        (row) =>
          row.citation.where === 'table' &&
          row.op === '=' &&
          speakOfTheSame(point, row) &&
          !contradict(point, row) &&
          !overlaps(narrow(point), narrow(row)),
      )
      .map((row) => [point, row] as const),
  )
  return oncePerIndicator(pairs).map((found) => ({ ...found, severity: 'info' }))
}

/** The same figure of the same thing under two units: 26元/亩 in the text, 26万元/亩 in the table. */
function unitsAmong(points: readonly Point[]): readonly Finding[] {
  return points.flatMap((point, i) => {
    const other = points
      .slice(i + 1)
      .find(
        (next) =>
          next.key === point.key &&
          next.year === point.year &&
          next.role === point.role &&
          next.value === point.value &&
          !comparable(next.unit, point.unit) &&
          next.unit !== undefined &&
          point.unit !== undefined,
      )
    if (!other) return []
    return [
      finding(
        'unit-mismatch',
        'warning',
        `“${point.target.indicator}”${point.year}年数值同为${point.value}，单位却分别是${unitText(point.unit)}和${unitText(other.unit)}，请统一单位。`,
        [point.citation, other.citation],
        {
          arithmetic: `${point.value}${unitText(point.unit)} ≠ ${other.value}${unitText(other.unit)}`,
        },
      ),
    ]
  })
}

function speakOfTheSame(a: Point, b: Point): boolean {
  return (
    a.key === b.key &&
    a.year === b.year &&
    sameRole(a, b) &&
    comparable(a.unit, b.unit) &&
    !isEnterprise(a) &&
    !isTotalRow(a)
  )
}

function sameRole(a: Point, b: Point): boolean {
  return a.role === b.role
}

// 合计 means another sum in every table.
function isTotalRow(point: Point): boolean {
  return /^(?:合计|总计|小计|共计|总)/.test(point.key)
}

function isEnterprise(point: Point): boolean {
  return point.target.scope?.kind === 'enterprise'
}

function contradict(a: Point, b: Point): boolean {
  const [left, right] = [allowed(a), allowed(b)]
  if (a.op === '~' && b.op === '~' && a.value !== b.value) return !overlaps(narrow(a), narrow(b))
  return !overlaps(left, right) || differentFloors(a, b)
}

// 不低于80% and 不低于90% can both be kept, yet a plan that says both has not decided.
function differentFloors(a: Point, b: Point): boolean {
  return isBound(a) && a.op.slice(0, 1) === b.op.slice(0, 1) && !overlaps(narrow(a), narrow(b))
}

function isBound(point: Point): boolean {
  return point.op !== '=' && point.op !== '~'
}

function allowed(point: Point): Interval {
  const range = inCommonUnit(point)
  if (point.op.startsWith('>')) return { low: range.low, high: Infinity }
  if (point.op.startsWith('<')) return { low: -Infinity, high: range.high }
  const stretch = point.target.milestones.find((m) => m.year === point.year)?.stretch
  const factor = meaningOf(point.unit).factor
  return stretch === undefined
    ? range
    : { low: range.low, high: Math.max(range.high, stretch * factor) }
}

// Two names of sizes (1100亿级 and 1300亿级) differ although their ranges touch.
function narrow(point: Point): Interval {
  return scaled({ low: point.value, high: point.value }, meaningOf(point.unit).factor)
}

function describe(a: Point, b: Point): Finding {
  const isBase = a.role === 'base'
  const scopes = scopesMayDiffer(a, b)
  const severity: Severity = scopes ? 'info' : bothExact(a, b) ? 'error' : 'warning'
  const [here, there] = placesOf(a, b)
  const values = `${here}${shown(a)}，${there}${shown(b)}`
  const ask = scopes ? '请确认是否口径（范围、分类）不同并在名称中注明' : '请统一为一个数值'
  return finding(
    isBase ? 'conflicting-bases' : 'conflicting-targets',
    severity,
    `“${a.target.indicator}”${a.year}年${isBase ? '基期值' : '目标'}前后不一：${values}，${ask}。`,
    [a.citation, b.citation],
    {
      expected: a.value,
      found: b.value,
      arithmetic: `${a.value}${unitText(a.unit)} ≠ ${b.value}${unitText(b.unit)}`,
    },
  )
}

// Two sizes (约, 亿级) or two floors can both be meant; figures that exclude one another cannot.
function bothExact(a: Point, b: Point): boolean {
  return a.op !== '~' && b.op !== '~' && !overlaps(allowed(a), allowed(b))
}

// One indicator does not get two goals this far apart; two scopes under one name do.
const scopeFactor = 2.5

/** Signs that the two lines count different things under one name. */
function scopesMayDiffer(a: Point, b: Point): boolean {
  const [low = 0, high = 0] = [narrow(a).low, narrow(b).low].toSorted((x, y) => x - y)
  if (low > 0 && high / low > scopeFactor) return true
  if (isUnclear(a) || isUnclear(b) || countsInTwoSections(a, b) || mayBeBranches(a, b)) return true
  return basesDiffer(a, b)
}

function isUnclear({ target, key }: Point): boolean {
  const isBare = /^(?:工业)?(?:产值|收入|投资|利润|税收|企业|项目|面积)$/.test(key)
  return (
    isBare ||
    (target.doubts?.some((doubt) => doubt === 'scope-unclear' || doubt === 'indicator-unclear') ??
      false)
  )
}

// 龙头企业2家 in the section of one industry and 3家 in that of another are no contradiction.
function countsInTwoSections(a: Point, b: Point): boolean {
  const inProse = a.citation.where !== 'table' && b.citation.where !== 'table'
  return (
    inProse && meaningOf(a.unit).family === 'count' && a.citation.section !== b.citation.section
  )
}

// 产值80亿元 in the section of an industry whose goal is 200亿元 may be that of a branch.
function mayBeBranches(a: Point, b: Point): boolean {
  const inProse = a.citation.where !== 'table' && b.citation.where !== 'table'
  const isMoney = meaningOf(a.unit).family === 'money'
  return (
    inProse && isMoney && a.target.scope !== undefined && a.citation.section === b.citation.section
  )
}

function basesDiffer(a: Point, b: Point): boolean {
  const [left, right] = [a.target.baseline, b.target.baseline]
  const otherBases =
    left?.value !== undefined &&
    right?.value !== undefined &&
    left.year === right.year &&
    left.value !== right.value
  return a.role === 'base' ? a.target.category !== b.target.category : otherBases
}

/** Where a figure stands, short enough for a sentence: 表1, 正文, with the group where both share a table. */
function placesOf(a: Point, b: Point): readonly [string, string] {
  const names = [a, b].map(placeOf)
  const [left = '', right = ''] = names
  if (left !== right || a.target.category === b.target.category) return [left, right]
  return [`${left}“${a.target.category ?? ''}”`, `${right}“${b.target.category ?? ''}”`]
}

function placeOf(point: Point): string {
  const { file, where, table } = point.citation
  const short = /^(?:附?表|附件)\s*\d+(?:-\d+)?/.exec(table ?? '')?.[0]
  const name = where === 'table' ? (short ?? '目标表') : '正文'
  return file ? `${fileName(file)}（${name}）` : name
}

/** The citation keeps the whole path; a sentence needs only the name. */
function fileName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path
}

function shown(point: Point): string {
  const sign =
    point.op === '='
      ? ''
      : point.op === '~'
        ? '约'
        : point.op
            .replace('>=', '不低于')
            .replace('<=', '不高于')
            .replace('>', '高于')
            .replace('<', '低于')
  return `为${sign}${point.value}${unitText(point.unit)}`
}

/** The base in the table against what the text reports for that year. */
function basesAgainstText(context: AuditContext): readonly Finding[] {
  const { points, document } = context
  const facts = historyFacts(context)
  return points
    .filter((point) => point.role === 'base' && point.target.scope === undefined)
    .flatMap((base) => {
      const same = facts.filter(
        ({ figure }) => figure.key === base.key && comparable(figure.unit, base.unit),
      )
      const other = same.find(
        ({ figure }) => !overlaps(rangeIn(figure), inCommonUnit(base)) && figure.op === '=',
      )
      if (!other || same.some(({ figure }) => overlaps(rangeIn(figure), inCommonUnit(base))))
        return []
      return [baseConflict(base, other.figure, other.sentence, document)]
    })
}

function rangeIn(figure: Figure): Interval {
  return scaled(figure.range, meaningOf(figure.unit).factor)
}

function baseConflict(
  base: Point,
  figure: Figure,
  sentence: Sentence,
  document: AuditContext['document'],
): Finding {
  return finding(
    'conflicting-bases',
    'warning',
    `“${base.target.indicator}”${base.year}年基期值表中为${base.value}${unitText(base.unit)}，正文称“${figure.subject}”为${figure.printed}，请核对数据和口径。`,
    [base.citation, citeFigures(document, sentence, [figure])],
    {
      expected: figure.value,
      found: base.value,
      arithmetic: `${base.value}${unitText(base.unit)} ≠ ${figure.printed}`,
    },
  )
}
