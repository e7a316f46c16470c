import type { tryLampRule } from '#contract/lamp-rule.ts'
import type { Answer } from '#contract/route.ts'
import { problemInWords } from '#core/expression/messages.ts'
import type { Period } from '#core/period/period.ts'
import { isBindingTarget } from '#core/trajectory/of-target.ts'
import { type Lamp, lampJudge, type LampRule } from '#core/trajectory/lamp.ts'
import type { ReadDb } from '#server/db/db.ts'
import { lookAtTargets } from './look-at-targets.ts'
import type { outlookMemory } from './remembered.ts'
import type { Watched } from './standings.ts'

type Trial = Answer<typeof tryLampRule>

/** How many targets that something measures have which lamp. */
export function lampCounts(targets: readonly Watched[]): Readonly<Record<Lamp, number>> {
  const count = (lamp: Lamp): number =>
    targets.filter(({ measure, standing }) => measure && standing.lamp === lamp).length
  return {
    normal: count('normal'),
    warning: count('warning'),
    behind: count('behind'),
    unreported: count('unreported'),
  }
}

/** The first condition of a rule that cannot be read, with its place. */
export function lampRuleProblem(rule: LampRule) {
  const judge = lampJudge(rule)
  if (judge.ok) return undefined
  const { field, problem } = judge.error
  return { field, start: problem.start, end: problem.end, text: problemInWords(problem) }
}

/** Past periods under the rule in force and under another one; nothing is stored. */
export async function lampTrial(
  db: ReadDb,
  {
    region,
    rule,
    periods,
    outlookOf,
  }: {
    readonly region: string
    readonly rule: LampRule
    readonly periods: readonly Period[]
    readonly outlookOf: ReturnType<typeof outlookMemory>
  },
): Promise<Trial> {
  const problem = lampRuleProblem(rule)
  if (problem) return { problem, periods: [], targets: [] }
  const looks: PeriodLook[] = []
  for (const period of periods) {
    const now = (await lookAtTargets(db, { region, period }, outlookOf)).targets
    const tried = (await lookAtTargets(db, { region, period, rule }, outlookOf)).targets
    looks.push({ period, now, tried })
  }
  return { periods: looks.map(countsOf), targets: targetsOf(looks) }
}

interface PeriodLook {
  readonly period: Period
  readonly now: readonly Watched[]
  /** The same targets in the same order. */
  readonly tried: readonly Watched[]
}

function countsOf({ period, now, tried }: PeriodLook): Trial['periods'][number] {
  return {
    period,
    now: lampCounts(now),
    tried: lampCounts(tried),
    changed: now.flatMap(({ row, standing }, i) => {
      const other = tried[i]?.standing.lamp
      return other === undefined || other === standing.lamp
        ? []
        : [{ id: row.id, indicator: row.content.indicator, from: standing.lamp, to: other }]
    }),
  }
}

function targetsOf(looks: readonly PeriodLook[]): Trial['targets'] {
  const measured = looks[0]?.now.filter(({ measure }) => measure) ?? []
  return measured.map(({ row }) => ({
    id: row.id,
    indicator: row.content.indicator,
    ...(row.content.scope && { scope: row.content.scope.name }),
    isBinding: isBindingTarget(row.content),
    lamps: looks.flatMap(({ period, now, tried }) => {
      const own = (watched: readonly Watched[]): Lamp | undefined =>
        watched.find((each) => each.row.id === row.id)?.standing.lamp
      const [was, would] = [own(now), own(tried)]
      return was && would ? [{ period, now: was, tried: would }] : []
    }),
  }))
}
