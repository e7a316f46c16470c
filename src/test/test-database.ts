import type { AppOptions } from '#server/app.ts'
import { databaseTemplate } from './database-template.ts'
import { nativeDatabase } from './native-server.ts'
import { inject } from 'vitest'

/** A database with all migrations for one test application, on what the project of the tests runs on. */
export async function testDatabase(): Promise<Pick<AppOptions, 'databaseUrl' | 'template'>> {
  const socket = nativeSocket()
  if (socket !== undefined) return { databaseUrl: await nativeDatabase(socket, 'migrated') }
  return { databaseUrl: 'pglite:memory', template: await databaseTemplate() }
}

/** The address of a database that holds nothing yet. */
export async function emptyDatabase(): Promise<string> {
  const socket = nativeSocket()
  return socket === undefined ? 'pglite:memory' : nativeDatabase(socket, 'empty')
}

/** Of the server the tests of a project share; undefined on the embedded engine. */
export function nativeSocket(): string | undefined {
  return inject('nativeSocket')
}
