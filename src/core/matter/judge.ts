import { addWorkingDays } from '../calendar/working-days.ts'
import { evaluate, type Expression } from '../expression/compile.ts'
import { explain, inWords } from '../expression/explain.ts'
import type { Value } from '../expression/value.ts'
import { factsOf, type Seen } from './facts.ts'
import type { Signals } from './matter.ts'
import { concerns, type Ruled, type RuledScheme } from './ruled-scheme.ts'
import type { LampRule, ReminderRule, Scheme, SlipRule } from './scheme.ts'
import { stateOf } from './workflow.ts'

/** A rule that holds, with its figures put in. */
export type Because<Rule> = Rule & { readonly why: string }

/** What the schemes say of a matter on a day. */
export interface Judgement {
  readonly lamp?: Because<LampRule>
  readonly slip?: Because<SlipRule>
  readonly reminders: readonly Because<ReminderRule>[]
  readonly move?: Because<Scheme['moves'][number]>
  readonly lists: readonly Because<Scheme['lists'][number]>[]
  /** Why there is neither lamp nor slip. */
  readonly exempt?: string
}

/**
 * Looks at a matter by the schemes in force, in their order: the first lamp and the first slip count.
 * Lamps and slips are for what is owed; what is held, handled or over has none.
 */
export function judge(schemes: readonly RuledScheme[], seen: Seen): Judgement {
  const applying = schemes.filter(({ scheme }) => concerns(scheme, seen.kind.code))
  const { phase } = stateOf(seen.workflow, seen.standing.state)
  const value = factsOf(seen)
  const all = <Rule extends Ruled & { readonly when: string }>(rules: readonly Rule[]): Rule[] =>
    rules.filter(({ holds }) => isTrue(holds, value))
  const first = <Rule extends Ruled & { readonly when: string }>(
    rules: readonly Rule[],
  ): Rule | undefined => rules.find(({ holds }) => isTrue(holds, value))

  if (phase === 'ended') return { reminders: [], lists: [] }
  const lists = all(applying.flatMap((one) => one.lists)).map((rule) => because(rule, value))
  if (phase !== 'open') return { reminders: [], lists }
  const move = first(applying.flatMap((one) => one.moves))
  const exempt = first(applying.flatMap((one) => one.exemptions))
  const held = move && { move: because(move, value) }
  if (exempt) return { reminders: [], lists, exempt: exempt.why, ...held }
  const lamp = first(applying.flatMap((one) => one.lamps))
  const slip = first(applying.flatMap((one) => one.slips).filter((rule) => follows(rule, seen)))
  return {
    reminders: all(applying.flatMap((one) => one.reminders)).map((rule) => because(rule, value)),
    lists,
    ...held,
    ...(lamp && { lamp: because(lamp, value) }),
    ...(slip && { slip: because(slip, value) }),
  }
}

/** The signals after a judgement; undefined where nothing changed. */
export function signalsAfter(
  { signals, day, calendar }: Pick<Seen, 'signals' | 'day' | 'calendar'>,
  { lamp, slip }: Pick<Judgement, 'lamp' | 'slip'>,
): Signals | undefined {
  if (signals.lamp === lamp?.lamp && !slip) return undefined
  const { lamp: _lamp, lampSince: _since, ...rest } = signals
  return {
    ...rest,
    ...(lamp && {
      lamp: lamp.lamp,
      lampSince: lamp.lamp === signals.lamp ? (signals.lampSince ?? day) : day,
    }),
    ...(slip && {
      slip: {
        code: slip.slip,
        on: day,
        ...(slip.answerIn !== undefined && { due: addWorkingDays(calendar, day, slip.answerIn) }),
      },
    }),
  }
}

function follows({ after }: SlipRule, { signals }: Seen): boolean {
  const last = signals.slip?.code ?? 'none'
  return after.some((code) => code === last)
}

function isTrue(holds: Expression, value: (name: string) => Value): boolean {
  return evaluate(holds, { value }) === true
}

function because<Rule extends Ruled>(rule: Rule, value: (name: string) => Value): Because<Rule> {
  return { ...rule, why: inWords(explain(rule.holds, { value })) }
}
