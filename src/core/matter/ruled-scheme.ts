import { compile, type Declaration, type Expression } from '../expression/compile.ts'
import { problemInWords } from '../expression/messages.ts'
import { err, ok, type Result } from '../result.ts'
import { factNames } from './facts.ts'
import type { Kind } from './kind.ts'
import type { LampRule, ReminderRule, Scheme, SlipRule } from './scheme.ts'
import { actionOf, type Workflow } from './workflow.ts'

/** A scheme whose every expression was read and checked. */
export interface RuledScheme {
  readonly scheme: Scheme
  readonly lamps: readonly (LampRule & Ruled)[]
  readonly slips: readonly (SlipRule & Ruled)[]
  readonly reminders: readonly (ReminderRule & Ruled)[]
  readonly exemptions: readonly (Scheme['exemptions'][number] & Ruled)[]
  readonly moves: readonly (Scheme['moves'][number] & Ruled)[]
  readonly lists: readonly (Scheme['lists'][number] & Ruled)[]
}

export interface Ruled {
  readonly holds: Expression
}

export interface SchemeFault {
  /** `lamps.0.when` */
  readonly place: string
  /** A code of the expression language, `unknown-kind` or `unknown-action`. */
  readonly code: string
  /** In plain Chinese. */
  readonly text: string
}

/** Makes a scheme ready, or says all that is wrong with it. */
export function ruledScheme(
  scheme: Scheme,
  kinds: readonly Kind[],
  workflows: readonly Workflow[],
): Result<RuledScheme, readonly SchemeFault[]> {
  const faults: SchemeFault[] = [
    ...kindFaults(scheme, kinds),
    ...moveFaults(scheme, kinds, workflows),
  ]
  const concerned = kinds.filter((kind) => concerns(scheme, kind.code))
  const names: ReadonlyMap<string, Declaration> = factNames(
    concerned.flatMap(({ steps = [] }) => steps),
  )
  const ruled = <Rule extends { readonly when: string }>(part: string, rules: readonly Rule[]) =>
    rules.flatMap((rule, index): (Rule & Ruled)[] => {
      const compiled = compile(rule.when, { names })
      if (compiled.ok) return [{ ...rule, holds: compiled.value }]
      const place = `${part}.${index}.when`
      faults.push({ place, code: compiled.error.code, text: problemInWords(compiled.error) })
      return []
    })
  const made: RuledScheme = {
    scheme,
    lamps: ruled('lamps', scheme.lamps),
    slips: ruled('slips', scheme.slips),
    reminders: ruled('reminders', scheme.reminders),
    exemptions: ruled('exemptions', scheme.exemptions),
    moves: ruled('moves', scheme.moves),
    lists: ruled('lists', scheme.lists),
  }
  return faults.length > 0 ? err(faults) : ok(made)
}

/** What of the conditions of a workflow cannot be read for the kinds that go this way. */
export function conditionFaults(
  { code, actions }: Workflow,
  kinds: readonly Kind[],
): readonly SchemeFault[] {
  const going = kinds.filter(({ workflow }) => workflow === code)
  const names = factNames(going.flatMap(({ steps = [] }) => steps))
  return actions.flatMap(({ conditions = [] }, index) =>
    conditions.flatMap(({ when }, at) => {
      const compiled = compile(when, { names })
      if (compiled.ok) return []
      const place = `actions.${index}.conditions.${at}.when`
      return [{ place, code: compiled.error.code, text: problemInWords(compiled.error) }]
    }),
  )
}

/** Whether a scheme is for a kind. */
export function concerns({ kinds }: Pick<Scheme, 'kinds'>, kind: string): boolean {
  return kinds.length === 0 || kinds.includes(kind)
}

function kindFaults({ kinds }: Scheme, known: readonly Kind[]): readonly SchemeFault[] {
  return kinds.flatMap((code, index) =>
    known.some((kind) => kind.code === code)
      ? []
      : [{ place: `kinds.${index}`, code: 'unknown-kind', text: `没有“${code}”这类事项` }],
  )
}

/** The clock does only what the workflows of all its kinds let it do. */
function moveFaults(
  scheme: Scheme,
  kinds: readonly Kind[],
  workflows: readonly Workflow[],
): readonly SchemeFault[] {
  const concerned = kinds.filter(({ code }) => concerns(scheme, code))
  const used = workflows.filter(({ code }) => concerned.some(({ workflow }) => workflow === code))
  return scheme.moves.flatMap(({ action }, index) =>
    used.length > 0 && used.every((one) => actionOf(one, action)?.by.includes('clock') === true)
      ? []
      : [
          {
            place: `moves.${index}.action`,
            code: 'unknown-action',
            text: `流程中没有可由系统执行的动作“${action}”`,
          },
        ],
  )
}
