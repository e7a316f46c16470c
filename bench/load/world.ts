import { readPreparation } from '#contract/demonstration.ts'
import { listDrafts } from '#contract/draft.ts'
import { listEnterprises } from '#contract/enterprise.ts'
import { listMatters } from '#contract/matter.ts'
import { listPlans } from '#contract/plan.ts'
import { listReports, listRounds } from '#contract/report.ts'
import { listStandings } from '#contract/watching.ts'
import { setTimeout as wait } from 'node:timers/promises'
import { whoAmI } from '#contract/session.ts'
import { ask, signedIn, type User } from '../program/user.ts'

/** What there is in the demonstration to look at and to change. */
export type World = Awaited<ReturnType<typeof worldOf>>

/** At least one. */
export type Some<Value> = readonly [Value, ...Value[]]

/** Waits until all of the demonstration is there. */
export async function worldOf(url: string) {
  const planner = await signedIn(url, 'guihua')
  const analyst = await signedIn(url, 'yunxing')
  const unit = await signedIn(url, 'zeren')
  const park = await signedIn(url, 'yuanqu')
  const enterprise = await signedIn(url, 'qiye')
  await everythingKnown(analyst)
  const { targets, period } = await ask(analyst, listStandings, {})
  const { reports } = await ask(enterprise, listReports, { state: ['open'] })
  const { matters } = await ask(unit, listMatters, { limit: 200 })
  return {
    /** Of the demonstration. */
    region: (await ask(analyst, whoAmI, {})).region.code,
    period: period ?? '',
    draft: some((await ask(planner, listDrafts, { status: ['reviewing'] })).drafts)[0],
    plan: some((await ask(planner, listPlans, {})).plans)[0],
    targets: some(targets),
    matters: some((await ask(analyst, listMatters, { limit: 200 })).matters),
    mattersOfUnit: some(matters),
    enterprises: some((await ask(analyst, listEnterprises, {})).enterprises),
    enterprisesOfPark: some((await ask(park, listEnterprises, {})).enterprises),
    reports: some(reports),
    round: some((await ask(analyst, listRounds, {})).rounds)[0],
  }
}

async function everythingKnown(user: User): Promise<void> {
  while ((await ask(user, readPreparation, {})).isPreparing) await wait(1000)
}

function some<Value>(values: readonly Value[]): Some<Value> {
  const [first, ...rest] = values
  if (first === undefined) throw new Error('The demonstration has some')
  return [first, ...rest]
}
