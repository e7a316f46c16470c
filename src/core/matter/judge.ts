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
  /** Those that hold and did not before. */
  readonly reminders: readonly Because<ReminderRule>[]
  /** Codes of all that hold. */
  readonly reminding: readonly string[]
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

  const none = { reminders: [], reminding: [] }
  if (phase === 'ended') return { ...none, lists: [] }
  const lists = all(applying.flatMap((one) => one.lists)).map((rule) => because(rule, value))
  if (phase !== 'open') return { ...none, lists }
  const move = first(applying.flatMap((one) => one.moves))
  const exempt = first(applying.flatMap((one) => one.exemptions))
  const held = move && { move: because(move, value) }
  if (exempt) return { ...none, lists, exempt: exempt.why, ...held }
  const lamp = first(applying.flatMap((one) => one.lamps))
  const slip = first(applying.flatMap((one) => one.slips).filter((rule) => follows(rule, seen)))
  const reminders = all(applying.flatMap((one) => one.reminders))
  const before = new Set(seen.signals.reminding)
  return {
    reminders: reminders
      .filter(({ code }) => !before.has(code))
      .map((rule) => because(rule, value)),
    reminding: reminders.map(({ code }) => code),
    lists,
    ...held,
    ...(lamp && { lamp: because(lamp, value) }),
    ...(slip && { slip: because(slip, value) }),
  }
}

/** The signals after a judgement; undefined where nothing changed. */
export function signalsAfter(
  { signals, day, calendar }: Pick<Seen, 'signals' | 'day' | 'calendar'>,
  { lamp, slip, reminding }: Pick<Judgement, 'lamp' | 'slip' | 'reminding'>,
): Signals | undefined {
  const isReminded = reminding.join() === (signals.reminding ?? []).join()
  if (signals.lamp === lamp?.lamp && !slip && isReminded) return undefined
  const { lamp: _lamp, lampSince: _since, reminding: _reminding, ...rest } = signals
  return {
    ...rest,
    ...(reminding.length > 0 && { reminding }),
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
