import {
  addJudgement,
  giveAccount,
  giveVerdict,
  listStandings,
  targetStanding,
  withdrawJudgement,
} from '#contract/watching.ts'
import { lampRuleInForce, setLampRule, tryLampRule } from '#contract/lamp-rule.ts'
import type { TargetId } from '#core/id.ts'
import { type Period, yearOf } from '#core/period/period.ts'
import { lampNames, usualLampRule } from '#core/trajectory/lamp.ts'
import type { Row } from '#server/db/db.ts'
import { record } from '#server/event/store.ts'
import type { ReadContext, WriteContext } from '#server/http/context.ts'
import { type Endpoint, read, write } from '#server/http/endpoint.ts'
import { badInput, changedMeanwhile, notFound } from '#server/http/failure.ts'
import { asOfPart } from '#server/indicator/as-of.ts'
import { lampCounts, lampRuleProblem, lampTrial } from './lamp-trial.ts'
import { lookAtTargets } from './look-at-targets.ts'
import { newId } from '#server/new-id.ts'
import { targetOf } from '#server/plan/ledger-store.ts'
import { openingPeriod, periodsThere } from './measured.ts'
import type { outlookMemory } from './remembered.ts'
import {
  insertJudgement,
  insertLampRule,
  insertSaying,
  lampRulesOf,
  latestSayings,
  sayingsOf,
  withdrawJudgementOf,
} from './saying-store.ts'
import { standingView } from './standing-view.ts'
import { pathView } from './path-routes.ts'
import { forecastScore, forecastsOf, forecastView } from './said-forecasts.ts'
import { judgementFor } from './standings.ts'
import { curveOf, underOtherMethods, yearsOf } from './target-curve.ts'

type OutlookOf = ReturnType<typeof outlookMemory>

export function standingEndpoints(outlookOf: OutlookOf): readonly Endpoint[] {
  return [
    read(listStandings, async ({ period: chosen, asOf, planId }, { db, region }) => {
      const periods = await periodsThere(db, region.code)
      const known = asOfPart(asOf)
      const period = chosen ?? (await openingPeriod(db, region.code, periods, known.asOf))
      const none = { normal: 0, warning: 0, behind: 0, unreported: 0 }
      if (!period) return { periods, targets: [], counts: none }
      const asked = { region: region.code, period, ...known }
      const plan = planId === undefined ? {} : { planId }
      const look = await lookAtTargets(db, { ...asked, ...plan }, outlookOf)
      const sayings = await latestSayings(db, asked)
      const targets = look.targets.map((watch) => standingView(watch, { ...look, sayings, period }))
      return { period, periods, targets, counts: lampCounts(look.targets) }
    }),

    read(targetStanding, (input, context) => standingPage(input, context, outlookOf)),

    write(giveAccount, async ({ region, id, period, text }, context) => {
      const { lineageId } = await targetHere(context, region, id)
      await say(context, { lineageId, kind: 'account', period, lamp: null, text })
      return {}
    }),

    write(giveVerdict, async ({ region, id, period, lamp, text }, context) => {
      const { lineageId } = await targetHere(context, region, id)
      await say(context, { lineageId, kind: 'verdict', period, lamp, text })
      return {}
    }),

    write(addJudgement, async ({ region, id: target, year, amount, name, why }, context) => {
      const { lineageId } = await targetHere(context, region, target)
      const { db, user, now } = context
      const id = newId('judgement')
      await insertJudgement(db, {
        regionCode: region,
        id,
        lineageId,
        year,
        amount: String(amount),
        name,
        why,
        by: user,
        at: now,
        withdrawnBy: null,
        withdrawnAt: null,
      })
      await tell(context, 'judgement-added', id, { year, amount, name }, why)
      return { id }
    }),

    write(withdrawJudgement, async ({ id }, context) => {
      const { db, region, user, now } = context
      const key = { regionCode: region.code, id }
      const row = await withdrawJudgementOf(db, key, { withdrawnBy: user, withdrawnAt: now })
      if (!row) throw notFound('Judgement')
      await tell(context, 'judgement-withdrawn', id, { name: row.name, year: row.year })
      return {}
    }),

    read(lampRuleInForce, async (_, { db, region }) => {
      const versions = await lampRulesOf(db, region.code)
      const shipped = { version: 0, rule: usualLampRule, why: '', at: '2026-01-01T00:00:00.000Z' }
      return {
        versions: [...versions.map(({ regionCode: _region, ...row }) => row), shipped],
        names: lampNames,
      }
    }),

    read(tryLampRule, ({ rule, periods }, { db, region }) =>
      lampTrial(db, { region: region.code, rule, periods, outlookOf }),
    ),

    write(setLampRule, async ({ version, rule, why }, context) => {
      const { db, region, user, now } = context
      const problem = lampRuleProblem(rule)
      if (problem) throw badInput('lamp-rule-unread', 'A condition cannot be read', problem)
      const [latest] = await lampRulesOf(db, region.code)
      if ((latest?.version ?? 0) !== version) {
        throw changedMeanwhile('The rule has another version by now', latest?.rule)
      }
      const next = version + 1
      await insertLampRule(db, {
        regionCode: region.code,
        version: next,
        rule,
        why,
        by: user,
        at: now,
      })
      await tell(context, 'lamp-rule-set', newId('lamp-rule'), { ...rule, version: next }, why)
      return { version: next }
    }),
  ]
}

async function standingPage(
  {
    region,
    id,
    period: asked,
    asOf,
  }: { region: string; id: TargetId; period?: Period; asOf?: string },
  { db, regions }: ReadContext,
  outlookOf: OutlookOf,
) {
  if (!regions.some(({ code }) => code === region)) throw notFound('Target')
  const periods = await periodsThere(db, region)
  const known: { readonly asOf?: string } = asOfPart(asOf)
  const period = asked ?? (await openingPeriod(db, region, periods, known.asOf))
  if (!period) throw notFound('Figures')
  const look = await lookAtTargets(db, { region, period, target: id, ...known }, outlookOf)
  const [watch] = look.targets
  if (!watch) throw notFound('Target')
  const { lineageId } = watch.row
  const sayings = await sayingsOf(db, { region, lineage: lineageId, ...known })
  const judgement = judgementFor(look.judgements, lineageId, yearOf(period))
  const forecasts = (await forecastsOf(db, region, { lineage: lineageId, ...known })).map((row) =>
    forecastView(row, watch),
  )
  const score = forecastScore(forecasts)
  return {
    path: await pathView(db, watch, known.asOf),
    forecasts,
    ...(score && { forecastScore: score }),
    standing: standingView(watch, { ...look, sayings, period }),
    ...(watch.past?.latest && { figure: watch.past.latest }),
    curve: curveOf(watch, yearOf(period), judgement),
    lastYear: curveOf(watch, yearOf(period) - 1),
    years: yearsOf(watch, look.judgements, period),
    methods: underOtherMethods(watch, period),
    said: sayings.map(({ kind, period: about, lamp, text, by, at }) => ({
      kind,
      period: about,
      text,
      by,
      at,
      ...(lamp !== null && { lamp }),
    })),
    judgements: look.judgements
      .filter((each) => each.lineageId === lineageId)
      .map(({ id: own, year, amount, name, why, by, at }) => ({
        id: own,
        year,
        amount: Number(amount),
        name,
        why,
        by,
        at,
      })),
  }
}

/** A target of the region the caller speaks for. */
async function targetHere({ db, region: own }: WriteContext, region: string, id: TargetId) {
  const row = region === own.code ? await targetOf(db, region, id) : undefined
  if (!row) throw notFound('Target')
  return row
}

async function say(
  context: WriteContext,
  saying: Pick<Row<'targetSaying'>, 'lineageId' | 'kind' | 'period' | 'lamp' | 'text'>,
): Promise<void> {
  const { db, region, user, now } = context
  const id = newId('target-saying')
  await insertSaying(db, { ...saying, regionCode: region.code, id, by: user, at: now })
  const action = saying.kind === 'account' ? 'target-accounted' : 'target-judged'
  await tell(context, action, id, { period: saying.period, lamp: saying.lamp, text: saying.text })
}

async function tell(
  { db, region, user, now, stale }: WriteContext,
  action:
    | 'judgement-added'
    | 'judgement-withdrawn'
    | 'lamp-rule-set'
    | 'target-accounted'
    | 'target-judged',
  id: Parameters<typeof record>[1][number]['subject'],
  after: unknown,
  why?: string,
): Promise<void> {
  const kind = action.startsWith('judgement')
    ? 'judgement'
    : action === 'lamp-rule-set'
      ? 'lamp-rule'
      : 'target'
  await record(db, [
    {
      region: region.code,
      at: now,
      by: user,
      action,
      subject: id,
      entity: { kind, id },
      after,
      why,
    },
  ])
  stale(['figures', 'watching'])
}
