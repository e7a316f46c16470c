import type { PlanId, TargetId } from '#core/id.ts'
import type { Period } from '#core/period/period.ts'
import { type LampRule, usualLampRule } from '#core/trajectory/lamp.ts'
import type { ReadDb, Row } from '#server/db/db.ts'
import { libraryAt } from '#server/indicator/library/library.ts'
import type { outlookMemory } from './remembered.ts'
import { judgementsOf, lampRuleAt } from './saying-store.ts'
import { standingsOf, type Watched, type WatchedTarget } from './standings.ts'
import { watchedTargets } from './watched-targets.ts'

type OutlookOf = ReturnType<typeof outlookMemory>

interface Asked {
  readonly region: string
  readonly period: Period
  /** Absent for the present. */
  readonly asOf?: string
  readonly planId?: PlanId
  /** Only this one. */
  readonly target?: TargetId
  readonly rule?: LampRule
}

export interface Look {
  readonly targets: readonly Watched[]
  readonly judgements: readonly Row<'judgement'>[]
}

/** Where all targets of a region stand in a period, as known now or at a moment. */
export async function lookAtTargets(
  db: ReadDb,
  { region, period, asOf, planId, target, rule }: Asked,
  outlookOf: OutlookOf,
): Promise<Look> {
  const known = asOf === undefined ? {} : { asOf }
  const library = await libraryAt(db, asOf)
  const all = await watchedTargets(db, {
    ...known,
    region,
    library,
    ...(planId !== undefined && { planId }),
  })
  const targets = target === undefined ? all : all.filter(({ row }) => row.id === target)
  const judgements = await judgementsOf(db, region, asOf)
  const inForce = rule ?? (await lampRuleAt(db, region, asOf)) ?? usualLampRule
  const watched = await standingsOf(db, {
    ...known,
    region,
    period,
    targets,
    judgements,
    outlookOf,
    rule: inForce,
  })
  return { targets: watched, judgements }
}

/** One target once more, changed: what a trial of another path asks. */
export async function standAgain(
  db: ReadDb,
  {
    region,
    period,
    judgements,
    outlookOf,
  }: Pick<Asked, 'region' | 'period'> &
    Pick<Look, 'judgements'> & { readonly outlookOf: OutlookOf },
  target: WatchedTarget,
): Promise<Watched> {
  const rule = (await lampRuleAt(db, region)) ?? usualLampRule
  const asked = { region, period, judgements, outlookOf, rule, targets: [target] }
  const [watched] = await standingsOf(db, asked)
  if (!watched) throw new Error('a target that was asked about is not answered')
  return watched
}
