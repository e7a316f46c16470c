import { Failure } from '#server/http/failure.ts'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import * as z from 'zod'

/**
 * Who holds a folder. A process id alone would be believed after a restart of the machine, and
 * after the id went to another process: the boot and the start of the process tell them apart.
 */
const Holder = z.object({ pid: z.int(), boot: z.string(), started: z.string(), token: z.string() })
type Holder = z.output<typeof Holder>

export interface Lock {
  release(): void
}

/**
 * Takes `path` for this process. The embedded engine has no lock of its own, and two processes on
 * one folder lose data silently.
 *
 * @throws Failure `database-in-use` while another process, or another part of this one, holds it.
 */
export function takeLock(path: string): Lock {
  const mine: Holder = {
    pid: process.pid,
    boot: bootId(),
    started: startOf(process.pid) ?? '',
    token: randomUUID(),
  }
  const draft = `${path}.${mine.token}`
  fs.writeFileSync(draft, JSON.stringify(mine))
  try {
    if (!linked(draft, path)) {
      clearStale(path)
      if (!linked(draft, path)) throw inUse(readHolder(path)?.pid)
    }
  } finally {
    fs.rmSync(draft)
  }
  return {
    release() {
      if (readHolder(path)?.token === mine.token) fs.rmSync(path)
    },
  }
}

// `link` fails where the name is taken, also between two processes at the same moment.
function linked(from: string, to: string): boolean {
  try {
    fs.linkSync(from, to)
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  }
}

// Moving away first leaves a stale lock to exactly one of several processes that want it.
function clearStale(path: string): void {
  const holder = readHolder(path)
  if (holder && isAlive(holder)) throw inUse(holder.pid)
  const aside = `${path}.${randomUUID()}`
  try {
    fs.renameSync(path, aside)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return
    throw error
  }
  const moved = readHolder(aside)
  if (moved && moved.token !== holder?.token && linked(aside, path)) {
    fs.rmSync(aside)
    throw inUse(moved.pid)
  }
  fs.rmSync(aside)
}

function readHolder(path: string): Holder | undefined {
  try {
    return Holder.parse(JSON.parse(fs.readFileSync(path, 'utf8')))
  } catch {
    // Absent, or half written by a machine that lost its power: nobody holds it.
    return undefined
  }
}

function isAlive(holder: Holder): boolean {
  if (holder.boot !== bootId()) return false
  const started = startOf(holder.pid)
  if (started !== undefined) return started === holder.started
  try {
    process.kill(holder.pid, 0)
    return holder.started === ''
  } catch (error) {
    return isCode(error, 'EPERM')
  }
}

function bootId(): string {
  try {
    return fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    // Elsewhere than Linux: the minute the machine started.
    return String(Math.round((Date.now() / 1000 - os.uptime()) / 60))
  }
}

// Field 22 of /proc/PID/stat, counted after the name, which may hold blanks and brackets.
function startOf(pid: number): string | undefined {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}

function inUse(pid: number | undefined): Failure {
  return new Failure(
    { code: 'database-in-use', title: `Process ${pid ?? 'unknown'} holds the data folder` },
    503,
  )
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
