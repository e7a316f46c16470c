import { columnNames, columns, type ColumnName } from '#core/demonstration/columns.ts'
import type { Demonstration } from '#core/demonstration/demonstration.ts'
import type { DemonstrationReport } from '#core/demonstration/reports.ts'
import { monthPeriod, monthsOf, type Period, periodsBetween, yearOf } from '#core/period/period.ts'
import type { Seen } from '#core/warning/look.ts'
import { seriesTerms, singleSeries, type ToldSample } from '#core/warning/single-series.ts'

const yearsBack = 3
const byCode = new Map<string, ColumnName>(columnNames.map((name) => [columns[name].code, name]))

/**
 * The enterprises of the invented district as warning rules see them at the end of each month's
 * round, late reports in and corrections of the next round not yet: the same figures the database
 * has, without one.
 */
export function seenEnterprises(
  demonstration: Demonstration,
  indicators: readonly string[],
): (period: Period) => readonly Seen[] {
  const told = new Map<string, DemonstrationReport[]>()
  for (const period of demonstration.periods) {
    for (const report of demonstration.reportsOf(period)) {
      if (report.acceptedAt === undefined) continue
      const key = `${report.enterprise} ${period}`
      told.set(key, [...(told.get(key) ?? []), report])
    }
  }
  return (until) => {
    const moment = endOfRound(until)
    const periods = periodsBetween(`${yearOf(until) - yearsBack}-M1-2` as Period, until)
    return demonstration.enterprises.map(({ id }, enterprise) => ({
      subject: { kind: 'enterprise', code: id },
      series: new Map(
        indicators.flatMap((indicator) => {
          const name = byCode.get(indicator)
          if (!name) return []
          const sample = (period: Period): ToldSample | undefined => {
            const known = told
              .get(`${enterprise} ${period}`)
              ?.findLast(({ acceptedAt }) => (acceptedAt ?? '') <= moment)
            if (!known) return undefined
            const units = 10 ** columns[name].decimals
            return { value: known.values[name] / units, base: known.base[name] / units }
          }
          return [
            [indicator, singleSeries(seriesTerms(periods, columns[name].kind === 'flow'), sample)],
          ]
        }),
      ),
    }))
  }
}

/** The whole district as rules see it once everything of a month is in. */
export function seenDistrict(
  demonstration: Demonstration,
  indicator: string,
): (period: Period) => Seen {
  const name = byCode.get(indicator)
  if (!name) throw new Error(`No column tells ${indicator}`)
  const sums = new Map<Period, ToldSample>()
  for (const period of demonstration.periods) {
    const last = new Map(demonstration.reportsOf(period).map((one) => [one.enterprise, one]))
    const sum = (pick: (report: DemonstrationReport) => number): number =>
      [...last.values()].reduce((total, report) => total + pick(report), 0)
    sums.set(period, {
      value: sum(({ values }) => values[name]),
      base: sum(({ base }) => base[name]),
    })
  }
  return (until) => {
    const periods = periodsBetween(`${yearOf(until) - yearsBack}-M1-2` as Period, until)
    const terms = seriesTerms(periods, columns[name].kind === 'flow')
    const series = singleSeries(terms, (period) => sums.get(period))
    return { subject: { kind: 'region', code: '' }, series: new Map([[indicator, series]]) }
  }
}

/** Late reports come in by the 26th of the month after; what is corrected comes with the next round. */
function endOfRound(period: Period): string {
  const [year, to] = [yearOf(period), monthsOf(period).to]
  const next = to === 12 ? monthPeriod(year + 1, 1) : monthPeriod(year, to + 1)
  return `${next}-27T00:00:00.000Z`
}
