import type { recordFigures, withdrawRecorded } from '#contract/figure.ts'
import type { Answer, Parsed } from '#contract/route.ts'
import type { StaleKey } from '#contract/stale.ts'
import type { GivenFigure } from '#core/indicator/figure.ts'
import { record } from '#server/event/store.ts'
import type { WriteContext } from '#server/http/context.ts'
import { badInput } from '#server/http/failure.ts'
import { newId } from '#server/new-id.ts'
import { acceptFigures, withdrawFigures } from './accept-figures.ts'
import type { Acceptance, Accepted } from './acceptance.ts'

/** What no longer shows the present after figures or memberships changed. */
export const staleFigures: readonly StaleKey[] = [['figures'], ['targets']]

/** Makes known what somebody typed in or corrected. */
export async function recordFiguresOf(
  context: WriteContext,
  { figures, why }: Parsed<typeof recordFigures>,
): Promise<Answer<typeof recordFigures>> {
  const { db, user } = context
  const wrong = figures.find(({ value, gap }) => value !== null && gap !== undefined)
  if (wrong) throw badInput('gap-with-value', 'A figure with a value has no gap', wrong)
  const given = figures.map(
    ({ source = { kind: 'person', reference: user.id }, ...figure }): GivenFigure => ({
      ...figure,
      source,
    }),
  )
  const accepted = await acceptFigures(db, acceptanceOf(context, 'figures-recorded', why), given)
  await tellOf(context, { action: 'figures-recorded', accepted, figures, why })
  return accepted
}

export async function withdrawRecordedOf(
  context: WriteContext,
  { figures, why }: Parsed<typeof withdrawRecorded>,
): Promise<Answer<typeof withdrawRecorded>> {
  const acceptance = acceptanceOf(context, 'figures-withdrawn', why)
  const accepted = await withdrawFigures(context.db, acceptance, figures)
  await tellOf(context, { action: 'figures-withdrawn', accepted, figures, why })
  return accepted
}

function acceptanceOf(context: WriteContext, cause: string, why: string): Acceptance {
  const { region, user, now } = context
  return { region: region.code, by: user, at: now, cause, why }
}

interface Told {
  readonly action: 'figures-recorded' | 'figures-withdrawn'
  readonly accepted: Accepted
  readonly figures: readonly unknown[]
  readonly why: string
}

const mostInLog = 100

async function tellOf(
  context: WriteContext,
  { action, accepted, figures, why }: Told,
): Promise<void> {
  if (accepted.changed === 0) return
  const { db, region, user, now } = context
  const id = newId('figure-change')
  await record(db, [
    {
      region: region.code,
      at: now,
      by: user,
      action,
      subject: id,
      entity: { kind: 'figure', id },
      after: { ...accepted, given: figures.length, figures: figures.slice(0, mostInLog) },
      why,
    },
  ])
  context.stale(...staleFigures)
}
