import type { ExternalIdentity } from '#contract/external-identity.ts'
import type { ExternalIdentityId, UserId } from '#core/id.ts'
import type { WriteContext } from '#server/http/context.ts'
import { notFound, refused } from '#server/http/failure.ts'
import { administered } from './administration.ts'
import {
  type ExternalIdentityRow,
  lockExternalIdentity,
  saveLink,
} from './external-identity-store.ts'
import { endSessions } from './session-store.ts'
import { trace } from './trace.ts'

export interface Linking {
  readonly id: UserId
  readonly identity: ExternalIdentityId
  readonly why: string
}

/** Says whose account it is; another administrator has to confirm it, as after a recovery. */
export async function link(
  context: WriteContext,
  { id, identity, why }: Linking,
): Promise<ExternalIdentity> {
  const { db, user, now } = context
  await administered(context, id, 'manage-users')
  const row = await lockExternalIdentity(db, identity)
  if (!row) throw notFound('Identity')
  if (row.userId !== null) throw refused('identity-linked', 'It has an account already')
  const linked = { ...row, userId: id, linkedBy: user, confirmedBy: null }
  await saveLink(db, identity, linked)
  const entity = { kind: 'external-identity', id: identity }
  const after = { issuer: row.issuer, subject: row.subject }
  await trace(db, { at: now, by: user, action: 'identity-linked', account: id, entity, after, why })
  return externalIdentityView(linked)
}

export async function confirmLink(
  context: WriteContext,
  { id, identity }: Omit<Linking, 'why'>,
): Promise<void> {
  const { db, user, now } = context
  await administered(context, id, 'confirm-recovery')
  const row = await linkedTo(context, id, identity)
  if (row.linkedBy?.id === user.id) {
    throw refused('same-administrator', 'Somebody else confirms a way in')
  }
  await saveLink(db, identity, { ...row, confirmedBy: user })
  const entity = { kind: 'external-identity', id: identity }
  await trace(db, { at: now, by: user, action: 'identity-confirmed', account: id, entity })
}

/** Who came in by it must come in anew. */
export async function unlink(context: WriteContext, { id, identity, why }: Linking): Promise<void> {
  const { db, user, now } = context
  await administered(context, id, 'manage-users')
  const row = await linkedTo(context, id, identity)
  await saveLink(db, identity, { userId: null, linkedBy: null, confirmedBy: null })
  await endSessions(db, id)
  const entity = { kind: 'external-identity', id: identity }
  const before = { issuer: row.issuer, subject: row.subject }
  await trace(db, {
    at: now,
    by: user,
    action: 'identity-unlinked',
    account: id,
    entity,
    before,
    why,
  })
}

async function linkedTo(
  { db }: WriteContext,
  id: UserId,
  identity: ExternalIdentityId,
): Promise<ExternalIdentityRow> {
  const row = await lockExternalIdentity(db, identity)
  if (row?.userId !== id) throw notFound('Identity')
  return row
}

export function externalIdentityView(row: ExternalIdentityRow): ExternalIdentity {
  const { id, issuer, subject, name, login, firstAt, lastAt, userId, confirmedBy } = row
  return {
    id,
    issuer,
    subject,
    name,
    login,
    firstAt,
    lastAt,
    ...(userId !== null && { userId }),
    isConfirmed: confirmedBy !== null,
  }
}
