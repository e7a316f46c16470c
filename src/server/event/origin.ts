import type { Db } from '#server/db/db.ts'

const origins = new WeakMap<Db, string>()

/** Says from which address the work of a transaction was asked for. */
export function setOrigin(transaction: Db, address: string): void {
  origins.set(transaction, address)
}

/** The address behind a transaction; none where the program works by itself. */
export function originOf(transaction: Db): string | undefined {
  return origins.get(transaction)
}
