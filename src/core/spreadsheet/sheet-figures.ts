import { figureKey, type GivenGap, type Subject, subjectKey } from '../indicator/figure.ts'
import {
  cumulativeMonth,
  type Period,
  periodKind,
  quarterPeriod,
  halfPeriod,
  monthsOf,
  yearOf,
  yearPeriod,
  monthPeriod,
  firstTwoMonths,
} from '../period/period.ts'
import { type Sheet } from './grid.ts'
import type { Facets, Line, TableMapping } from './mapping.ts'
import { type KnownIndicator, matchIndicator, type NameIndex } from './names.ts'
import { type FigureDoubt, type GrowthCheck, growthDoubts, totalDoubts } from './figure-doubts.ts'
import { isSameUnit } from '../quantity/printed-unit.ts'
import { convertExact } from '../quantity/unit.ts'
import { nearer, periodMeant } from './period-words.ts'
import { type FigureRemark, type FigureRefusal, readFigure } from './read-figure.ts'

/** Why a cell gives no figure. */
export type CellRefusal =
  | FigureRefusal
  | 'unit-differs'
  | 'period-unknown'
  | 'period-not-of-indicator'
  | 'indicator-unknown'
  | 'two-subjects'
  | 'two-indicators'
  | 'told-twice'
  | 'line-open'

/** Why a cell is passed over without anything being wrong. */
export type CellPass =
  | 'line-ignored'
  | 'total'
  /** 本月 of a flow is the difference of two cumulative figures. */
  | 'single-month'
  | 'check-only'
  | 'previous-period'
  | 'empty'

/** What became of one cell of the body. */
export interface CellReading {
  readonly row: number
  readonly column: number
  readonly state: 'value' | 'base' | 'gap' | 'check' | 'refused' | 'passed'
  readonly why?: CellRefusal | CellPass
  /** As the cell shows it, where it is refused. */
  readonly text?: string
  readonly remarks: readonly (FigureRemark | 'unit-assumed' | 'span-assumed')[]
}

/** A figure of a sheet in the unit of its indicator. */
export interface SheetFigure {
  readonly subject: Subject
  readonly indicator: string
  readonly period: Period
  /** Exact decimal; null for a gap. */
  readonly value: string | null
  readonly base?: string
  readonly gap?: GivenGap
  /** The cell is empty: nothing is said, which is less than a sign for a gap. */
  readonly isBlank?: true
  /** Where the value stands; where only 上年同期 is told, where that stands. */
  readonly row: number
  readonly column: number
}

export interface SheetReading {
  readonly figures: readonly SheetFigure[]
  readonly cells: readonly CellReading[]
  readonly doubts: readonly FigureDoubt[]
}

type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] }
type Piece = CellReading & { readonly key?: KeyOfCell; readonly number?: string }

interface KeyOfCell {
  readonly subject: Subject
  readonly indicator: KnownIndicator
  readonly period: Period
}

/** Reads the figures of a table as its mapping says. */
export function sheetFigures(sheet: Sheet, mapping: TableMapping, index: NameIndex): SheetReading {
  if (mapping.isSkipped) return { figures: [], cells: [], doubts: [] }
  const indicators = new Map(index.vocabulary.indicators.map((one) => [one.code, one]))
  const pieces = mapping.rows.flatMap((row) =>
    mapping.columns.map((column) => readCell(sheet, mapping, { row, column, indicators, index })),
  )
  const { figures, twice } = joined(pieces)
  const cells = pieces.map((piece) => cellOf(piece, twice.has(`${piece.row},${piece.column}`)))
  return {
    figures: figures.filter(({ row, column }) => !twice.has(`${row},${column}`)),
    cells,
    doubts: [...growthDoubts(checksOf(pieces), figures), ...totalDoubts(sheet, mapping)],
  }
}

function cellOf({ row, column, state, why, text, remarks }: Piece, isTwice: boolean): CellReading {
  const place = { row, column, remarks, ...(text !== undefined && { text }) }
  if (isTwice) return { ...place, state: 'refused', why: 'told-twice' }
  return { ...place, state, ...(why !== undefined && { why }) }
}

interface CellContext {
  readonly row: Line
  readonly column: Line
  readonly indicators: ReadonlyMap<string, KnownIndicator>
  readonly index: NameIndex
}

function readCell(sheet: Sheet, mapping: TableMapping, context: CellContext): Piece {
  const { row, column } = context
  const place = { row: row.index, column: column.index }
  const passed = (why: CellPass): Piece => ({ ...place, state: 'passed', why, remarks: [] })
  const refused = (why: CellRefusal, text = ''): Piece => ({
    ...place,
    state: 'refused',
    why,
    text,
    remarks: [],
  })
  if (row.use === 'total' || column.use === 'total') return passed('total')
  if (row.use === 'ignored' || column.use === 'ignored') return passed('line-ignored')
  const [r, c] = sheet.origin(place.row, place.column)
  const read =
    r === place.row && c === place.column
      ? readFigure(sheet.at(r, c))
      : ({ kind: 'empty' } as const)
  if (read.kind === 'empty' && row.use !== 'figures') return passed('empty')
  const text = sheet.at(place.row, place.column)?.text ?? ''
  if (row.use === 'open' || column.use === 'open')
    return read.kind === 'empty' ? passed('empty') : refused('line-open', text)
  const meant = meaning(mapping, context)
  if (typeof meant === 'string')
    return meant === 'previous-period' ? passed(meant) : refused(meant, text)
  if (meant.isSingle) return passed('single-month')
  if (read.kind === 'refused') return refused(read.why, read.text)
  const { measure, key, remarks } = meant
  if (read.kind === 'empty' || read.kind === 'placeholder') {
    if (measure !== 'value') return passed('empty')
    return {
      ...place,
      state: 'gap',
      key,
      remarks: [],
      ...(read.kind === 'empty' && { why: 'empty' as const }),
    }
  }
  if (measure === 'growth')
    return {
      ...place,
      state: 'check',
      why: 'check-only',
      key,
      number: read.value,
      remarks: read.remarks,
    }
  const told = read.unit ?? meant.unit
  const converted = inUnit(
    read.value,
    told,
    key.indicator,
    meant.isUnitOfNote && read.unit === undefined,
  )
  if (typeof converted === 'string') return refused(converted, text)
  return {
    ...place,
    state: measure,
    key,
    number: converted.value,
    remarks: [
      ...read.remarks,
      ...remarks,
      ...(converted.isAssumed ? (['unit-assumed'] as const) : []),
    ],
  }
}

interface Meaning {
  readonly key: KeyOfCell
  readonly measure: 'value' | 'base' | 'growth'
  readonly unit?: string
  readonly isUnitOfNote: boolean
  readonly isSingle: boolean
  readonly remarks: readonly 'span-assumed'[]
}

function meaning(
  { defaults }: TableMapping,
  { row, column, indicators, index }: CellContext,
): Meaning | CellRefusal | 'previous-period' {
  const [one, other] = [row.facets, column.facets]
  if (one.subject && other.subject && subjectKey(one.subject) !== subjectKey(other.subject))
    return 'two-subjects'
  if (
    one.indicator !== undefined &&
    other.indicator !== undefined &&
    one.indicator !== other.indicator
  )
    return 'two-indicators'
  const named = indicators.get(one.indicator ?? other.indicator ?? defaults.indicator ?? '')
  if (!named) return 'indicator-unknown'
  const measure = other.measure ?? one.measure ?? 'value'
  const growth = measure === 'growth' ? growthIndicator(index, named) : undefined
  const words = periodWords(one, other)
  if (words.relative === 'before') return 'previous-period'
  const meant = periodMeant(words, defaults.period)
  if (!meant) return 'period-unknown'
  const indicator = growth ?? named
  const isBase = meant.isYearBefore || measure === 'base'
  const year = isBase && words.relative === undefined && words.year !== undefined ? 1 : 0
  const period = fitted(shiftedYears(meant.period, year), indicator, words.span)
  if (period === undefined) return 'period-not-of-indicator'
  const kept = growth ? 'value' : measure === 'growth' ? 'growth' : isBase ? 'base' : 'value'
  const unit = growth ? (other.unit ?? one.unit ?? '%') : (other.unit ?? one.unit ?? defaults.unit)
  const isSingle =
    words.span === 'single' &&
    indicator.kind === 'flow' &&
    monthsOf(period).from > 1 &&
    periodKind(period) === 'month'
  return {
    key: { subject: one.subject ?? other.subject ?? defaults.subject, indicator, period },
    measure: kept,
    ...(unit !== undefined && { unit }),
    isUnitOfNote: other.unit === undefined && one.unit === undefined,
    isSingle,
    remarks:
      words.span === undefined && words.part?.kind === 'month' && indicator.kind === 'flow'
        ? ['span-assumed']
        : [],
  }
}

function periodWords(row: Facets, column: Facets) {
  if (!row.period) return column.period ?? {}
  return column.period ? nearer(column.period, row.period) : row.period
}

/** 规上工业增加值 with a column of growth is 规上工业增加值增速, where the library has it. */
function growthIndicator(index: NameIndex, of: KnownIndicator): KnownIndicator | undefined {
  const found = ['增速', '增长率', '同比增速', '同比增长'].map((word) =>
    matchIndicator(index, `${of.name}${word}`),
  )
  const growth = found.find((one) => one !== undefined && one.reason !== 'alike')?.value
  // One that a formula gives is not told: what the sheet says of it is a check.
  return growth === of || growth?.formula !== undefined ? undefined : growth
}

function shiftedYears(period: Period, years: number): Period {
  return years === 0
    ? period
    : (`${yearPeriod(yearOf(period) + years)}${period.slice(4)}` as Period)
}

/** The period an indicator of its frequency keeps what is told for `period` under; undefined where it keeps none. */
export function fitted(
  period: Period,
  { frequency, kind }: Pick<KnownIndicator, 'frequency' | 'kind'>,
  span?: string,
): Period | undefined {
  const { from, to } = monthsOf(period)
  const year = yearOf(period)
  const isCumulative = kind !== 'flow' || from === 1 || span !== 'single'
  if (!isCumulative) return period
  switch (frequency) {
    case 'month':
      if (periodKind(period) === 'month' && to === 2 && kind === 'flow') return firstTwoMonths(year)
      return cumulativeMonth(period) ?? (kind === 'flow' ? undefined : period)
    case 'calendar-month':
      return monthPeriod(year, to)
    case 'quarter':
      return to % 3 === 0 ? quarterPeriod(year, to / 3) : undefined
    case 'half':
      return to % 6 === 0 ? halfPeriod(year, to / 6) : undefined
    case 'year':
      return to === 12 ? yearPeriod(year) : undefined
  }
}

function inUnit(
  value: string,
  told: string | undefined,
  indicator: KnownIndicator,
  isOfNote: boolean,
): { readonly value: string; readonly isAssumed: boolean } | CellRefusal {
  if (told === undefined) return { value, isAssumed: indicator.unit !== '' }
  const converted = isSameUnit(told, indicator.unit)
    ? value
    : convertExact(value, told, indicator.unit)
  if (converted !== undefined) return { value: converted, isAssumed: false }
  // 单位：万元 above a table says nothing of its rows in 人, 家 or %.
  if (isOfNote) return { value, isAssumed: true }
  return 'unit-differs'
}

/** Values with the 上年同期 told beside them; a figure told twice with different values is none. */
function joined(pieces: readonly Piece[]): {
  readonly figures: readonly SheetFigure[]
  readonly twice: ReadonlySet<string>
} {
  const figures = new Map<string, Mutable<SheetFigure>>()
  const twice = new Set<string>()
  const order = [
    ...pieces.filter(({ state }) => state === 'value' || state === 'gap'),
    ...pieces.filter(({ state }) => state === 'base'),
  ]
  for (const { key, state, number, why, row, column } of order) {
    if (!key) continue
    const { subject, indicator, period } = key
    const id = figureKey({ subject, indicator: indicator.code, period })
    const found = figures.get(id)
    if (state === 'base') {
      if (number === undefined) continue
      if (found) found.base = number
      else
        figures.set(id, {
          subject,
          indicator: indicator.code,
          period,
          value: null,
          base: number,
          gap: 'not-reported',
          row,
          column,
        })
      continue
    }
    if (!found) {
      const value = number ?? null
      figures.set(id, {
        subject,
        indicator: indicator.code,
        period,
        value,
        ...(value === null && { gap: 'not-reported' as const }),
        ...(why === 'empty' && { isBlank: true as const }),
        row,
        column,
      })
    } else if (found.value === null && number !== undefined) {
      Object.assign(found, { value: number, row, column })
      delete found.gap
      delete found.isBlank
    } else if (number !== undefined && found.value !== number) {
      twice.add(`${row},${column}`).add(`${found.row},${found.column}`)
    }
  }
  return { figures: [...figures.values()], twice }
}

function checksOf(pieces: readonly Piece[]): readonly GrowthCheck[] {
  return pieces.flatMap(({ state, key, number, row, column }) =>
    state === 'check' && key && number !== undefined
      ? [{ key: { ...key, indicator: key.indicator.code }, told: number, row, column }]
      : [],
  )
}
