import { signIn } from '#contract/identity.ts'
import { multipart } from '#test/test-app.ts'
import { demonstrationPassword } from './identity/demonstration-accounts.ts'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'graceful-stop-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

test('told to stop, the program answers what it began, takes nothing new and lets go of its data', async () => {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'main.ts')], {
    env: { ...process.env, JINGWEI_PORT: '0', JINGWEI_DATA: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })
  const said: string[] = []
  lines.on('line', (line) => said.push(line))
  const port = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error('The program ended by itself')))
    lines.on('line', (line) => {
      const found = /is ready: \S+:(\d+)/.exec(line)?.[1]
      if (found !== undefined) resolve(found)
    })
  })

  const cookie = await sessionOn(port)
  const { payload, headers } = multipart([
    { name: '规划.txt', content: '青澜区规划\n'.repeat(100) },
  ])
  const url = `http://127.0.0.1:${port}/api/documents`
  const request = http.request(url, { method: 'POST', headers: { ...headers, cookie } })
  const answered = once(request, 'response') as Promise<[http.IncomingMessage]>
  request.write(payload.subarray(0, 600))
  const arriving = path.join(folder, 'files', 'arriving')
  await expect.poll(() => fs.readdirSync(arriving).length, { timeout: 30_000 }).toBe(1)
  const stopping = new Promise<void>((resolve) => {
    lines.on('line', (line) => {
      if (line.includes('Stopping')) resolve()
    })
  })
  child.kill('SIGTERM')
  await stopping
  request.end(payload.subarray(600))
  const [reply] = await answered
  expect(JSON.parse(await text(reply))).toMatchObject({ documents: [{ fileName: '规划.txt' }] })
  expect(await ended).toEqual([0, null])
  await expect(fetch(url)).rejects.toThrow('fetch failed')
  expect(fs.existsSync(path.join(folder, 'database.lock'))).toBe(false)
  // The log is in its file, and people read standard output.
  expect(said.filter((line) => line.startsWith('{'))).toEqual([])
  expect(fs.readFileSync(path.join(folder, 'logs', 'server.log'), 'utf8')).toContain(
    '/api/documents',
  )
}, 180_000)

/** Signs a planner of the demonstration in. */
async function sessionOn(port: string): Promise<string> {
  const reply = await fetch(`http://127.0.0.1:${port}/api${signIn.path}`, {
    method: signIn.method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'guihua', password: demonstrationPassword }),
  })
  return reply.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}
