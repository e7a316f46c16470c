import { presentMoment } from '#server/clock.ts'
import { Failure } from '#server/http/failure.ts'
import { emptySha256, type S3Key, signed } from './s3-signature.ts'
import { once } from 'node:events'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'

/** A bucket of an object store that speaks S3. */
export interface Bucket extends S3Key {
  readonly endpoint: string
  readonly bucket: string
  /** Whether the bucket stands in the path or in the name of the host. */
  readonly style: 'path' | 'host'
}

export interface Asked {
  readonly method: 'GET' | 'HEAD' | 'PUT'
  /** Of the object. */
  readonly name: string
  readonly body?: {
    readonly sha256: string
    readonly size: number
    /** From its beginning, for each attempt. */
    readonly content: () => Readable
  }
}

const silenceMs = 30_000
const pausesMs = [200, 800, 2000]

/**
 * Asks a bucket; what may pass is tried again. The answer is found (`200`) or missing (`404`).
 *
 * @throws Failure `file-store-refused` with the store's own code, `file-store-unreachable`.
 */
export async function ask(bucket: Bucket, asked: Asked): Promise<IncomingMessage> {
  for (const pause of pausesMs) {
    const answer = await send(bucket, asked).catch(() => undefined)
    if (answer && !isPassing(answer)) return judged(answer)
    answer?.resume()
    await wait(pause)
  }
  const answer = await send(bucket, asked).catch((error: unknown) => {
    throw unreachable(error instanceof Error ? error.message : String(error))
  })
  return judged(answer)
}

function isPassing({ statusCode = 0 }: IncomingMessage): boolean {
  return statusCode >= 500 || statusCode === 429
}

async function judged(answer: IncomingMessage): Promise<IncomingMessage> {
  const { statusCode = 0 } = answer
  if (statusCode === 200 || statusCode === 404) return answer
  throw refusal(statusCode, await text(answer))
}

async function send(bucket: Bucket, { method, name, body }: Asked): Promise<IncomingMessage> {
  const address = addressOf(bucket, name)
  const headers = signed(
    {
      method,
      address,
      headers: method === 'PUT' ? { 'content-length': String(body?.size ?? 0) } : {},
      sha256: body?.sha256 ?? emptySha256,
      now: presentMoment(),
    },
    bucket,
  )
  const { request } = address.protocol === 'https:' ? https : http
  const sending = request(address, { method, headers, timeout: silenceMs })
  sending.once('timeout', () => sending.destroy(new Error('The object store is silent')))
  const answered = once(sending, 'response')
  if (body) await Promise.race([pipeline(body.content(), sending), answered])
  else sending.end()
  const [answer] = (await answered) as [IncomingMessage]
  return answer
}

function addressOf({ endpoint, bucket, style }: Bucket, name: string): URL {
  const address = new URL(endpoint)
  const base = address.pathname.replace(/\/$/, '')
  if (style === 'host') address.hostname = `${bucket}.${address.hostname}`
  address.pathname = style === 'host' ? `${base}/${name}` : `${base}/${bucket}/${name}`
  return address
}

function refusal(status: number, said: string): Failure {
  const code = /<Code>(\w+)<\/Code>/.exec(said)?.[1]
  const title = `The object store answered ${status}`
  return new Failure({ code: 'file-store-refused', title, detail: { status, code } }, 503)
}

function unreachable(why: string): Failure {
  return new Failure({ code: 'file-store-unreachable', title: why }, 503)
}
