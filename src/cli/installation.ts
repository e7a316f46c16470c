import { backupInstallation, Verification, verifyInstallation } from '#contract/installation.ts'
import { presentMoment } from '#server/clock.ts'
import { type Config, configFrom } from '#server/config.ts'
import { openDatabase } from '#server/db/database.ts'
import type { Db } from '#server/db/db.ts'
import {
  migrate,
  missingMigrations,
  type PendingMigration,
  tryMigrations,
} from '#server/db/migrate.ts'
import { openSigner } from '#server/event/signer.ts'
import { openFiles } from '#server/files/open-files.ts'
import { Failure } from '#server/http/failure.ts'
import { operatorTokenFile } from '#server/identity/operator.ts'
import { restoreBackup } from '#server/backup/restore-backup.ts'
import { writeBackup } from '#server/backup/write-backup.ts'
import { type Stored, verify } from '#server/verify/verify.ts'
import { programVersion } from '#server/version.ts'
import type { FileRoute, Route } from '#contract/route.ts'
import { Refusal } from './refusal.ts'
import fs from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Looks through what is stored; the embedded database is asked through the program that holds it. */
export async function verifyStored(): Promise<Verification> {
  return onInstallation(verify, async (config) => {
    const reply = await askRunning(config, verifyInstallation)
    return Verification.parse(await reply.json())
  })
}

/** Writes a backup; the file is there only when it is whole. */
export async function backupTo(file: string): Promise<void> {
  const draft = `${file}.${process.pid}`
  const out = () => fs.createWriteStream(draft, { mode: 0o600, flush: true })
  try {
    await onInstallation(
      (stored) =>
        pipeline(writeBackup(stored, { now: presentMoment(), version: programVersion() }), out()),
      async (config) => {
        const { body } = await askRunning(config, backupInstallation)
        if (!body) throw notAnswering()
        await pipeline(Readable.fromWeb(body), out())
      },
    )
    await fs.promises.rename(draft, file)
  } finally {
    await fs.promises.rm(draft, { force: true })
  }
}

/** Puts a backup back into an installation that holds nothing yet. */
export async function restoreFrom(file: string): Promise<void> {
  const config = configFrom(process.env)
  await asRefusal(async () => {
    const database = await openDatabase(config.databaseUrl)
    try {
      const files = await openFiles(config.files, config.dataFolder)
      await restoreBackup(file, { db: database.db, files, dataFolder: config.dataFolder })
    } finally {
      await database.close()
    }
  })
}

/** Brings the database up to this version of the program; gives the names of what that took. */
export function migrateStored(): Promise<readonly string[]> {
  return onDatabase(async (db) => {
    const missing = await missingMigrations(db)
    await migrate(db)
    return missing
  })
}

/** What bringing the database up to this version would run; it is tried and taken back. */
export function tryMigrationsOnStored(): Promise<readonly PendingMigration[]> {
  return onDatabase(tryMigrations)
}

function onDatabase<Value>(work: (db: Db) => Promise<Value>): Promise<Value> {
  const config = configFrom(process.env)
  return asRefusal(async () => {
    const database = await openDatabase(config.databaseUrl)
    try {
      return await work(database.db)
    } finally {
      await database.close()
    }
  })
}

/** Works on the database itself, or, where a running program holds it, through that program. */
async function onInstallation<Value>(
  directly: (stored: Stored) => Promise<Value>,
  through: (config: Config) => Promise<Value>,
): Promise<Value> {
  const config = configFrom(process.env)
  return asRefusal(async () => {
    try {
      const database = await openDatabase(config.databaseUrl)
      try {
        await migrate(database.db)
        const files = await openFiles(config.files, config.dataFolder)
        return await directly({ db: database.db, files, signer: openSigner(config.dataFolder) })
      } finally {
        await database.close()
      }
    } catch (error) {
      if (error instanceof Failure && error.problem.code === 'database-in-use') {
        return through(config)
      }
      throw error
    }
  })
}

async function askRunning(config: Config, { path: route }: Route | FileRoute): Promise<Response> {
  try {
    const token = await fs.promises.readFile(operatorTokenFile(config.dataFolder), 'utf8')
    const reply = await fetch(`http://127.0.0.1:${config.port}/api${route}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    if (reply.ok) return reply
  } catch {
    // Nobody listens there, or none of this data folder: said below.
  }
  throw notAnswering()
}

function notAnswering(): Refusal {
  return new Refusal({ code: 'program-not-answering', title: 'The running program did not answer' })
}

async function asRefusal<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Failure) throw new Refusal(error.problem)
    throw error
  }
}
