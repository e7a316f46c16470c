import type {
  Enterprise as EnterpriseView,
  EnterpriseStep,
  stepEnterprise,
} from '#contract/enterprise.ts'
import type { Parsed } from '#contract/route.ts'
import {
  closed,
  merged,
  restored,
  splitOff,
  type StepRefusal,
  withoutMerged,
} from '#core/enterprise/steps.ts'
import type { Result } from '#core/result.ts'
import { dayInChina } from '#server/clock.ts'
import type { WriteContext } from '#server/http/context.ts'
import { refused } from '#server/http/failure.ts'
import { newId } from '#server/new-id.ts'
import { applyChanges, type EnterpriseChange, heldEnterprise } from './change-enterprises.ts'
import { codeOf } from './content.ts'
import { deleteMerger, insertDescent } from './descent-store.ts'
import { lockEnterprise, type StoredEnterprise } from './store.ts'
import { enterpriseView } from './views.ts'
import { wordsOf } from './words.ts'

/** Closes an enterprise, merges it into another, splits others off, or takes that back. */
export async function step(
  context: WriteContext,
  { id, revision, step: wanted, why }: Parsed<typeof stepEnterprise>,
): Promise<EnterpriseView> {
  const { db, region, now } = context
  const one = await heldEnterprise(context, id, revision)
  const changes = await changesOf(context, one, wanted)
  const words = await wordsOf(db, region.code, dayInChina(now))
  const saved = await applyChanges(
    context,
    changes.map((change) => ({ ...change, why })),
    words,
  )
  await describeDescent(context, one, wanted, saved)
  return enterpriseView(db, region.code, saved.find((after) => after.id === id) ?? one)
}

async function changesOf(
  context: WriteContext,
  one: StoredEnterprise,
  wanted: EnterpriseStep,
): Promise<readonly EnterpriseChange[]> {
  switch (wanted.kind) {
    case 'close': {
      const after = accepted(closed(one, wanted.day))
      return [{ action: 'enterprise-closed', before: one, after: { ...one, ...after } }]
    }
    case 'merge': {
      const into = await heldEnterprise(context, wanted.into, wanted.intoRevision)
      const after = accepted(merged(one, into, wanted.day))
      return [
        { action: 'enterprise-merged', before: one, after: { ...one, ...after.one } },
        { action: 'enterprise-took-in', before: into, after: { ...into, ...after.into } },
      ]
    }
    case 'split': {
      if (one.state !== 'active') throw endedAlready()
      return wanted.parts.map(({ name, uscc }) => ({
        action: 'enterprise-split-off',
        after: {
          ...splitOff(
            one,
            { id: newId('enterprise'), name, ...(uscc && { uscc: codeOf(uscc) }) },
            wanted.day,
          ),
          revision: 0,
        },
      }))
    }
    case 'restore':
      return restoring(context, one)
  }
}

async function restoring(
  { db, region }: WriteContext,
  one: StoredEnterprise,
): Promise<readonly EnterpriseChange[]> {
  const after = { ...accepted(restored(one)), revision: one.revision }
  const back: EnterpriseChange = { action: 'enterprise-restored', before: one, after }
  const { mergedInto } = one
  const into =
    mergedInto === undefined ? undefined : await lockEnterprise(db, region.code, mergedInto)
  if (!into) return [back]
  const without = { ...withoutMerged(into, one), revision: into.revision }
  return [back, { action: 'enterprise-gave-back', before: into, after: without }]
}

async function describeDescent(
  { db, region }: WriteContext,
  one: StoredEnterprise,
  wanted: EnterpriseStep,
  saved: readonly StoredEnterprise[],
): Promise<void> {
  if (wanted.kind === 'restore') return deleteMerger(db, region.code, one.id)
  if (wanted.kind === 'close') return
  const { day } = wanted
  const kind = wanted.kind === 'merge' ? ('merged' as const) : ('split' as const)
  for (const successor of saved.filter(({ id }) => id !== one.id)) {
    const row = { regionCode: region.code, originId: one.id, successorId: successor.id, kind, day }
    await insertDescent(db, row)
  }
}

function accepted<Value>(result: Result<Value, StepRefusal>): Value {
  if (result.ok) return result.value
  throw refused(result.error, 'The enterprise cannot be changed like this')
}

function endedAlready() {
  return refused('enterprise-ended', 'The enterprise has ended')
}
