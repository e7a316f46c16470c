/**
 * The life of a kind of matter as a table: its states, and the actions that lead from one to the next.
 * Tables are data (`data/matter-rules/workflows`); what is said here is what they may say.
 */
export interface Workflow {
  readonly code: string
  readonly name: string
  /** The state of a matter that has just been raised. */
  readonly first: string
  readonly states: readonly State[]
  readonly actions: readonly Action[]
}

export const parties = ['supervisor', 'lead', 'responsible', 'raiser', 'clock'] as const
/**
 * What somebody is to a matter: the office that supervises, of the lead unit, of another responsible
 * unit, who raised it (an enterprise, a warning), or the clock of the program itself.
 */
export type Party = (typeof parties)[number]

export const phases = ['open', 'held', 'done', 'ended'] as const
/** Owed; held without time running; handled but not yet struck off; over. Lamps burn only while open. */
export type Phase = (typeof phases)[number]

export interface State {
  readonly code: string
  readonly name: string
  readonly phase: Phase
  /** Who moves next. */
  readonly waitsFor?: Party
  /** In how many working days it should be left. */
  readonly limit?: number
}

export const inputs = [
  'words',
  'lead',
  'due',
  'progress',
  'evidence',
  'quality',
  'step',
  'into',
  'parts',
] as const
/** What can be said with an action. */
export type Input = (typeof inputs)[number]

export const guards = [
  'lead-named',
  'time-named',
  'evidence-given',
  'steps-done',
  'parts-done',
  'figure-agrees',
  'figure-differs',
  'is-long',
  'extension-asked',
  'no-extension-asked',
] as const
/** What must hold before an action. */
export type Guard = (typeof guards)[number]

export const effects = [
  'start',
  'return',
  'reopen',
  'ask-extension',
  'grant-extension',
  'refuse-extension',
  'excuse',
  'check',
  'hold',
  'resume',
  'split',
  'merge',
] as const
/** What an action does besides moving to its state and keeping what was said. */
export type Effect = (typeof effects)[number]

export interface Action {
  readonly code: string
  readonly name: string
  readonly from: readonly string[]
  /** Without it the state stays; `resume` goes back to where it was held. */
  readonly to?: string
  readonly by: readonly Party[]
  readonly needs?: readonly Input[]
  readonly takes?: readonly Input[]
  readonly guards?: readonly Guard[]
  /** What else must hold, over the facts of the day (`facts.ts`). */
  readonly conditions?: readonly Condition[]
  readonly effect?: Effect
}

/** A guard a region writes itself. What is not known does not hold. */
export interface Condition {
  /** In the language of `#core/expression`. */
  readonly when: string
  /** What is told where it does not hold. */
  readonly otherwise: string
}

export function stateOf(workflow: Workflow, code: string): State {
  const state = workflow.states.find((one) => one.code === code)
  if (!state) throw new Error(`${workflow.code} has no state ${code}`)
  return state
}

export function actionOf(workflow: Workflow, code: string): Action | undefined {
  return workflow.actions.find((action) => action.code === code)
}

export interface WorkflowFault {
  readonly code:
    | 'code-twice'
    | 'unknown-state'
    | 'unreachable'
    | 'no-end'
    | 'no-way-back'
    | 'no-way-out'
    | 'two-leads'
    | 'acts-after-end'
  /** The state or action it is about. */
  readonly at: string
}

/** What makes a table no workflow; none where it can be put in force. */
export function workflowFaults(workflow: Workflow): readonly WorkflowFault[] {
  const { first, states, actions } = workflow
  const known = new Set(states.map(({ code }) => code))
  const named = [first, ...actions.flatMap(({ from, to }) => [...from, ...(to ? [to] : [])])]
  const unknown = [...new Set(named)].filter((code) => !known.has(code))
  const reached = reachable(workflow)
  const ends = new Set(states.filter(({ phase }) => phase === 'ended').map(({ code }) => code))
  const fault =
    (code: WorkflowFault['code']) =>
    (at: string): WorkflowFault => ({ code, at })
  return [
    ...[...twice(states), ...twice(actions)].map(fault('code-twice')),
    ...unknown.map(fault('unknown-state')),
    ...[...known].filter((code) => !reached.has(code)).map(fault('unreachable')),
    ...(ends.size === 0 ? [fault('no-end')(workflow.code)] : []),
    ...(holds(actions) && !actions.some(({ effect }) => effect === 'resume')
      ? [fault('no-way-back')(workflow.code)]
      : []),
    ...stuck(workflow, ends).map(fault('no-way-out')),
    ...actions.filter(mayGiveTwoLeads).map(({ code }) => fault('two-leads')(code)),
    ...actions
      .filter(({ from, effect }) => effect !== 'reopen' && from.some((code) => ends.has(code)))
      .map(({ code }) => fault('acts-after-end')(code)),
  ]
}

function holds(actions: readonly Action[]): boolean {
  return actions.some(({ effect }) => effect === 'hold')
}

/**
 * Who leads is said by the office alone, and about one matter: a unit that could name a lead would
 * stand beside the one that answers already, and parts or what it becomes part of have leads of their own.
 */
function mayGiveTwoLeads({ by, needs = [], takes = [] }: Action): boolean {
  const said = new Set([...needs, ...takes])
  if (!said.has('lead')) return false
  return by.some((party) => party !== 'supervisor') || said.has('parts') || said.has('into')
}

/** The states, not ends themselves, from which no sequence of actions comes to an end. */
function stuck({ states, actions }: Workflow, ends: ReadonlySet<string>): readonly string[] {
  if (ends.size === 0) return []
  const heldFrom = actions.flatMap(({ effect, from }) => (effect === 'hold' ? from : []))
  const leaving = new Set(ends)
  for (let before = -1; before !== leaving.size;) {
    before = leaving.size
    for (const { from, to, effect } of actions) {
      const reached = effect === 'resume' ? heldFrom : to === undefined ? [] : [to]
      if (reached.some((code) => leaving.has(code))) for (const code of from) leaving.add(code)
    }
  }
  return states.map(({ code }) => code).filter((code) => !leaving.has(code))
}

/** The states actions can lead to from the first. */
function reachable({ first, actions }: Workflow): ReadonlySet<string> {
  const reached = new Set([first])
  for (const state of reached) {
    for (const { from, to } of actions) {
      if (to !== undefined && from.includes(state)) reached.add(to)
    }
  }
  return reached
}

function twice(rows: readonly { readonly code: string }[]): readonly string[] {
  const codes = rows.map(({ code }) => code)
  return codes.filter((code, index) => codes.indexOf(code) !== index)
}
