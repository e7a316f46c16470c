import { backupInstallation, showSettings, verifyInstallation } from '#contract/installation.ts'
import { writeBackup } from './backup/write-backup.ts'
import { presentMoment } from './clock.ts'
import type { Db } from './db/db.ts'
import { type Endpoint, file, read } from './http/endpoint.ts'
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
    file(backupInstallation, (_, { now }) =>
      Promise.resolve({
        name: `jingwei-${now.slice(0, 10)}.backup`,
        content: writeBackup(stored, { now, version }),
      }),
    ),
  ]
}

/** `PostgreSQL 15.20`. */
async function databaseVersion(db: Db): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select current_setting('server_version') as version
  `.execute(db)
  return `PostgreSQL ${rows[0]?.version ?? ''}`
}
