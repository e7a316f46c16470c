import type { MatterSummary } from '#contract/matter.ts'
import type { Rules } from '../matter-rule/rule-texts.ts'
import type { Action } from './act-form.tsx'

type Party = Action['by'][number]

/** What an action wants said of one matter alone, so that it cannot be done on many. */
const ofOne: ReadonlySet<string> = new Set(['parts', 'into', 'step'])

/**
 * The actions that every one of some matters may take where it stands, for somebody who is `parties` to
 * them. Each is refused or done for itself; what is offered here may still be refused for one of them.
 */
export function commonActions(
  matters: readonly Pick<MatterSummary, 'kind' | 'state'>[],
  { kinds, workflows }: Pick<Rules, 'kinds' | 'workflows'>,
  parties: readonly Party[],
): readonly Action[] {
  const [first, ...others] = matters.map(({ kind, state }) => {
    const way = kinds.find(({ code }) => code === kind)?.workflow
    const actions = workflows.find(({ code }) => code === way)?.actions ?? []
    return actions.filter(
      ({ from, by, needs = [] }) =>
        from.includes(state) &&
        by.some((party) => parties.includes(party)) &&
        !needs.some((input) => ofOne.has(input)),
    )
  })
  if (!first) return []
  return first.filter((action) =>
    others.every((actions) => actions.some(({ code }) => code === action.code)),
  )
}
