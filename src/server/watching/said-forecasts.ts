import type { SaidForecast, targetStanding } from '#contract/watching.ts'
import type { Answer } from '#contract/route.ts'
import { monthsOf, type Period, yearOf } from '#core/period/period.ts'
import type { Db, ReadDb, Row } from '#server/db/db.ts'
import type { Watched } from './standings.ts'
import type * as z from 'zod'

type View = z.output<typeof SaidForecast>

/** What people said coming periods will bring, latest period first; as known at a moment where one is given. */
export function forecastsOf(
  db: ReadDb,
  region: string,
  { lineage, asOf }: { readonly lineage: string; readonly asOf?: string },
): Promise<Row<'saidForecast'>[]> {
  return db
    .selectFrom('saidForecast')
    .selectAll()
    .where('regionCode', '=', region)
    .where('lineageId', '=', lineage)
    .where((is) =>
      asOf === undefined
        ? is('withdrawnAt', 'is', null)
        : is.and([
            is('at', '<=', asOf),
            is.or([is('withdrawnAt', 'is', null), is('withdrawnAt', '>', asOf)]),
          ]),
    )
    .orderBy('period', 'desc')
    .orderBy('at', 'desc')
    .execute()
}

export async function insertForecast(db: Db, row: Row<'saidForecast'>): Promise<void> {
  await db.insertInto('saidForecast').values(row).execute()
}

/** Takes a forecast back; undefined where there is none, or none any more. */
export function withdrawForecastOf(
  db: Db,
  { regionCode, id }: Pick<Row<'saidForecast'>, 'regionCode' | 'id'>,
  by: Pick<Row<'saidForecast'>, 'withdrawnBy' | 'withdrawnAt'>,
): Promise<Row<'saidForecast'> | undefined> {
  return db
    .updateTable('saidForecast')
    .set(by)
    .where('regionCode', '=', regionCode)
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .returningAll()
    .executeTakeFirst()
}

/** What was computed for a period by now; absent beyond what is forecast. */
export function computedFor(
  { remembered }: Pick<Watched, 'remembered'>,
  period: Period,
): View['computed'] {
  const point = remembered?.outlook?.periods.find((each) => each.period === period)
  const year =
    monthsOf(period).to === 12
      ? remembered?.outlook?.years.find((each) => each.year === yearOf(period))
      : undefined
  const found = point ?? year
  return found && { mean: found.mean, lower80: found.lower80, upper80: found.upper80 }
}

/** A forecast with what came of it. */
export function forecastView(
  { id, period, value, computed, why, by, at }: Row<'saidForecast'>,
  { readings }: Pick<Watched, 'readings'>,
): View {
  const actual = readings?.find((reading) => reading.period === period)?.value
  const error = errorOf(Number(value), actual)
  const computedError = computed ? errorOf(computed.mean, actual) : undefined
  return {
    id,
    period,
    value: Number(value),
    ...(computed && { computed }),
    why,
    by,
    at,
    ...(actual !== undefined && { actual }),
    ...(error !== undefined && { error }),
    ...(computedError !== undefined && { computedError }),
  }
}

function errorOf(value: number, actual: number | undefined): number | undefined {
  return actual === undefined || actual === 0 ? undefined : (value - actual) / Math.abs(actual)
}

/** How far people and the computed forecast were off, over the periods both spoke of. */
export function forecastScore(
  forecasts: readonly View[],
): Answer<typeof targetStanding>['forecastScore'] {
  const scored = forecasts.filter(({ error }) => error !== undefined)
  if (scored.length === 0) return undefined
  const both = scored.flatMap(({ computedError }) => computedError ?? [])
  const mean = (errors: readonly number[]): number =>
    errors.reduce((sum, error) => sum + Math.abs(error), 0) / errors.length
  return {
    count: scored.length,
    said: mean(scored.flatMap(({ error }) => error ?? [])),
    ...(both.length > 0 && { computed: mean(both) }),
  }
}
