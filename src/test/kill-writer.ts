import { openDatabase } from '#server/db/database.ts'
import { openSigner } from '#server/event/signer.ts'
import { openFileStore } from '#server/files/store.ts'
import { verify } from '#server/verify/verify.ts'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'

export interface Durability {
  readonly kills: number
  /** Writes the database had confirmed before a kill. */
  readonly acknowledged: number
  /** Of these, how many are not there, as a row or as its entry in the log. */
  readonly lost: number
  /** Rows without their entry or entries without their row. */
  readonly torn: number
  readonly isChainWhole: boolean
  /** Milliseconds from the start of the process after a kill until it can write, each round. */
  readonly starts: readonly number[]
}

/**
 * Kills a process that writes through the stores, `kills` times, `pause` milliseconds after it wrote
 * the first time, and looks what is left.
 */
export async function killWriter(
  url: string,
  { kills, pause, folder }: { kills: number; pause: () => number; folder: string },
): Promise<Durability> {
  const acknowledged: string[] = []
  const starts: number[] = []
  for (let round = 0; round < kills; round++) {
    const { ids, startMs } = await writtenUntilKilled(url, pause())
    acknowledged.push(...ids)
    starts.push(startMs)
  }
  return {
    kills,
    acknowledged: acknowledged.length,
    starts,
    ...(await whatIsLeft(url, acknowledged, folder)),
  }
}

async function writtenUntilKilled(url: string, afterMs: number) {
  const started = performance.now()
  const writer = path.join(import.meta.dirname, 'durability-writer.ts')
  const child = spawn(process.execPath, [writer, url], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (data: Buffer) => (said += data.toString()))
  const lines = createInterface({ input: child.stdout })
  const ended = once(child, 'exit').then(() => {
    throw new Error('The writer ended by itself')
  })
  await Promise.race([once(lines, 'line'), ended])
  const startMs = performance.now() - started
  await Promise.race([once(lines, 'line'), ended])
  await wait(afterMs)
  child.kill('SIGKILL')
  await Promise.allSettled([once(child, 'close'), ended])
  // The first line says that it is ready; the last may be cut off and was not yet said.
  return { ids: said.split('\n').slice(1, -1), startMs }
}

async function whatIsLeft(url: string, acknowledged: readonly string[], folder: string) {
  const database = await openDatabase(url)
  try {
    const { db } = database
    const rows = new Set(
      (await db.selectFrom('document').select('id').execute()).map(({ id }) => String(id)),
    )
    const entries = new Set(
      (await db.selectFrom('event').select('entityId').execute()).map(({ entityId }) => entityId),
    )
    const files = await openFileStore(path.join(folder, 'files'))
    const { checks } = await verify({ db, files, signer: openSigner(folder) })
    const chain = checks.find(({ name }) => name === 'log-chain')
    return {
      lost: acknowledged.filter((id) => !rows.has(id) || !entries.has(id)).length,
      torn:
        [...rows].filter((id) => !entries.has(id)).length +
        [...entries].filter((id) => !rows.has(id)).length,
      isChainWhole: chain?.problems.length === 0 && chain.checked === entries.size,
    }
  } finally {
    await database.close()
  }
}
