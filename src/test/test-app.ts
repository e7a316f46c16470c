import type { Answers } from '#server/plan/reading/messages.ts'
import { type App, type AppOptions, openApp } from '#server/app.ts'
import { presentMoment } from '#server/clock.ts'
import { demonstrationIdentity, demonstrationRegion } from '#server/demo/demonstration.ts'
import { insertRegion } from '#server/region/store.ts'
import { insertReading } from './insert-reading.ts'
import { testDatabase } from './test-database.ts'
import type { DraftId } from '#core/id.ts'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { afterAll } from 'vitest'

export interface Replied {
  readonly status: number
  // What a test expects of a body it says itself.
  readonly body: unknown
  readonly headers: Readonly<Record<string, unknown>>
}

export interface UploadedContent {
  readonly name: string
  readonly content: string | Uint8Array
}

export interface TestApp extends App {
  readonly dataFolder: string
  readonly get: (url: string, headers?: Readonly<Record<string, string>>) => Promise<Replied>
  readonly post: (url: string, body?: object) => Promise<Replied>
  readonly put: (url: string, body: object) => Promise<Replied>
  /** Uploads files and waits until all are read. */
  readonly upload: (...files: readonly UploadedContent[]) => Promise<Replied>
  /** A draft under review, as if its document had just been read. */
  readonly aDraft: (reading: Answers['read']) => Promise<DraftId>
}

export interface TestOptions extends Partial<AppOptions> {
  /** Requests come from whoever is signed in, and not from the demonstration's user. */
  readonly signsIn?: boolean
}

/** The real application on a database of its own; it is closed after the tests of the file. */
export async function testApp({ signsIn = false, ...options }: TestOptions = {}): Promise<TestApp> {
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'jingwei-test-'))
  const app = await openApp({
    dataFolder,
    ...(await testDatabase()),
    webFolder: path.join(dataFolder, 'web'),
    metricsHosts: ['127.0.0.1'],
    logger: pino({ level: 'silent' }),
    version: '0.0.0',
    isDemonstration: false,
    demonstrationSize: { enterprises: 40, months: 3 },
    // Tests share two cores with each other: slow is not busy.
    busyAfterMs: 0,
    ...(!signsIn && { identify: () => Promise.resolve(demonstrationIdentity) }),
    ...options,
  })
  await insertRegion(app.database.db, demonstrationRegion)
  afterAll(async () => {
    await app.close()
    fs.rmSync(dataFolder, { recursive: true })
  })

  const send = async (
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    payload?: object | string | Buffer,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Replied> => {
    const reply = await app.http.inject({
      method,
      url: `/api${url}`,
      headers,
      ...(payload !== undefined && { payload }),
    })
    const isJson = String(reply.headers['content-type']).startsWith('application/json')
    const body: unknown = isJson && reply.body !== '' ? reply.json() : reply.rawPayload
    return { status: reply.statusCode, body, headers: reply.headers }
  }
  return {
    ...app,
    dataFolder,
    get: (url, headers) => send('GET', url, undefined, headers),
    post: (url, body = {}) => send('POST', url, body),
    put: (url, body) => send('PUT', url, body),
    upload: async (...files) => {
      const { payload, headers } = multipart(files)
      const replied = await send('POST', '/documents', payload, headers)
      await app.importer.idle()
      return replied
    },
    aDraft: (reading) =>
      insertReading(app.database.db, demonstrationIdentity, reading, presentMoment()),
  }
}

const boundary = 'a-boundary-of-the-tests'

export function multipart(files: readonly UploadedContent[]) {
  const parts = files.flatMap(({ name, content }) => [
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n`,
    'Content-Type: application/octet-stream\r\n\r\n',
    content,
    '\r\n',
  ])
  const payload = Buffer.concat([...parts, `--${boundary}--\r\n`].map((part) => Buffer.from(part)))
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}
