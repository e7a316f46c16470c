import { type Subject, subjectKey, figureKey } from '#core/indicator/figure.ts'
import {
  comparePeriods,
  type Period,
  monthPeriod,
  previousPeriod,
  yearOf,
  yearsEarlier,
} from '#core/period/period.ts'
import { reachOf } from '#core/expression/reach.ts'
import { carriedOver, cellsOfFigures } from '#core/report/archive.ts'
import type { Cells, CellsAt } from '#core/report/cells.ts'
import type { CompiledForm } from '#core/report/compile-form.ts'
import { withComputed } from '#core/report/compile-form.ts'
import type { NameElsewhere } from '#core/report/elsewhere.ts'
import {
  type CellKey,
  cellKey,
  type Form,
  isAsked,
  mainColumn,
  readCellKey,
  rowsOf,
} from '#core/report/form.ts'
import { isWritable } from '#core/report/life.ts'
import { compiledWithListed } from '#core/report/listed-rows.ts'
import { convertExact } from '#core/quantity/unit.ts'
import type { ReadDb } from '#server/db/db.ts'
import { libraryAt } from '#server/indicator/library/library.ts'
import { toldFigures } from '#server/indicator/told-store.ts'
import { formsIn, formsOf, readyForm, type StoredForm } from './form-store.ts'
import type { ReportRow } from './report-store.ts'

/** What a report is filled in and checked by. */
export interface ReportGround {
  readonly compiled: CompiledForm
  readonly names: readonly NameElsewhere[]
  /** Earlier periods, as far as anything is known of them. */
  readonly archive: ReadonlyMap<Period, Cells>
  /** What other forms of the same period tell, by the name of the row. */
  readonly elsewhere: ReadonlyMap<string, string>
  /** Cells nobody types, with where they come from: `last-year`, or the code of another form. */
  readonly locked: ReadonlyMap<CellKey, { readonly value: string; readonly from: string }>
}

/** The ground of each of some reports of one form and period, by subject. */
export async function groundsOf(
  db: ReadDb,
  region: string,
  asked: {
    readonly form: string
    readonly version: number
    readonly period: Period
    readonly subjects: readonly Subject[]
  },
): Promise<(subject: Subject) => ReportGround> {
  const forms = await formsOf(db, region)
  const own = forms.find((one) => one.form.code === asked.form && one.version === asked.version)
  if (!own) throw new Error(`No version ${asked.version} of the form ${asked.form}`)
  const { period, subjects } = asked
  return groundsBy(db, region, { form: own.form, forms, period, subjects })
}

/** The same for a form as it is, stored or not. */
export async function groundsBy(
  db: ReadDb,
  region: string,
  {
    form,
    forms,
    period,
    subjects,
    ownToo = false,
  }: {
    readonly form: Form
    readonly forms: readonly StoredForm[]
    readonly period: Period
    readonly subjects: readonly Subject[]
    /** The archive shall also say what was told in the period itself. */
    readonly ownToo?: boolean
  },
): Promise<(subject: Subject) => ReportGround> {
  const others = formsIn(forms, period)
  const { compiled, names } = readyForm(form, others)
  const behind = periodsBehind(compiled, period)
  const periods = ownToo ? [period, ...behind] : behind
  const told = await reportsToldBy(db, region, subjects, [...periods, period])
  const archived = await archivedFigures(db, region, { form, periods, subjects })
  return (subject) => {
    const own = told.get(subjectKey(subject)) ?? []
    const archive = new Map<Period, Cells>()
    for (const each of periods) {
      const kept = own.find((one) => one.form === form.code && one.period === each)
      const cells = kept
        ? asCells(kept.cells)
        : cellsOfFigures(form, each, (indicator, of) => archived(subject, indicator, of))
      if (cells.size > 0) archive.set(each, cells)
    }
    const beside = own.filter((one) => one.period === period && one.form !== form.code)
    return {
      compiled,
      names,
      archive,
      elsewhere: elsewhereOf(names, beside),
      locked: lockedCells({ form, period, archive, beside, others }),
    }
  }
}

/** The periods a form of a period looks back to, latest first. */
function periodsBehind(
  { form, checks, computed }: CompiledForm,
  period: Period,
): readonly Period[] {
  const reaches = [...checks, ...computed].map(({ expression }) => reachOf(expression))
  const back = Math.min(24, Math.max(1, ...reaches.map(({ periods }) => periods)) + 1)
  const years = Math.min(5, Math.max(1, ...reaches.map((reach) => reach.years)))
  const before = (of: Period): Period => previousPeriod(of, form.frequency)
  const recent: Period[] = []
  for (let each = before(period); recent.length < back; each = before(each)) recent.push(each)
  const earlier = Array.from({ length: years }, (_, index) => yearsEarlier(period, index + 1))
  const isMonthly = form.frequency === 'month' || form.frequency === 'calendar-month'
  const yearEnd = isMonthly ? [monthPeriod(yearOf(period) - 1, 12)] : []
  return [...new Set([...recent, ...earlier, ...yearEnd])].toSorted((a, b) => comparePeriods(b, a))
}

interface ToldReport {
  readonly form: string
  readonly period: Period
  readonly cells: Readonly<Record<string, string>>
  readonly isAccepted: boolean
}

/** Cells as they are kept, with keys that were checked when they came in. */
export function asCells(cells: Readonly<Record<string, string>>): Cells {
  return new Map(Object.entries(cells).map(([key, value]) => [key as CellKey, value]))
}

/** What reports of the subjects told: as accepted, or as submitted where not yet; estimates are not told. */
async function reportsToldBy(
  db: ReadDb,
  region: string,
  subjects: readonly Subject[],
  periods: readonly Period[],
): Promise<ReadonlyMap<string, readonly ToldReport[]>> {
  if (subjects.length === 0) return new Map()
  const rows = await db
    .selectFrom('report')
    .select(['form', 'period', 'subjectKind', 'subjectCode', 'state', 'cells', 'knownCells'])
    .select('isEstimated')
    .where('regionCode', '=', region)
    .where('subjectKind', 'in', [...new Set(subjects.map(({ kind }) => kind))])
    .where('subjectCode', 'in', [...new Set(subjects.map(({ code }) => code))])
    .where('period', 'in', periods)
    .execute()
  const told = rows.flatMap((row) => {
    const isKnown = row.knownCells !== null && !row.isEstimated
    if (!isKnown && row.state !== 'submitted') return []
    const cells = isKnown && row.knownCells !== null ? row.knownCells : row.cells
    const subject = subjectKey({ kind: row.subjectKind, code: row.subjectCode })
    return [{ form: row.form, period: row.period, cells, isAccepted: isKnown, subject }]
  })
  return Map.groupBy(told, ({ subject }) => subject)
}

/** What is known of the indicators of a form, for periods whose reports are not kept. */
async function archivedFigures(
  db: ReadDb,
  region: string,
  {
    form,
    periods,
    subjects,
  }: {
    readonly form: Form
    readonly periods: readonly Period[]
    readonly subjects: readonly Subject[]
  },
) {
  const indicators = [...new Set(rowsOf(form).flatMap(({ indicator }) => indicator ?? []))]
  // A month alone is a difference: one period more is asked for.
  const withBefore = new Set(
    periods.flatMap((each) => [each, previousPeriod(each, form.frequency)]),
  )
  const figures = await toldFigures(db, { region, subjects, indicators, periods: [...withBefore] })
  // A sum over enterprises is not what the park told.
  const told = new Map(
    figures.filter(({ origin }) => origin === 'given').map((each) => [figureKey(each), each]),
  )
  const units = await unitsOf(db)
  return (subject: Subject, indicator: string, period: Period) => {
    const figure = told.get(figureKey({ subject, indicator, period }))
    const unit = units(indicator)
    return figure && unit !== undefined ? { ...figure, unit } : undefined
  }
}

/** The unit of an indicator; undefined for one that is not in the library. */
export async function unitsOf(db: ReadDb): Promise<(indicator: string) => string | undefined> {
  const library = await libraryAt(db)
  return (indicator) => library.entries.get(indicator)?.at(-1)?.definition.unit
}

function elsewhereOf(
  names: readonly NameElsewhere[],
  beside: readonly ToldReport[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { name, form, row } of names) {
    const cells = beside.find((one) => one.form === form)?.cells
    const value = cells?.[`${row}.to-date`] ?? cells?.[`${row}.level`] ?? cells?.[`${row}.month`]
    if (value !== undefined) found.set(name, value)
  }
  return found
}

/** Nobody is asked for what the archive or another accepted form of the period tells. [K6] */
function lockedCells({
  form,
  period,
  archive,
  beside,
  others,
}: {
  readonly form: Form
  readonly period: Period
  readonly archive: ReadonlyMap<Period, Cells>
  readonly beside: readonly ToldReport[]
  readonly others: readonly StoredForm[]
}): ReportGround['locked'] {
  const locked = new Map<CellKey, { readonly value: string; readonly from: string }>()
  for (const [key, value] of carriedOver(form, period, (of) => archive.get(of))) {
    locked.set(key, { value, from: 'last-year' })
  }
  for (const { row, other, code } of sharedRows(form, others)) {
    const told = beside.find((one) => one.form === other.code && one.isAccepted)
    if (!told) continue
    for (const column of row.columns) {
      const value = told.cells[cellKey(code.code, column)]
      const converted = value === undefined ? undefined : convertExact(value, code.unit, row.unit)
      if (converted !== undefined && isAsked(column, period)) {
        locked.set(cellKey(row.code, column), { value: converted, from: other.code })
      }
    }
  }
  return locked
}

/** Rows that feed an indicator another form of the same reporter feeds too. */
function sharedRows(form: Form, others: readonly StoredForm[]) {
  return others
    .map((one) => one.form)
    .filter(
      (other) =>
        other.code !== form.code &&
        other.reporter === form.reporter &&
        other.frequency === form.frequency,
    )
    .flatMap((other) =>
      rowsOf(form).flatMap((row) => {
        if (row.indicator === undefined || row.formula !== undefined) return []
        const code = rowsOf(other).find(({ indicator }) => indicator === row.indicator)
        return code ? [{ row, other, code }] : []
      }),
    )
}

/** The cells of a report: what was typed, what is locked and what is computed; frozen once handed in. */
export function cellsOfReport(
  row: Pick<ReportRow, 'state' | 'cells' | 'period' | 'listed'>,
  ground: ReportGround,
): CellsAt {
  const { archive, elsewhere, locked } = ground
  const compiled = compiledWithListed(ground.compiled, row.listed)
  const { form } = compiled
  const kept = new Map<CellKey, string>()
  for (const [key, value] of Object.entries(row.cells)) {
    const place = readCellKey(form, key)
    if (place && isAsked(place.column, row.period)) kept.set(key as CellKey, value)
  }
  const at: CellsAt = {
    form,
    period: row.period,
    cells: kept,
    archive: {
      cellsOf: (period) => archive.get(period),
      elsewhere: (name) => {
        const value = elsewhere.get(name)
        return value === undefined ? undefined : Number(value)
      },
    },
  }
  if (!isWritable(row)) return at
  for (const [key, { value }] of locked) kept.set(key, value)
  return { ...at, cells: withComputed(compiled, { ...at, cells: kept }) }
}

/** The rows whose figure another accepted form of the period tells: they are not told again. */
export function toldElsewhere({ compiled, locked }: ReportGround): ReadonlySet<string> {
  return new Set(
    rowsOf(compiled.form)
      .filter((row) => {
        const from = locked.get(cellKey(row.code, mainColumn(row)))?.from
        return from !== undefined && from !== 'last-year'
      })
      .map(({ code }) => code),
  )
}
