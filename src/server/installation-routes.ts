import { backupInstallation, showSettings, verifyInstallation } from '#contract/installation.ts'
import { dayInChina } from './clock.ts'
import { writeBackup } from './backup/write-backup.ts'
import { presentMoment } from './clock.ts'
import type { Db } from './db/db.ts'
import { record } from './event/store.ts'
import { type Endpoint, file, read } from './http/endpoint.ts'
import { newId } from './new-id.ts'
import type { Setting } from './settings.ts'
import { type Stored, verify } from './verify/verify.ts'
import { sql } from 'kysely'
import os from 'node:os'

export interface InstallationGround {
  readonly version: string
  readonly settings?: readonly Setting[]
}

/** What an administrator asks of the installation as a whole while it runs. */
export function installationEndpoints(
  stored: Stored,
  { version, settings = [] }: InstallationGround,
): readonly Endpoint[] {
  const startedAt = presentMoment()
  return [
    read(verifyInstallation, () => verify(stored)),
    read(showSettings, async () => ({
      settings,
      facts: {
        program: version,
        node: process.version,
        database: await databaseVersion(stored.db),
        platform: `${os.type()} ${os.release()} ${process.arch}`,
        startedAt,
      },
    })),
    // It holds everything of everybody: that it was taken is part of what it holds.
    file(backupInstallation, async (_, { now }, transact) => {
      await transact(({ db, region, user }) => {
        const id = newId('backup')
        const entity = { kind: 'backup', id }
        return record(db, [
          { region: region.code, at: now, by: user, action: 'backup-taken', subject: id, entity },
        ])
      })
      return {
        name: `jingwei-${dayInChina(now)}.backup`,
        content: writeBackup(stored, { now, version }),
      }
    }),
  ]
}

/** `PostgreSQL 15.20`. */
async function databaseVersion(db: Db): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select current_setting('server_version') as version
  `.execute(db)
  return `PostgreSQL ${rows[0]?.version ?? ''}`
}
