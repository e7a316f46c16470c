import { type Sheet, textAt } from './grid.ts'
import { decisionFor, keyed } from './layout-key.ts'
import { type Label, type Measure, readLabel } from './label.ts'
import type { Facets, Line, LineReason, Reading } from './mapping.ts'
import { matchIndicator, matchSubject, type NameIndex, sureFrom } from './names.ts'
import { nearer, type PeriodWords } from './period-words.ts'
import { decided, isTotal } from './row-lines.ts'
import type { TableShape } from './tables.ts'

export interface ColumnContext {
  readonly reading: Reading
  readonly rowsHoldSubjects: boolean
  readonly rowsHoldIndicators: boolean
  /** A title names an indicator, for heads that do not. */
  readonly hasDefault: boolean
}

/** The columns of figures with what their heads say. */
export function columnLines(
  sheet: Sheet,
  shape: TableShape,
  context: ColumnContext,
): readonly Line[] {
  const { index, decisions, remembered } = context.reading
  const paths = shape.figureColumns.map((column) => headPath(sheet, shape, column))
  const keys = keyed(
    paths.map((path) => path.map((text) => readLabel(text).pattern).join('/') || 'column'),
  )
  const hidden = new Set(sheet.grid.hiddenColumns)
  let before: Facets = {}
  const lines = shape.figureColumns.map((column, position): Line => {
    const labels = (paths[position] ?? []).map(readLabel)
    const key = keys[position] ?? ''
    const own = hidden.has(column)
      ? {
          facets: {},
          confidence: 1,
          reasons: [{ code: 'hidden' } as const],
          use: 'ignored' as const,
        }
      : understood(index, labels, before, context)
    const line = decided(
      own,
      decisionFor(decisions?.columns, key),
      decisionFor(remembered?.columns, key),
    )
    before = { ...before, ...line.facets }
    return { index: column, label: (paths[position] ?? []).join(' / '), key, level: 0, ...line }
  })
  return comparedYears(lines)
}

/** The texts above a column from the outermost inwards. */
function headPath(
  sheet: Sheet,
  { headRows, figureColumns }: TableShape,
  column: number,
): readonly string[] {
  const texts = headRows.map((row, position) => {
    const own = textAt(sheet, row, column)
    if (own !== '' || position === headRows.length - 1) return own
    return spreadText(sheet, {
      row,
      below: headRows[position + 1] ?? row,
      column,
      first: figureColumns[0] ?? column,
    })
  })
  const words = texts.filter((text) => text !== '' && !/^[\d甲乙丙丁]$/.test(text))
  return words.filter((text, position) => text !== words[position - 1])
}

// Heads that stand over several columns without being merged: csv files have no merges.
function spreadText(
  sheet: Sheet,
  place: {
    readonly row: number
    readonly below: number
    readonly column: number
    readonly first: number
  },
): string {
  if (textAt(sheet, place.below, place.column) === '') return ''
  for (let column = place.column - 1; column >= place.first; column--) {
    const text = textAt(sheet, place.row, column)
    if (text !== '') return textAt(sheet, place.below, column) === '' ? '' : text
  }
  return ''
}

function understood(
  index: NameIndex,
  labels: readonly Label[],
  before: Facets,
  context: ColumnContext,
): Omit<Line, 'index' | 'label' | 'key' | 'level'> {
  let facets: Facets = {}
  let confidence = 1
  const reasons: LineReason[] = []
  const unknown: string[] = []
  for (const label of labels) {
    if (label.period)
      facets = {
        ...facets,
        period: facets.period ? nearer(label.period, facets.period) : label.period,
      }
    if (label.unit !== undefined) facets = { ...facets, unit: label.unit }
    const named = nameOf(index, label, context)
    if (named) {
      facets = { ...facets, ...named.facets }
      confidence = Math.min(confidence, named.confidence)
      reasons.push(named.reason)
    } else if (label.name !== '' && label.heads === undefined) unknown.push(label.name)
    const measure = named?.isWhole === true ? undefined : label.measure
    if (measure !== undefined) facets = { ...facets, measure }
  }
  if (labels.some(({ whole }) => isTotal(whole)))
    return { facets, confidence, reasons: [{ code: 'total' }], use: 'total' }
  return judged({ facets, confidence, reasons, unknown, before, context })
}

interface Named {
  readonly facets: Facets
  readonly confidence: number
  readonly reason: LineReason
  /** The name took in the word of the measure: 规上工业增加值增速 is an indicator by itself. */
  readonly isWhole: boolean
}

function nameOf(
  index: NameIndex,
  label: Label,
  { rowsHoldSubjects }: ColumnContext,
): Named | undefined {
  const whole = label.whole === '' ? undefined : matchIndicator(index, label.whole)
  if (whole && whole.confidence >= sureFrom) {
    return {
      facets: { indicator: whole.value.code },
      confidence: whole.confidence,
      reason: { code: 'matched', what: 'indicator', by: whole.reason, name: whole.name },
      isWhole: true,
    }
  }
  if (label.name === '') return undefined
  const subject = rowsHoldSubjects ? undefined : matchSubject(index, label.name)
  const part = matchIndicator(index, label.name)
  if (subject && subject.confidence > (part?.confidence ?? 0)) {
    return {
      facets: { subject: subject.value.subject },
      confidence: subject.confidence,
      reason: { code: 'matched', what: 'subject', by: subject.reason, name: subject.name },
      isWhole: false,
    }
  }
  return (
    part && {
      facets: { indicator: part.value.code },
      confidence: part.confidence,
      reason: { code: 'matched', what: 'indicator', by: part.reason, name: part.name },
      isWhole: false,
    }
  )
}

interface Judging {
  readonly facets: Facets
  readonly confidence: number
  readonly reasons: readonly LineReason[]
  readonly unknown: readonly string[]
  readonly before: Facets
  readonly context: ColumnContext
}

const keptMeasures: readonly Measure[] = ['value', 'base', 'growth']

function judged({
  facets,
  confidence,
  reasons,
  unknown,
  before,
  context,
}: Judging): Omit<Line, 'index' | 'label' | 'key' | 'level'> {
  const { measure } = facets
  if (measure !== undefined && !keptMeasures.includes(measure)) {
    return { facets, confidence: 1, reasons: [{ code: 'not-kept', measure }], use: 'ignored' }
  }
  const [name] = unknown
  const plain = (): Omit<Line, 'index' | 'label' | 'key' | 'level'> => {
    // A word of the head that nothing answers to, such as 规上企业 over 本月: looked at, not in the way.
    const isPlain =
      name === undefined ||
      facets.indicator !== undefined ||
      measure !== undefined ||
      facets.period !== undefined
    if (!isPlain) {
      return { facets, confidence: 0, reasons: [{ code: 'unknown-name', name }], use: 'open' }
    }
    return { facets, confidence, reasons, use: confidence < sureFrom ? 'open' : 'figures' }
  }
  if (facets.indicator !== undefined || context.rowsHoldIndicators) return plain()
  const follows = name === undefined && (measure !== undefined || facets.period !== undefined)
  if (follows && before.indicator !== undefined) return inherited(facets, reasons, before)
  if (context.hasDefault) return plain()
  return {
    facets,
    confidence: 0,
    reasons: [name === undefined ? { code: 'nothing-told' } : { code: 'unknown-name', name }],
    use: 'open',
  }
}

// 上年同期 and 同比 without a name stand behind what they are of.
function inherited(
  facets: Facets,
  reasons: readonly LineReason[],
  { indicator = '', subject }: Facets,
): Omit<Line, 'index' | 'label' | 'key' | 'level'> {
  return {
    facets: { ...facets, indicator, ...(facets.subject === undefined && subject && { subject }) },
    confidence: 0.95,
    reasons: [...reasons, { code: 'inherited', name: indicator }],
    use: 'figures',
  }
}

// 2025年 | 2026年 | 增速: the earlier year is what the growth is computed from, 上年同期.
function comparedYears(lines: readonly Line[]): readonly Line[] {
  return lines.map((line, position) => {
    const { period, measure } = line.facets
    if (line.use !== 'figures' || period?.year === undefined || (measure ?? 'value') !== 'value')
      return line
    if (line.reasons.some(({ code }) => code === 'decided')) return line
    const near = lines
      .slice(Math.max(0, position - 2), position + 3)
      .filter((other) => isOfSame(other.facets, line.facets))
    const later = near.find(
      (other) =>
        other.facets.period?.year === (period.year ?? 0) + 1 &&
        samePart(other.facets.period, period),
    )
    const growth = near.some((other) => other.facets.measure === 'growth')
    if (!later || !growth) return line
    return {
      ...line,
      facets: { ...line.facets, measure: 'base' },
      reasons: [...line.reasons, { code: 'year-before-by-growth' }],
    }
  })
}

function isOfSame(one: Facets, other: Facets): boolean {
  return (
    one.indicator === other.indicator &&
    JSON.stringify(one.subject) === JSON.stringify(other.subject)
  )
}

function samePart(one: PeriodWords, other: PeriodWords): boolean {
  return JSON.stringify(one.part) === JSON.stringify(other.part)
}
