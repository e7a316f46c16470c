import { migrate } from '#server/db/migrate.ts'
import { openDatabase } from '#server/db/database.ts'
import { findBinaries, oldestMajor } from '#server/db/native/binaries.ts'
import { prepareCluster, startCluster, stopCluster } from '#server/db/native/cluster.ts'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Pool } from 'pg'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The socket of the PostgreSQL that the tests of a project share; absent on the embedded engine. */
    readonly nativeSocket: string
  }
}

const template = 'migrated'

/**
 * Runs one PostgreSQL of this machine for all tests of a project; Vitest calls it before the first.
 * Fails where there is none: a suite that silently tests nothing is worse than a red one.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const binaries = findBinaries()
  if (!binaries) throw new Error(`The tests need PostgreSQL ${oldestMajor} or newer`)
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'jingwei-native-'))
  // As root the server runs as `nobody`, who has to get through to its folder.
  fs.chmodSync(root, 0o755)
  const cluster = prepareCluster(path.join(root, 'cluster'), binaries)
  const server = await startCluster(cluster)
  await createDatabase(cluster.socket, template, 'template0')
  const database = await openDatabase(urlOf(cluster.socket, template))
  await migrate(database.db)
  await database.close()
  project.provide('nativeSocket', cluster.socket)
  return async () => {
    await stopCluster(server)
    fs.rmSync(root, { recursive: true })
  }
}

/** The address of a fresh database on the server, with all migrations or with nothing. */
export async function nativeDatabase(
  socket: string,
  content: 'migrated' | 'empty',
): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await createDatabase(socket, name, content === 'migrated' ? template : 'template0')
  return urlOf(socket, name)
}

async function createDatabase(socket: string, name: string, from: string): Promise<void> {
  const pool = new Pool({ host: socket, user: 'postgres', database: 'postgres', max: 1 })
  await pool.query(`create database ${name} template ${from}`)
  await pool.end()
}

function urlOf(socket: string, name: string): string {
  return `postgres://postgres@/${name}?host=${encodeURIComponent(socket)}`
}
