import type { Db, Row } from '#server/db/db.ts'
import type { Signer } from './signer.ts'

/** Signs the end of the log as it is now, unless that was done already. */
export async function signHead(db: Db, signer: Signer, now: string): Promise<void> {
  await db.transaction().execute((transaction) => signHeadIn(transaction, signer, now))
}

/** The same in a transaction that is open already. */
export async function signHeadIn(db: Db, signer: Signer, now: string): Promise<void> {
  const head = await db
    .selectFrom('eventHead')
    .selectAll()
    .where('id', '=', 1)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (head.position === 0) return
  const { position, hash } = head
  await db
    .insertInto('eventCheckpoint')
    .values({ position, hash, signature: signer.sign(signedText(head)), at: now })
    .onConflict((conflict) => conflict.column('position').doNothing())
    .execute()
}

/** Whether the installation's own key signed this. */
export function isSigned(checkpoint: Row<'eventCheckpoint'>, signer: Signer): boolean {
  return signer.isSignature(signedText(checkpoint), checkpoint.signature)
}

function signedText({ position, hash }: { position: number; hash: string }): string {
  return `jingwei-log ${position} ${hash}`
}
