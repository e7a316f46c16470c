import { createHash } from 'node:crypto'
import { openSync, readFileSync, rmSync, writeSync, closeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from './paths.mjs'

/** Runs `work` while no other process runs work of the same name in this checkout. */
export async function withLock(name, work) {
  const key = createHash('sha256').update(root).digest('hex').slice(0, 12)
  const file = path.join(tmpdir(), `jingwei-${name}-${key}.lock`)
  while (!take(file)) {
    if (!isHeld(file)) rmSync(file, { force: true })
    else await sleep(300)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

function take(file) {
  try {
    const handle = openSync(file, 'wx')
    writeSync(handle, String(process.pid))
    closeSync(handle)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

/** A lock outlives a process that was killed; nobody holds it then. */
function isHeld(file) {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
