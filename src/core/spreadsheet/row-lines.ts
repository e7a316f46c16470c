import type { Subject } from '../indicator/figure.ts'
import { type Sheet, textAt } from './grid.ts'
import { decisionFor, keyed } from './layout-key.ts'
import { type Label, readLabel } from './label.ts'
import type {
  Facets,
  LabelColumn,
  Line,
  LineDecision,
  LineReason,
  LineUse,
  Reading,
} from './mapping.ts'
import {
  matchIndicator,
  matchSubject,
  type NameIndex,
  type NameMatch,
  type KnownIndicator,
  type KnownSubject,
  subjectOfCode,
  sureFrom,
} from './names.ts'
import type { TableShape } from './tables.ts'

interface Row {
  readonly row: number
  readonly naming: string
  readonly label: Label
  readonly code?: string
  /** Where the row names its indicator beside its subject. */
  readonly indicator?: string
  readonly unit?: string
  readonly period?: Label['period']
  readonly level: number
  readonly hasFigures: boolean
}

interface Understood {
  readonly facets: Facets
  readonly confidence: number
  readonly reasons: readonly LineReason[]
  readonly use: LineUse
}

/** The rows of a table's body with what their labels say. */
export function rowLines(
  sheet: Sheet,
  shape: TableShape,
  labels: readonly LabelColumn[],
  { index, decisions, remembered }: Reading,
): readonly Line[] {
  const rows = shape.bodyRows.map((row) => readRow(sheet, shape, labels, row))
  const keys = keyed(
    rows.map(({ label, naming, code, indicator }) =>
      [code ?? (label.pattern || naming || 'row'), indicator ?? []].flat().join(' '),
    ),
  )
  const hidden = new Set(sheet.grid.hiddenRows)
  const naming = namingOf(labels)?.holds
  const parents: { readonly level: number; readonly name: string }[] = []
  let last: Facets = {}
  return rows.map((row, position): Line => {
    const key = keys[position] ?? ''
    while ((parents.at(-1)?.level ?? -1) >= row.level) parents.pop()
    const parent = parents.at(-1)?.name
    const told = decisionFor(decisions?.rows, key)
    const kept = decisionFor(remembered?.rows, key)
    const own = understood(index, row, { naming, parent, last, isHidden: hidden.has(row.row) })
    const line = decided(own, told, kept)
    if (row.label.name !== '') parents.push({ level: row.level, name: row.label.name })
    if (line.facets.indicator !== undefined) last = line.facets
    return { index: row.row, label: row.naming, key, level: row.level, ...line }
  })
}

/** The column that names the rows: their subjects where those stand beside indicators. */
function namingOf(labels: readonly LabelColumn[]): LabelColumn | undefined {
  const all = labels.filter(({ holds }) => holds === 'subject' || holds === 'indicator')
  return all.find(({ holds }) => holds === 'subject') ?? all[0]
}

function readRow(
  sheet: Sheet,
  shape: TableShape,
  labels: readonly LabelColumn[],
  row: number,
): Row {
  const text = (holds: LabelColumn['holds']) =>
    labels
      .filter((one) => one.holds === holds)
      .map(({ index }) => textAt(sheet, row, index))
      .find((one) => one !== '')
  const namingColumn = namingOf(labels)
  const indicator = namingColumn?.holds === 'subject' ? text('indicator') : undefined
  const naming =
    (namingColumn && textAt(sheet, row, namingColumn.index)) ||
    text('category') ||
    text('order') ||
    ''
  const label = readLabel(naming)
  const code = text('code')
  const unitText = text('unit')
  const unit = unitText === undefined ? undefined : readLabel(unitText).unit
  const periodText = text('period')
  const period = periodText === undefined ? label.period : readLabel(periodText).period
  const raw = namingColumn ? sheet.at(row, namingColumn.index) : undefined
  return {
    row,
    naming: naming || periodText || '',
    label,
    ...(code !== undefined && { code }),
    ...(indicator !== undefined && { indicator }),
    ...(unit === undefined ? label.unit !== undefined && { unit: label.unit } : { unit }),
    ...(period && { period }),
    level: levelOf(raw?.text ?? '', raw?.indent ?? 0, label),
    hasFigures: shape.figureColumns.some(
      (column) => textAt(sheet, row, column) !== '' || sheet.at(row, column)?.formula === 'lost',
    ),
  }
}

function levelOf(text: string, indent: number, label: Label): number {
  const blanks = /^[\s　]*/.exec(text)?.[0] ?? ''
  const steps = Array.from(blanks).reduce((sum, blank) => sum + (blank === '　' ? 1 : 0.5), 0)
  return indent + Math.ceil(steps / 2) + (label.isPart ? 1 : 0)
}

interface Around {
  readonly naming: LabelColumn['holds'] | undefined
  readonly parent: string | undefined
  readonly last: Facets
  readonly isHidden: boolean
}

function understood(index: NameIndex, row: Row, around: Around): Understood {
  const facets: Facets = {
    ...(row.period && { period: row.period }),
    ...(row.unit !== undefined && { unit: row.unit }),
  }
  if (!row.hasFigures)
    return { facets, confidence: 1, reasons: [{ code: 'group' }], use: 'ignored' }
  if (isTotal(row.label.whole))
    return { facets, confidence: 1, reasons: [{ code: 'total' }], use: 'total' }
  if (around.isHidden)
    return { facets, confidence: 1, reasons: [{ code: 'hidden' }], use: 'ignored' }
  if (around.naming === undefined) return { facets, confidence: 1, reasons: [], use: 'figures' }
  return around.naming === 'subject'
    ? asSubject(index, row, facets)
    : asIndicator(index, row, facets, around)
}

/** 合计, 总计, 小计, 全区合计: the sum of others. */
export function isTotal(name: string): boolean {
  return (
    /^(?:合计|总计|共计|小计|汇总|总和|累计合计)|(?:合计|小计|总计)$/.test(name) &&
    !/资产|负债|权益/.test(name)
  )
}

function asSubject(index: NameIndex, row: Row, facets: Facets): Understood {
  const byCode = row.code === undefined ? undefined : subjectOfCode(index, row.code)
  const match = byCode ?? matchSubject(index, row.label.whole)
  if (!match) return openLine(facets, row.label.whole)
  const subject = sureOrOpen({ ...facets, subject: match.value.subject }, match, 'subject')
  return row.indicator === undefined ? subject : withIndicator(index, row.indicator, subject)
}

function withIndicator(index: NameIndex, text: string, subject: Understood): Understood {
  const { whole, unit } = readLabel(text)
  const match = matchIndicator(index, whole)
  if (!match) return openLine(subject.facets, whole)
  const facets = {
    ...subject.facets,
    indicator: match.value.code,
    ...(unit !== undefined && subject.facets.unit === undefined && { unit }),
  }
  const line = sureOrOpen(facets, match, 'indicator')
  return {
    facets,
    confidence: Math.min(line.confidence, subject.confidence),
    reasons: [...subject.reasons, ...line.reasons],
    use: subject.use === 'open' ? 'open' : line.use,
  }
}

function asIndicator(
  index: NameIndex,
  row: Row,
  facets: Facets,
  { parent, last }: Around,
): Understood {
  const { name, whole, measure } = row.label
  const match = indicatorNamed(index, whole, parent)
  if (match && sureEnough(match))
    return sureOrOpen({ ...facets, indicator: match.value.code }, match, 'indicator')
  if (measure !== undefined) {
    const of = name === '' ? undefined : indicatorNamed(index, name, parent)
    if (of) return sureOrOpen({ ...facets, indicator: of.value.code, measure }, of, 'indicator')
    if (name === '' && last.indicator !== undefined) {
      return {
        facets: { ...facets, indicator: last.indicator, measure },
        confidence: 0.9,
        reasons: [{ code: 'inherited', name: last.indicator }],
        use: 'figures',
      }
    }
  }
  const subject = matchSubject(index, whole)
  if (subject && subject.confidence >= sureFrom)
    return sureOrOpen({ ...facets, subject: subject.value.subject }, subject, 'subject')
  return match
    ? sureOrOpen({ ...facets, indicator: match.value.code }, match, 'indicator')
    : openLine(facets, whole)
}

// 其中：出口交货值 stands alone; 高技术制造业 below 规上工业增加值 is 高技术制造业增加值.
function indicatorNamed(
  index: NameIndex,
  name: string,
  parent: string | undefined,
): NameMatch<KnownIndicator> | undefined {
  const own = matchIndicator(index, name)
  if ((own && sureEnough(own)) || parent === undefined) return own
  const measured =
    /(?:总产值|产值|增加值|营业收入|利润总额|利润|税收|投资|用电量|能耗|能源消费量)$/.exec(
      parent,
    )?.[0] ?? ''
  const together = [`${name}${measured}`, `${parent}${name}`].map((one) =>
    matchIndicator(index, one),
  )
  return together.find((one) => one !== undefined && sureEnough(one)) ?? own
}

function sureEnough(match: NameMatch<unknown>): boolean {
  return match.confidence >= sureFrom
}

function openLine(facets: Facets, name: string): Understood {
  return { facets, confidence: 0, reasons: [{ code: 'unknown-name', name }], use: 'open' }
}

/** What comes near is offered, and a person says whether it is meant. */
function sureOrOpen(
  facets: Facets,
  match: NameMatch<KnownIndicator> | NameMatch<KnownSubject>,
  what: 'indicator' | 'subject',
): Understood {
  const { reason, name, confidence } = match
  const use = sureEnough(match) ? 'figures' : 'open'
  return { facets, confidence, reasons: [{ code: 'matched', what, by: reason, name }], use }
}

/** A line as somebody settled it: now, or when the layout was confirmed. */
export function decided(
  own: Understood,
  told: LineDecision | undefined,
  kept: LineDecision | undefined,
): Understood {
  const decision = told ?? kept
  if (!decision) return own
  const { use = 'figures', subject, indicator, measure, unit } = decision
  const facets: Facets = {
    ...own.facets,
    ...pick<Subject>('subject', subject),
    ...pick('indicator', indicator),
    ...pick('measure', measure),
    ...pick('unit', unit),
  }
  // A total of last month may be gone over by a label that reads otherwise now; what was told holds.
  return { facets, use, confidence: 1, reasons: [{ code: told ? 'decided' : 'remembered' }] }
}

function pick<Value>(name: string, value: Value | undefined): Readonly<Record<string, Value>> {
  return value === undefined ? {} : { [name]: value }
}
