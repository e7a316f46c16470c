import type { ProjectId } from '#core/id.ts'
import { type Period, periodsBetween, monthPeriod, yearOf } from '#core/period/period.ts'
import type { ToldInvestment } from '#core/project/investment.ts'
import type { ReadDb } from '#server/db/db.ts'
import { toldFigures } from '#server/indicator/told-store.ts'

const investment = 'industrial-investment'
// Nothing of a project is told before.
const firstYear = 2015

/** What was told of the investment of projects, each in the order of months; up to a moment, if one is given. */
export async function toldInvestments(
  db: ReadDb,
  region: string,
  ids: readonly ProjectId[],
  { year, asOf }: { readonly year: number; readonly asOf?: string | undefined },
): Promise<ReadonlyMap<ProjectId, readonly ToldInvestment[]>> {
  if (ids.length === 0) return new Map()
  const told = await toldFigures(db, {
    region,
    subjects: ids.map((code) => ({ kind: 'project' as const, code })),
    indicators: [investment],
    periods: periodsBetween(monthPeriod(firstYear, 1), monthPeriod(year, 12), 'calendar-month'),
    ...(asOf !== undefined && { asOf }),
  })
  const known = told.flatMap(({ subject, period, value }) =>
    value === null ? [] : [{ id: subject.code as ProjectId, period, value: Number(value) }],
  )
  return new Map(
    [...Map.groupBy(known, ({ id }) => id)].map(([id, own]) => [
      id,
      own
        .map(({ period, value }) => ({ period, value }))
        .toSorted((a, b) => a.period.localeCompare(b.period)),
    ]),
  )
}

/** The last year anything was told of; undefined where nothing was. */
export function lastYearTold(
  told: ReadonlyMap<ProjectId, readonly ToldInvestment[]>,
): number | undefined {
  const last = [...told.values()].flatMap((own): Period[] => own.map(({ period }) => period))
  return last.length === 0 ? undefined : Math.max(...last.map(yearOf))
}
