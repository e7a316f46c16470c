import type { EvidenceId, OrganisationId } from '#core/id.ts'
import { record } from '#server/event/store.ts'
import type { WriteContext } from '#server/http/context.ts'
import { Failure, notFound, refused } from '#server/http/failure.ts'
import { dayInChina } from '#server/clock.ts'
import { newId } from '#server/new-id.ts'
import type { TakenFile } from './evidence-format.ts'
import { entryRow } from './matter-rows.ts'
import { evidenceOf, type EvidenceRow, insertEvidence, saveWithdrawal } from './evidence-store.ts'
import { insertEntries, type MatterRow, saveMatter } from './matter-store.ts'
import { nameOfAction } from './raise-matter.ts'
import { rulesOf } from '../matter-rule/rules.ts'
import { tellingOf, tellOfEntries } from './telling.ts'
import { actorTo } from './who-may.ts'

/** What is put in as proof. */
export type NewEvidence =
  | { readonly kind: 'link' | 'words'; readonly text: string }
  | { readonly kind: 'file'; readonly text: string; readonly file: TakenFile }

/** Adds proof to a matter of one's own, or one's office supervises, as long as it is not over. */
export async function addProof(
  context: WriteContext,
  row: MatterRow,
  given: NewEvidence,
): Promise<MatterRow> {
  const { organisation } = mayProve(context, row)
  if (row.phase === 'ended') throw refused('matter-over', 'The matter is over')
  const proof = evidenceRow(context, row, given, organisation)
  await insertEvidence(context.db, [proof])
  const { id, kind, text, sha256, size } = proof
  return noted(context, row, {
    action: 'evidence',
    words: text,
    evidence: [id],
    recorded: 'matter-evidence-added',
    after: { id, kind, text, sha256, size },
  })
}

/** Strikes proof through: who put it in, or the office that supervises. */
export async function withdrawProof(
  context: WriteContext,
  row: MatterRow,
  { id, why }: { readonly id: EvidenceId; readonly why: string },
): Promise<MatterRow> {
  const { user, now, db } = context
  const proof = (await evidenceOf(db, row.regionCode, row.id)).find((one) => one.id === id)
  if (!proof) throw notFound('Evidence')
  const isOwn = proof.by.id === user.id || context.actions.has('supervise')
  mayProve(context, row)
  if (!isOwn) throw new Failure({ code: 'not-allowed', title: 'It is not yours' }, 403)
  if (proof.withdrawn) throw refused('evidence-withdrawn', 'It was withdrawn before')
  if (row.phase !== 'open') throw refused('matter-proven', 'The matter rests on it')
  await saveWithdrawal(db, { ...proof, withdrawn: { by: user, at: now, why } })
  return noted(context, row, {
    action: 'evidence-withdrawn',
    words: `${proof.text}：${why}`,
    evidence: [id],
    recorded: 'matter-evidence-withdrawn',
    after: { id, why },
  })
}

function mayProve(context: WriteContext, row: MatterRow) {
  const actor = actorTo(context, row)
  if (actor.parties.length === 0) {
    throw new Failure({ code: 'not-allowed', title: 'The matter is not yours to prove' }, 403)
  }
  return actor
}

function evidenceRow(
  { user, now }: WriteContext,
  row: MatterRow,
  given: NewEvidence,
  organisation: OrganisationId | undefined,
): EvidenceRow {
  const file = given.kind === 'file' ? given.file : undefined
  return {
    regionCode: row.regionCode,
    id: newId('evidence'),
    matterId: row.id,
    kind: given.kind,
    text: given.text,
    format: file?.format ?? null,
    size: file?.size ?? null,
    sha256: file?.sha256 ?? null,
    by: user,
    organisationId: organisation ?? null,
    at: now,
    withdrawn: null,
  }
}

interface Noted {
  readonly action: 'evidence' | 'evidence-withdrawn'
  readonly words: string
  readonly evidence: readonly EvidenceId[]
  readonly recorded: 'matter-evidence-added' | 'matter-evidence-withdrawn'
  readonly after: unknown
}

/** Into the timeline and the log; the revision goes up, for a reviewer must not miss it. */
async function noted(context: WriteContext, row: MatterRow, note: Noted): Promise<MatterRow> {
  const { db, now, user } = context
  const changed = { ...row, changedAt: now, revision: row.revision + 1 }
  await saveMatter(db, changed)
  const entry = entryRow(
    row,
    {
      at: now,
      day: dayInChina(now),
      action: note.action,
      by: actorTo(context, row),
      words: note.words,
      evidence: note.evidence,
      standing: row.standing,
      signals: row.signals,
    },
    nameOfAction({ rules: await rulesOf(db, row.regionCode) }, row.workflow, note.action),
  )
  await insertEntries(db, row.regionCode, [entry])
  await record(db, [
    {
      region: row.regionCode,
      at: now,
      by: user,
      action: note.recorded,
      subject: row.id,
      entity: { kind: 'matter', id: row.id },
      after: note.after,
    },
  ])
  const telling = tellingOf(context)
  // Proof by itself asks nobody to do anything.
  await tellOfEntries(telling, { ...changed, waitsFor: null }, [entry])
  return changed
}
