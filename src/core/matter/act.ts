import { addDays, daysBetween } from '../calendar/day.ts'
import { reviewDayAfter } from '../calendar/review-days.ts'
import { workingDayFrom } from '../calendar/working-days.ts'
import { err, ok, type Result } from '../result.ts'
import { type Actor, type Entry, isOther, type Matter, type Standing } from './matter.ts'
import type { Acting, Ground, Order, Refusal } from './order.ts'
import { refusalOf } from './refusal.ts'
import { type Action, actionOf, type Party } from './workflow.ts'

/**
 * Does an action, or says why it may not be done. The matter keeps everything it had: evidence and
 * timeline only grow, and the standing afterwards is the one the table names.
 */
export function act(
  matter: Matter,
  order: Order,
  by: Actor,
  ground: Ground,
): Result<Matter, Refusal> {
  const action = actionOf(ground.workflow, order.action)
  if (!action) return err({ code: 'unknown-action', action: order.action })
  const refusal = refusalOf(matter, { action, order, by, ground })
  if (refusal) return err(refusal)
  const standing = standingAfter(matter.standing, { action, order, ground })
  const signals = action.effect === 'reopen' ? {} : matter.signals
  const entry: Entry = {
    at: ground.at,
    day: ground.day,
    action: action.code,
    by,
    standing,
    signals,
    ...(order.words !== undefined && { words: order.words }),
    ...(order.evidence && { evidence: order.evidence.map(({ id }) => id) }),
  }
  return ok({
    ...matter,
    standing,
    signals,
    evidence: [...matter.evidence, ...(order.evidence ?? [])],
    timeline: [...matter.timeline, entry],
  })
}

/** The actions somebody may try on a matter, as far as its state and they themselves decide. */
export function actionsFor(
  { workflow }: Pick<Ground, 'workflow'>,
  { standing }: Pick<Matter, 'standing'>,
  held: readonly Party[],
): readonly Action[] {
  return workflow.actions.filter(
    ({ from, by }) => from.includes(standing.state) && by.some((party) => held.includes(party)),
  )
}

function standingAfter(before: Standing, { action, order, ground }: Acting): Standing {
  const state =
    action.effect === 'resume' ? (before.heldFrom ?? before.state) : (action.to ?? before.state)
  const said = withSaid(before, order, ground)
  const done = withEffect(said, before, { action, order, ground })
  return {
    ...done,
    state,
    since: state === before.state ? before.since : ground.day,
  }
}

/** What was said becomes how it stands. */
function withSaid(before: Standing, order: Order, { day, calendar }: Ground): Standing {
  const { lead = before.lead, rhythm, due, progress, quality, step } = order
  const { due: _due, rhythm: _rhythm, reviewOn: _reviewOn, ...timeless } = before
  const timed =
    rhythm !== undefined
      ? { ...timeless, rhythm, reviewOn: reviewDayAfter(calendar, day, rhythm) }
      : due !== undefined
        ? { ...timeless, due }
        : before
  const units = order.responsible ?? before.responsible
  const isNew = step !== undefined && !before.stepsDone.some(({ code }) => code === step)
  return {
    ...timed,
    responsible: units.filter((one, index) => isOther(one, lead, units, index)),
    ...(lead !== undefined && { lead }),
    ...(progress !== undefined && { progress }),
    ...((progress !== undefined || step !== undefined) && { progressOn: day }),
    ...(quality !== undefined && { quality }),
    ...(isNew && { stepsDone: [...before.stepsDone, { code: step, on: day }] }),
  }
}

function withEffect(said: Standing, before: Standing, acting: Acting): Standing {
  const { order, ground } = acting
  const { effect } = acting.action
  const { extension, heldFrom, ...rest } = said
  if (effect === undefined) return said
  switch (effect) {
    case 'split':
      return said
    case 'start':
      return { ...said, startedOn: said.startedOn ?? ground.day }
    case 'return':
      return { ...said, returned: before.returned + 1 }
    case 'reopen': {
      const { excuse: _excuse, mergedInto: _into, ...open } = said
      return { ...open, reopened: before.reopened + 1 }
    }
    case 'ask-extension':
      // The day that was asked for is not the day yet.
      return asked(said, before, order)
    case 'grant-extension':
      return granted(said, extension)
    case 'refuse-extension':
      return heldFrom === undefined ? rest : { ...rest, heldFrom }
    case 'excuse':
      return { ...said, excuse: order.words ?? '' }
    case 'check':
      return checked(said, ground)
    case 'hold':
      return { ...said, heldFrom: before.state }
    case 'resume':
      return resumed(rest, extension, before, ground)
    case 'merge':
      return order.into === undefined ? said : { ...said, mergedInto: order.into }
  }
}

function asked(said: Standing, before: Standing, order: Order): Standing {
  const { due: _due, ...rest } = said
  return {
    ...rest,
    ...(before.due !== undefined && { due: before.due }),
    ...(order.due !== undefined && { extension: { to: order.due, words: order.words ?? '' } }),
  }
}

function granted(said: Standing, extension: Standing['extension']): Standing {
  const { extension: _extension, ...rest } = said
  return extension ? { ...rest, due: extension.to, extended: said.extended + 1 } : rest
}

/** A long task was looked at: the next time is the review day after this one. */
function checked(said: Standing, { day, calendar }: Ground): Standing {
  const { rhythm, reviewOn = day } = said
  if (rhythm === undefined) return said
  return { ...said, reviewOn: reviewDayAfter(calendar, reviewOn > day ? reviewOn : day, rhythm) }
}

/** Time did not run while it was held: the day it is due moves by as many days. */
function resumed(
  rest: Standing,
  extension: Standing['extension'],
  { since, due }: Standing,
  { day, calendar }: Ground,
): Standing {
  return {
    ...rest,
    ...(extension && { extension }),
    ...(due !== undefined && {
      due: workingDayFrom(calendar, addDays(due, daysBetween(since, day))),
    }),
  }
}
