import type { raiseDuties, DutyProposal } from '#contract/matter-duty.ts'
import type { Input } from '#contract/route.ts'
import type { OrganisationId } from '#core/id.ts'

/** What a person confirmed for one task. */
export interface Chosen {
  readonly lead: OrganisationId | undefined
  readonly due: string | undefined
  readonly quarters: boolean
  /** Places in the figures the task names: one is bound to the matter, several become its parts. */
  readonly figures: readonly number[]
}

/** What stands there before anybody changed it: a lead only where one unit alone is meant. */
export function chosenFirst({ lead, due, figures }: DutyProposal): Chosen {
  const [only] = lead
  const [candidate] = only?.candidates ?? []
  const isClear = lead.length === 1 && only?.candidates.length === 1
  return {
    lead: isClear ? candidate?.id : undefined,
    due,
    quarters: false,
    figures: figures.map((_, place) => place),
  }
}

/** What is sent for a task: other units that are clear come along as responsible. */
export function dutiesSent(
  duty: DutyProposal,
  { lead, due, quarters, figures }: Chosen,
): Input<typeof raiseDuties>['tasks'][number] {
  const responsible = [...duty.lead, ...duty.responsible].flatMap(({ candidates }) =>
    candidates.length === 1 && candidates[0] ? [candidates[0].id] : [],
  )
  const chosen = duty.figures.filter((_, place) => figures.includes(place))
  const [bound, second] = chosen
  return {
    taskId: duty.taskId,
    ...(lead && { lead }),
    responsible: [...new Set(responsible)].filter((unit) => unit !== lead),
    ...(due !== undefined && { due }),
    ...(due === undefined && duty.rhythm && { rhythm: duty.rhythm }),
    quarters,
    ...(bound && !second && { figure: bound.figure }),
    measures: second ? chosen.map(({ text, figure }) => ({ text, figure })) : [],
  }
}
