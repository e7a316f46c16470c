import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'

export interface RunningServer {
  readonly url: string
  /** Resident memory in bytes. */
  readonly memory: () => number
  readonly stop: () => Promise<void>
}

export type Provider = 'pglite' | 'native'

/** Starts the program with the demonstration in a folder of its own. */
export async function startServer(provider: Provider): Promise<RunningServer> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jingwei-load-'))
  // As root PostgreSQL runs as `nobody`, who has to get through to its folder.
  fs.chmodSync(folder, 0o755)
  const main = path.join(import.meta.dirname, '../../src/server/main.ts')
  const child = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      JINGWEI_PORT: '0',
      JINGWEI_DATA: path.join(folder, 'data'),
      DATABASE_URL: `${provider}:${path.join(folder, 'database')}`,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return {
    url: await addressOf(child.stdout),
    memory: () => residentBytes(child.pid ?? 0),
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
      fs.rmSync(folder, { recursive: true })
    },
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
