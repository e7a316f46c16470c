import { Failure } from '#server/http/failure.ts'
import type { Binaries } from './binaries.ts'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** A PostgreSQL cluster of our own in a folder: its files, and the socket it listens on. */
export interface Cluster {
  readonly folder: string
  readonly socket: string
  readonly binaries: Binaries
}

/** Makes the cluster where there is none yet. No network, no password: the socket is the owner's alone. */
export function prepareCluster(folder: string, binaries: Binaries): Cluster {
  const cluster = { folder: path.join(folder, 'data'), socket: socketFolder(folder), binaries }
  for (const place of [folder, cluster.socket]) {
    fs.mkdirSync(place, { recursive: true, mode: 0o700 })
    if (owner) fs.chownSync(place, owner.uid, owner.gid)
  }
  const version = path.join(cluster.folder, 'PG_VERSION')
  if (fs.existsSync(version)) {
    const major = Number(fs.readFileSync(version, 'utf8'))
    if (major !== binaries.major) throw otherVersion(major, binaries.major)
    return cluster
  }
  const made = spawnSync(
    path.join(binaries.folder, 'initdb'),
    ['-D', cluster.folder, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'],
    { ...asOwner(folder), encoding: 'utf8' },
  )
  if (made.status !== 0) throw unusable(`${made.stdout}${made.stderr}`)
  return cluster
}

/** Starts the server and waits until it answers. */
export async function startCluster({ folder, socket, binaries }: Cluster): Promise<ChildProcess> {
  await stopLeftover(folder)
  const child = spawn(
    path.join(binaries.folder, 'postgres'),
    ['-D', folder, ...settings({ listen_addresses: '', unix_socket_directories: socket })],
    { ...asOwner(path.dirname(folder)), stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let log = ''
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => reject(unusable(log)))
    child.stderr.on('data', (text: Buffer) => {
      // Only the last of it is of use, and a server may talk for years.
      log = `${log}${text.toString()}`.slice(-4000)
      if (log.includes('ready to accept connections')) resolve()
    })
  })
  return child
}

/** Fast shutdown: running statements end, nothing acknowledged is lost. */
export async function stopCluster(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGINT')
  await ended
}

/**
 * After a kill of this program its server lives on. The caller holds the folder's lock, so a server
 * on it can only be such a leftover.
 */
async function stopLeftover(folder: string): Promise<void> {
  const pid = pidOf(folder)
  if (pid === undefined || !serves(pid, folder)) return
  process.kill(pid, 'SIGINT')
  for (let round = 0; round < 200 && serves(pid, folder); round++) await wait(50)
  if (serves(pid, folder)) process.kill(pid, 'SIGKILL')
}

function pidOf(folder: string): number | undefined {
  try {
    const [first = ''] = fs.readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n')
    return Number.parseInt(first, 10) || undefined
  } catch {
    return undefined
  }
}

/** Whether that process is the server of this folder, and not another that got its number. */
function serves(pid: number, folder: string): boolean {
  const { status, stdout } = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], {
    encoding: 'utf8',
  })
  return status === 0 && stdout.includes(folder)
}

function settings(values: Readonly<Record<string, string>>): string[] {
  return Object.entries({ shared_buffers: '128MB', ...values }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
}

// A path to a socket holds 107 characters; deep folders get theirs in the system's own place.
function socketFolder(folder: string): string {
  const own = path.join(folder, 'socket')
  if (own.length <= 80) return own
  const { ino } = fs.statSync(fs.mkdirSync(folder, { recursive: true }) ?? folder)
  return path.join(os.tmpdir(), `jingwei-${ino}`)
}

// PostgreSQL refuses to run as root; `nobody` owns its files then.
const owner = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined

function asOwner(folder: string) {
  const env = { PATH: process.env['PATH'] ?? '', HOME: folder, LC_ALL: 'C.UTF-8' }
  return { ...owner, cwd: folder, env }
}

function unusable(log: string): Failure {
  const title = `PostgreSQL did not start: ${log.trim().split('\n').at(-1) ?? ''}`
  return new Failure({ code: 'database-not-started', title, detail: log }, 503)
}

function otherVersion(made: number, found: number): Failure {
  const title = `The folder was made by PostgreSQL ${made}, the machine has ${found}`
  return new Failure({ code: 'database-version-differs', title, detail: { made, found } }, 503)
}
