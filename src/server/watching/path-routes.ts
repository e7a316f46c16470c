import {
  type OwnPathText,
  sayForecast,
  setPath,
  type targetStanding,
  tryPath,
  withdrawForecast,
} from '#contract/watching.ts'
import type { Answer } from '#contract/route.ts'
import { newId } from '#server/new-id.ts'
import type { TargetId } from '#core/id.ts'
import { comparePeriods, type Period, periodsOfYear, yearOf } from '#core/period/period.ts'
import { periodName } from '#core/period/period-name.ts'
import { pathMethod } from '#core/trajectory/path-method.ts'
import { trajectoryOf } from '#core/trajectory/of-target.ts'
import { ownPathProblem, usualOwnPath } from '#core/trajectory/own-path.ts'
import { plannedAt } from '#core/trajectory/planned.ts'
import type { ReadDb } from '#server/db/db.ts'
import { record } from '#server/event/store.ts'
import type { ReadContext } from '#server/http/context.ts'
import { type Endpoint, read, write } from '#server/http/endpoint.ts'
import { badInput, changedMeanwhile, notFound } from '#server/http/failure.ts'
import { choosePathOf } from '#server/plan/ledger.ts'
import { citationOfTable } from '#server/plan/plan-parts.ts'
import { lookAtTargets, standAgain } from './look-at-targets.ts'
import { openingPeriod, periodsThere } from './measured.ts'
import { insertOwnPath, ownPathsOf } from './own-path-store.ts'
import type { outlookMemory } from './remembered.ts'
import { computedFor, insertForecast, withdrawForecastOf } from './said-forecasts.ts'
import { sayingsOf } from './saying-store.ts'
import { standingView } from './standing-view.ts'
import type { Watched } from './standings.ts'
import { curveOf } from './target-curve.ts'

type OutlookOf = ReturnType<typeof outlookMemory>

export function pathEndpoints(outlookOf: OutlookOf): readonly Endpoint[] {
  return [
    read(tryPath, async ({ region, id, period: asked, ...path }, context) => {
      const { watch, look, period } = await watchedHere(
        context,
        { region, id, period: asked },
        outlookOf,
      )
      checkPoints(watch, path)
      const tried = await standAgain(
        context.db,
        { region, period, judgements: look.judgements, outlookOf },
        {
          ...watch,
          row: { ...watch.row, path: path.method ?? computedMethod(watch) },
          ownPath: { spread: path.spread, points: path.points },
        },
      )
      const sayings = await sayingsOf(context.db, { region, lineage: tried.row.lineageId })
      return {
        standing: standingView(tried, { ...look, sayings, period }),
        curve: curveOf(tried, yearOf(period)),
        years: yearsPlanned(tried),
      }
    }),

    write(setPath, async ({ region, id, revision, version, why, ...path }, context) => {
      const { db, user, now, stale } = context
      const { watch } = await watchedHere(context, { region, id }, outlookOf)
      const { lineageId } = watch.row
      checkPoints(watch, path)
      const current = (await ownPathsOf(db, region)).get(lineageId)
      if ((current?.version ?? 0) !== version) {
        throw changedMeanwhile('The path was set by somebody else meanwhile', current)
      }
      await choosePathOf(context, {
        region,
        id,
        revision,
        ...(path.method && { path: path.method }),
      })
      const next = version + 1
      const { spread, points } = path
      await insertOwnPath(db, {
        regionCode: region,
        lineageId,
        version: next,
        spread,
        points,
        why,
        by: user,
        at: now,
      })
      await record(db, [
        {
          region,
          at: now,
          by: user,
          action: 'own-path-set',
          subject: watch.row.planId,
          entity: { kind: 'target', id },
          before: current && { spread: current.spread, points: current.points },
          after: path,
          why,
        },
      ])
      stale(['figures', 'watching'])
      return { version: next }
    }),

    write(sayForecast, async ({ region, id: target, period, value, why }, context) => {
      const { db, user, now, stale } = context
      const { watch } = await watchedHere(context, { region, id: target }, outlookOf)
      checkPeriod(watch, period)
      if (watch.readings?.some((reading) => comparePeriods(reading.period, period) >= 0)) {
        throw badInput('forecast-too-late', 'The figure of this period is there')
      }
      const id = newId('said-forecast')
      await insertForecast(db, {
        regionCode: region,
        id,
        lineageId: watch.row.lineageId,
        period,
        value: String(value),
        computed: computedFor(watch, period) ?? null,
        why,
        by: user,
        at: now,
        withdrawnBy: null,
        withdrawnAt: null,
      })
      await record(db, [
        {
          region,
          at: now,
          by: user,
          action: 'forecast-said',
          subject: id,
          entity: { kind: 'said-forecast', id },
          after: { period, value },
          why,
        },
      ])
      stale(['figures', 'watching'])
      return { id }
    }),

    write(withdrawForecast, async ({ id }, { db, region, user, now, stale }) => {
      const key = { regionCode: region.code, id }
      const row = await withdrawForecastOf(db, key, { withdrawnBy: user, withdrawnAt: now })
      if (!row) throw notFound('Forecast')
      await record(db, [
        {
          region: region.code,
          at: now,
          by: user,
          action: 'forecast-withdrawn',
          subject: id,
          entity: { kind: 'said-forecast', id },
          after: { period: row.period, value: row.value },
        },
      ])
      stale(['figures', 'watching'])
      return {}
    }),
  ]
}

/** The path of a target as it is in use, for the screen. */
export async function pathView(
  db: ReadDb,
  watch: Watched,
  asOf: string | undefined,
): Promise<Answer<typeof targetStanding>['path']> {
  const { row } = watch
  const set = (await ownPathsOf(db, row.regionCode, asOf)).get(row.lineageId)
  const { spread, points } = set ?? usualOwnPath
  return {
    ...(row.pathChosen && { method: row.path }),
    computed: computedMethod(watch),
    revision: row.revision,
    version: set?.version ?? 0,
    spread,
    points,
    ...(set && { why: set.why, by: set.by, at: set.at }),
  }
}

function computedMethod({ row }: Watched) {
  return pathMethod({ ...row.content, citation: row.citation ?? citationOfTable('') })
}

/** A target of the caller's region with everything that is known of it. */
async function watchedHere(
  { db, region: own }: ReadContext,
  { region, id, period: asked }: { region: string; id: TargetId; period?: Period | undefined },
  outlookOf: OutlookOf,
) {
  if (region !== own.code) throw notFound('Target')
  const periods = await periodsThere(db, region)
  const period = asked ?? (await openingPeriod(db, region, periods))
  if (!period) throw notFound('Figures')
  const look = await lookAtTargets(db, { region, period, target: id }, outlookOf)
  const [watch] = look.targets
  if (!watch) throw notFound('Target')
  return { watch, look, period }
}

function checkPoints(
  watch: Watched,
  { points, method }: Pick<OwnPathText, 'points' | 'method'>,
): void {
  const { row } = watch
  for (const { period } of points) checkPeriod(watch, period)
  const stated = trajectoryOf(row.content, {
    method: method ?? computedMethod(watch),
    start: row.meta.period.start,
  })
  const problem = ownPathProblem(points, stated)
  if (problem) {
    throw badInput(problem.code, 'A value cannot stand there', { text: periodName(problem.period) })
  }
}

/** A value belongs to a period the target has figures of. */
function checkPeriod({ measure }: Watched, period: Period): void {
  const frequency = measure?.definition.frequency ?? 'year'
  if (periodsOfYear(yearOf(period), frequency).includes(period)) return
  throw badInput('own-point-unmeasured', 'No figures of this period', { text: periodName(period) })
}

function yearsPlanned({ trajectory }: Watched) {
  const years = trajectory.milestones.map(({ year }) => year)
  const first = trajectory.base?.year ?? trajectory.start ?? Math.min(...years)
  const last = Math.max(first, ...years)
  return Array.from({ length: Math.min(last - first + 1, 30) }, (_, i) => first + i).map((year) => {
    const { value } = plannedAt(trajectory, year)
    return { year, ...(value !== undefined && { planned: value }) }
  })
}
