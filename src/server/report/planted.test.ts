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
import { describe, expect, test } from 'vitest'

const seeds = [1, 2, 3]
const stored = shippedForms.map((form) => ({ form, version: 1, shipped: true, isActive: true }))
const forms = ['output-and-sales', 'finance', 'energy'].flatMap((code) => {
  const one = stored.find(({ form }) => form.code === code)
  return one ? [readyForm(one.form, stored)] : []
})

interface Hit {
  readonly check: string
  /** Of the rows it reads. */
  readonly indicators: readonly string[]
}

interface Archive {
  readonly demonstration: Demonstration
  /** All versions of a report, the first of which may be wrong; the last is what the archive has in the end. */
  readonly versions: ReadonlyMap<string, readonly DemonstrationReport[]>
  readonly hitsOf: (report: DemonstrationReport) => readonly Hit[]
}

function archiveOf(seed: number): Archive {
  const demonstration = demonstrationOf({ ...usualDemonstration, seed })
  const reports = demonstration.periods.flatMap((period) => demonstration.reportsOf(period))
  const versions = Map.groupBy(reports, ({ enterprise, period }) => `${enterprise} ${period}`)
  const memory = new Map<string, Cells>()
  const cellsOf = ({ form }: CompiledForm, report: DemonstrationReport): Cells => {
    const key = `${form.code} ${report.enterprise} ${report.period} ${report.version}`
    const known = memory.get(key) ?? formCells(form, demonstration, report)
    memory.set(key, known)
    return known
  }
  /** The checks of all forms a report does not pass. */
  const hitsOf = (report: DemonstrationReport): readonly Hit[] =>
    forms.flatMap(({ compiled, names }) => {
      const archived = (period: Period): Cells | undefined => {
        const last = versions.get(`${report.enterprise} ${period}`)?.at(-1)
        return last && cellsOf(compiled, last)
      }
      const at = {
        form: compiled.form,
        period: report.period,
        cells: cellsOf(compiled, report),
        archive: {
          cellsOf: archived,
          elsewhere: (name: string) => elsewhere(names, name, (other) => cellsOf(other, report)),
        },
      }
      const cells = withComputed(compiled, at)
      return checkHits(compiled, { ...at, cells }).map(({ check, cells: keys }) => ({
        check,
        indicators: rowsOf(compiled.form).flatMap(({ code, indicator }) =>
          indicator !== undefined && keys.some((key) => key.startsWith(`${code}.`))
            ? indicator
            : [],
        ),
      }))
    })
  return { demonstration, versions, hitsOf }
}

function elsewhere(
  names: (typeof forms)[number]['names'],
  name: string,
  cellsOf: (form: CompiledForm) => Cells,
): number | undefined {
  const found = names.find((one) => one.name === name)
  const other = forms.find(({ compiled }) => compiled.form.code === found?.form)
  const row = other && rowsOf(other.compiled.form).find(({ code }) => code === found?.row)
  if (!other || !row) return undefined
  const cells = cellsOf(other.compiled)
  const value = [...cells].find(([key]) => key === `${row.code}.${mainColumn(row)}`)?.[1]
  return value === undefined ? undefined : Number(value)
}

describe.each(seeds)('the district of seed %i', (seed) => {
  const archive = archiveOf(seed)
  const { demonstration, versions, hitsOf } = archive

  test('every slip planted in a report is found by a check that reads what is wrong', () => {
    const missed = demonstration.slips.filter(({ enterprise, period, kind }) => {
      const first = versions.get(`${enterprise} ${period}`)?.[0]
      const wrong = slipColumns[kind].map((name): string => columns[name].code)
      const hits = first ? hitsOf(first) : []
      return !hits.some(({ indicators }) => indicators.some((one) => wrong.includes(one)))
    })
    expect({ planted: demonstration.slips.length, missed }).toEqual({ planted: 36, missed: [] })
  })

  test('of the reports in which nothing is wrong fewer than 2 in 100 are asked about', () => {
    const clean = cleanReports(archive)
    const hit = clean.filter((report) => hitsOf(report).length > 0)
    expect(clean.length).toBeGreaterThan(3000)
    expect(hit.length / clean.length).toBeLessThan(0.02)
  })
})

/** Reports of the last year and a half without a slip, of enterprises in no trouble, in their last version. */
function cleanReports({
  demonstration: { slips, turns, periods },
  versions,
}: Archive): readonly DemonstrationReport[] {
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
