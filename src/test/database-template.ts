import { openEmbedded } from '#server/db/pglite/provider.ts'
import { kyselyOn } from '#server/db/kysely-on.ts'
import { migrate, migrationFiles } from '#server/db/migrate.ts'
import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

const folder = path.join(import.meta.dirname, '..', '..', '.tsbuild')

/**
 * A dump of a database with all migrations, made by the first test that needs it: to start from it
 * takes a tenth of the time of creating one.
 */
export async function databaseTemplate(): Promise<Uint8Array> {
  const hash = createHash('sha256').update(JSON.stringify(migrationFiles())).digest('hex')
  const file = path.join(folder, `database-template-${hash.slice(0, 16)}.tar`)
  if (!fs.existsSync(file)) await makeTemplate(file)
  return fs.promises.readFile(file)
}

async function makeTemplate(file: string): Promise<void> {
  const embedded = await openEmbedded({})
  await migrate(kyselyOn(embedded.pool))
  const bytes = await embedded.dump()
  await embedded.close()
  await fs.promises.mkdir(folder, { recursive: true })
  // Two tests may be first at once: each moves a whole file into place.
  const draft = `${file}.${randomUUID()}`
  await fs.promises.writeFile(draft, bytes)
  await fs.promises.rename(draft, file)
}
