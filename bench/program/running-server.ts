import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'

export interface RunningServer {
  readonly url: string
  /** Milliseconds from the start of the process until it answered. */
  readonly startMs: number
  /** Resident memory in bytes. */
  readonly memory: () => number
  readonly stop: () => Promise<void>
  /** Ends it at once, as a power cut does. */
  readonly kill: () => Promise<void>
}

export type Provider = 'pglite' | 'native'

/** A folder for all an installation stores, to be removed by the caller. */
export function installationFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jingwei-bench-'))
  // As root PostgreSQL runs as `nobody`, who has to get through to its folder.
  fs.chmodSync(folder, 0o755)
  return folder
}

/** Starts the program, with the demonstration where the folder is empty. */
export async function startServer(provider: Provider, folder: string): Promise<RunningServer> {
  const main = path.join(import.meta.dirname, '../../src/server/main.ts')
  const started = performance.now()
  const child = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      JINGWEI_PORT: '0',
      JINGWEI_DATA: path.join(folder, 'data'),
      DATABASE_URL: `${provider}:${path.join(folder, 'database')}`,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  return {
    url: await addressOf(child.stdout),
    startMs: performance.now() - started,
    memory: () => residentBytes(child.pid ?? 0),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const url = /is ready: (\S+)/.exec(line)?.[1]
    if (url !== undefined) {
      output.resume()
      return url
    }
  }
  throw new Error('The server did not start')
}

/** As Linux tells it; pages are of 4 KB. */
function residentBytes(pid: number): number {
  return Number(fs.readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096
}
