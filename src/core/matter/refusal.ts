import { compile, evaluate } from '../expression/compile.ts'
import { factNames, factsOf } from './facts.ts'
import type { Actor, Matter } from './matter.ts'
import type { Acting, Order, Refusal } from './order.ts'
import type { Guard, Input } from './workflow.ts'

/** Why an action may not be done; nothing where it may. */
export function refusalOf(
  matter: Matter,
  { by, ...acting }: Acting & { readonly by: Actor },
): Refusal | undefined {
  const { action, order, ground } = acting
  const { state } = matter.standing
  if (!action.from.includes(state)) return { code: 'wrong-state', state }
  if (!action.by.some((party) => by.parties.includes(party))) {
    return { code: 'wrong-party', needs: action.by }
  }
  return (
    inputRefusal(acting) ??
    saidRefusal(matter, order, ground) ??
    guardRefusal(matter, acting) ??
    conditionRefusal(matter, acting)
  )
}

const said: Readonly<Record<Input, (order: Order) => boolean>> = {
  words: ({ words }) => words !== undefined && words.trim() !== '',
  lead: ({ lead }) => lead !== undefined,
  due: ({ due, rhythm }) => due !== undefined || rhythm !== undefined,
  progress: ({ progress }) => progress !== undefined,
  evidence: ({ evidence }) => (evidence ?? []).length > 0,
  quality: ({ quality }) => quality !== undefined,
  step: ({ step }) => step !== undefined,
  into: ({ into }) => into !== undefined,
  parts: ({ parts }) => parts !== undefined,
}

/** What must be said and was not, or was said where it means nothing. Words and proof go with anything. */
function inputRefusal({ action, order }: Acting): Refusal | undefined {
  const { needs = [], takes = [] } = action
  const missing = needs.find((input) => !said[input](order))
  if (missing) return { code: 'input-missing', input: missing }
  // An extension is asked until a day; to become a long task is another decision.
  if (action.effect === 'ask-extension' && order.due === undefined) {
    return { code: 'input-missing', input: 'due' }
  }
  const known = new Set<Input>([...needs, ...takes, 'words', 'evidence'])
  const stray = (Object.keys(said) as Input[]).find(
    (input) => !known.has(input) && said[input](order),
  )
  if (stray) return { code: 'input-not-taken', input: stray }
  if (order.responsible && !known.has('lead')) return { code: 'input-not-taken', input: 'lead' }
  return undefined
}

/** What was said cannot be. */
function saidRefusal(
  matter: Matter,
  order: Order,
  { day, isAbolished = () => false }: Acting['ground'],
): Refusal | undefined {
  const { due, lead, responsible = [], progress, step, into, parts } = order
  if (due !== undefined && due < day) return { code: 'day-passed', day: due }
  if (lead !== undefined && lead === matter.standing.lead && order.action === 'transfer') {
    return { code: 'same-lead' }
  }
  const units = [
    ...(lead === undefined ? [] : [lead]),
    ...responsible,
    ...(parts ?? []).flatMap((part) => [part.lead, ...(part.responsible ?? [])]),
  ]
  const gone = units.find(isAbolished)
  if (gone) return { code: 'unit-abolished', unit: gone }
  if (progress !== undefined && !(progress >= 0 && progress <= 100)) {
    return { code: 'progress-out-of-range' }
  }
  if (step !== undefined && !matter.steps.some(({ code }) => code === step)) {
    return { code: 'unknown-step', step }
  }
  if (into === matter.id) return { code: 'into-itself' }
  if (parts && parts.length < 2) return { code: 'too-few-parts' }
  const passed = parts?.find((part) => part.due !== undefined && part.due < day)?.due
  return passed === undefined ? undefined : { code: 'day-passed', day: passed }
}

function guardRefusal(matter: Matter, acting: Acting): Refusal | undefined {
  const { figure } = acting.ground
  const guard = acting.action.guards?.find((one) => !holds[one](matter, acting))
  if (guard === undefined) return undefined
  const isAboutFigure = guard === 'figure-agrees' || guard === 'figure-differs'
  return { code: 'guard', guard, ...(isAboutFigure && figure && { figure }) }
}

/** The first condition of the region that does not hold, or cannot be known to. */
function conditionRefusal(matter: Matter, { action, ground }: Acting): Refusal | undefined {
  const { conditions = [] } = action
  if (conditions.length === 0) return undefined
  const names = factNames([...matter.steps, ...(ground.kind.steps ?? [])])
  const { standing, signals } = matter
  const value = factsOf({ ...ground, matter, standing, signals })
  const failed = conditions.find(({ when }) => {
    const compiled = compile(when, { names })
    return !compiled.ok || evaluate(compiled.value, { value }) !== true
  })
  return failed && { code: 'condition', otherwise: failed.otherwise }
}

const holds: Readonly<Record<Guard, (matter: Matter, acting: Acting) => boolean>> = {
  'lead-named': ({ standing }, { order }) => (order.lead ?? standing.lead) !== undefined,
  'time-named': ({ standing }, { order }) =>
    (order.due ?? order.rhythm ?? standing.due ?? standing.rhythm) !== undefined,
  'evidence-given': ({ evidence }, { order }) =>
    evidence.length + (order.evidence ?? []).length > 0,
  'parts-done': (_, { ground: { openParts = 0 } }) => openParts === 0,
  'steps-done': ({ steps, standing }, { order }) =>
    steps.every(
      ({ code }) => code === order.step || standing.stepsDone.some((done) => done.code === code),
    ),
  'figure-agrees': ({ figure }, { ground }) => !figure || ground.figure?.state === 'agrees',
  'figure-differs': ({ figure }, { ground }) =>
    figure !== undefined && ground.figure?.state !== 'agrees',
  'is-long': ({ standing }) => standing.rhythm !== undefined,
  'extension-asked': ({ standing }) => standing.extension !== undefined,
  'no-extension-asked': ({ standing }) => standing.extension === undefined,
}
