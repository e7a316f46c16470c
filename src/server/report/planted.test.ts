import {
  type Demonstration,
  demonstrationOf,
  lastReported,
  usualDemonstration,
} from '#core/demonstration/demonstration.ts'
import { formCells } from '#core/demonstration/form-cells.ts'
import type { DemonstrationReport } from '#core/demonstration/reports.ts'
import { columns, type ColumnName, columnNames } from '#core/demonstration/columns.ts'
import { slipColumns } from '#core/demonstration/slips.ts'
import { comparePeriods, type Period, previousPeriod, yearsEarlier } from '#core/period/period.ts'
import type { Cells } from '#core/report/cells.ts'
import { checkHits } from '#core/report/checks.ts'
import { type CompiledForm, withComputed } from '#core/report/compile-form.ts'
import { mainColumn, rowsOf } from '#core/report/form.ts'
import { readyForm } from './form-store.ts'
import { shippedForms } from './shipped-forms.ts'
import { expect, test } from 'vitest'

const demonstration = demonstrationOf(usualDemonstration)
const stored = shippedForms.map((form) => ({ form, version: 1, shipped: true, isActive: true }))
const forms = ['output-and-sales', 'finance', 'energy'].flatMap((code) => {
  const one = stored.find(({ form }) => form.code === code)
  return one ? [readyForm(one.form, stored)] : []
})

/** The last version of each report, as the archive has it in the end, and the first where it was wrong. */
const reports = demonstration.periods.flatMap((period) => demonstration.reportsOf(period))
const versions = Map.groupBy(reports, ({ enterprise, period }) => `${enterprise} ${period}`)
const memory = new Map<string, Cells>()

function cellsOf({ form }: CompiledForm, report: DemonstrationReport): Cells {
  const key = `${form.code} ${report.enterprise} ${report.period} ${report.version}`
  const known = memory.get(key) ?? formCells(form, demonstration, report)
  memory.set(key, known)
  return known
}

function archived(compiled: CompiledForm, enterprise: number, period: Period): Cells | undefined {
  const last = versions.get(`${enterprise} ${period}`)?.at(-1)
  return last && cellsOf(compiled, last)
}

interface Hit {
  readonly check: string
  /** Of the rows it reads. */
  readonly indicators: readonly string[]
}

/** The checks of all forms a report does not pass. */
function hitsOf(report: DemonstrationReport): readonly Hit[] {
  return forms.flatMap(({ compiled, names }) => {
    const at = {
      form: compiled.form,
      period: report.period,
      cells: cellsOf(compiled, report),
      archive: {
        cellsOf: (period: Period) => archived(compiled, report.enterprise, period),
        elsewhere: (name: string) => elsewhere(report, names, name),
      },
    }
    const cells = withComputed(compiled, at)
    return checkHits(compiled, { ...at, cells }).map(({ check, cells: keys }) => ({
      check,
      indicators: rowsOf(compiled.form).flatMap(({ code, indicator }) =>
        indicator !== undefined && keys.some((key) => key.startsWith(`${code}.`)) ? indicator : [],
      ),
    }))
  })
}

function elsewhere(
  report: DemonstrationReport,
  names: (typeof forms)[number]['names'],
  name: string,
): number | undefined {
  const found = names.find((one) => one.name === name)
  const other = forms.find(({ compiled }) => compiled.form.code === found?.form)
  const row = other && rowsOf(other.compiled.form).find(({ code }) => code === found?.row)
  if (!other || !row) return undefined
  const cells = cellsOf(other.compiled, report)
  const value = [...cells].find(([key]) => key === `${row.code}.${mainColumn(row)}`)?.[1]
  return value === undefined ? undefined : Number(value)
}

test('every slip planted in a report is found by a check that reads what is wrong', () => {
  // The same period of last year cannot be compared where nothing is kept of it.
  const visible = demonstration.slips.filter(
    ({ kind, period }) =>
      kind !== 'base-differs' || demonstration.periods.includes(yearsEarlier(period, 1)),
  )
  const missed = visible.filter(({ enterprise, period, kind }) => {
    const first = versions.get(`${enterprise} ${period}`)?.[0]
    const wrong = slipColumns[kind].map((name): string => columns[name].code)
    const hits = first ? hitsOf(first) : []
    return !hits.some(({ indicators }) => indicators.some((one) => wrong.includes(one)))
  })
  expect(visible.length).toBeGreaterThan(30)
  expect(missed).toEqual([])
})

test('of the reports in which nothing is wrong fewer than 2 in 100 are asked about', () => {
  const clean = cleanReports(demonstration)
  const hit = clean.filter((report) => hitsOf(report).length > 0)
  expect(clean.length).toBeGreaterThan(3000)
  expect(hit.length / clean.length).toBeLessThan(0.02)
})

/** Reports of the last year and a half without a slip, of enterprises in no trouble, in their last version. */
function cleanReports({ slips, turns, periods }: Demonstration): readonly DemonstrationReport[] {
  const first = yearsEarlier(lastReported, 1)
  const wrong = new Set(slips.map(({ enterprise, period }) => `${enterprise} ${period}`))
  const troubled = new Set(turns.map(({ enterprise }) => enterprise))
  const looked = periods.filter((period) => comparePeriods(period, previousPeriod(first)) > 0)
  return [...versions].flatMap(([key, own]) => {
    const last = own.at(-1)
    const isClean =
      last && looked.includes(last.period) && !wrong.has(key) && !troubled.has(last.enterprise)
    return isClean ? [last] : []
  })
}

test('the slips are of columns the forms ask for', () => {
  const asked = new Set(
    forms.flatMap(({ compiled }) => rowsOf(compiled.form)).map((row) => row.indicator),
  )
  const names: readonly ColumnName[] = columnNames.filter((name) =>
    Object.values(slipColumns).some((own) => own.includes(name)),
  )
  expect(names.filter((name) => !asked.has(columns[name].code))).toEqual([])
})
