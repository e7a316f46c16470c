import { type Db, json } from '#server/db/db.ts'
import { newId } from '#server/new-id.ts'
import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'

export interface TakenDelivery {
  readonly body: string
  readonly signature: string | undefined
}

/** Somebody on this machine who is sent what happens: keeps what came, and answers as told. */
export async function webhookReceiver() {
  const taken: TakenDelivery[] = []
  let status = 200
  const server = http.createServer((request, reply) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const signature = request.headers['x-jingwei-signature']
      taken.push({
        body: Buffer.concat(parts).toString(),
        signature: typeof signature === 'string' ? signature : undefined,
      })
      reply.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  afterAll(() => server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return {
    url,
    taken,
    answers: (next: number) => (status = next),
    /** A webhook of a region to here; a user could not make one to this machine. */
    hook: async (db: Db, regionCode: string, events: readonly string[]): Promise<string> => {
      const id = newId('webhook')
      const about = { regionCode, id, url, events: json(events), secret: 'key', isActive: true }
      const createdBy = json({ id: newId('user'), name: '规划科' })
      const made = { createdBy, createdAt: '2026-01-01T00:00:00.000Z' }
      const values = { ...about, ...made, delivered: 0, lastProblem: null }
      await db.insertInto('webhook').values(values).execute()
      return id
    },
  }
}
