import { independentKey, independentS3Server } from '#test/independent-s3-server.ts'
import { s3Server } from '#test/s3-server.ts'
import { testApp } from '#test/test-app.ts'
import type { Files } from './open-files.ts'
import type { Bucket } from './s3-request.ts'
import { openS3Store } from './s3-store.ts'
import { nameOf } from './store.ts'
import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, describe, expect, test } from 'vitest'

const keyId = 'jingwei-key'
const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfi'
const root = fs.mkdtempSync(path.join(os.tmpdir(), 'jingwei-s3-'))
const server = await s3Server(keyId, secret)
const other = await independentS3Server(path.join(root, 's3rver'), 'plans')
afterAll(async () => {
  await Promise.all([server.close(), other.close()])
  fs.rmSync(root, { recursive: true })
})

const own: Bucket = {
  endpoint: server.endpoint,
  bucket: 'plans',
  region: 'cn-north-1',
  keyId,
  secret,
  style: 'path',
}
const independent: Bucket = { ...own, endpoint: other.endpoint, ...independentKey }

/** Another store to hold the client against, e.g. a MinIO: `http://key:secret@127.0.0.1:9000/bucket`. */
function bucketsNamed(address = process.env['S3_TEST_SERVER']): readonly [string, Bucket][] {
  if (address === undefined) return []
  const { origin, username, password, pathname } = new URL(address)
  const named: Bucket = {
    endpoint: origin,
    bucket: pathname.slice(1),
    region: 'us-east-1',
    keyId: username,
    secret: password,
    style: 'path',
  }
  return [[address, named]]
}

const buckets: readonly (readonly [string, Bucket])[] = [
  ['a server that takes nothing without a valid signature', own],
  ['s3rver', independent],
  ...bucketsNamed(),
]

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}

describe.each(buckets)('on %s', async (_, bucket) => {
  const folder = fs.mkdtempSync(path.join(root, 'arriving-'))
  const store = await openS3Store(bucket, folder)

  test('what is put is found under its digest, and comes back as it was', async () => {
    const content = randomBytes(5_000_000)
    const stored = await store.put(
      Readable.from([content.subarray(0, 70_000), content.subarray(70_000)]),
    )
    expect(stored).toEqual({ sha256: sha256(content), size: content.length })
    expect((await buffer(store.open(sha256(content)))).equals(content)).toBe(true)
    expect(
      await store.withPath(sha256(content), async (file) => {
        expect(await fs.promises.readFile(file)).toEqual(content)
        return fs.promises.stat(file).then(({ mode }) => mode & 0o077)
      }),
    ).toBe(0)
    expect(fs.readdirSync(folder)).toEqual([])
  })

  test('an empty file, and the same content twice', async () => {
    for (const text of ['', '规划', '规划']) {
      const content = Buffer.from(text)
      expect(await store.put(Readable.from(text === '' ? [] : [content]))).toEqual({
        sha256: sha256(content),
        size: content.length,
      })
      expect(await buffer(store.open(sha256(content)))).toEqual(content)
    }
  })

  test('what is not whole at its end is not kept, and what is not there is not found', async () => {
    const content = Buffer.from('半份')
    expect(await store.put(Readable.from([content]), () => false)).toBeUndefined()
    await expect(buffer(store.open(sha256(content)))).rejects.toMatchObject({
      problem: { code: 'not-found' },
    })
    expect(fs.readdirSync(folder)).toEqual([])
  })

  test('an installation on an object store takes in documents, reads them and backs them up', async () => {
    const files: Files = { kind: 's3', ...bucket }
    const { upload, get, dataFolder } = await testApp({ files })
    const text = '青澜区工业发展规划（2026—2030年）\n\n到2030年，规模以上工业企业达到400家。\n'
    await upload({ name: '规划.txt', content: text })
    const { body } = await get('/documents')
    expect(body).toMatchObject({ documents: [{ state: 'read' }] })
    const digest = sha256(Buffer.from(text))
    expect(await buffer(store.open(digest))).toEqual(Buffer.from(text))
    expect(fs.readdirSync(path.join(dataFolder, 'files'))).toEqual(['arriving'])
    expect(await get('/installation/verification')).toMatchObject({ body: { isSound: true } })
    const { body: backup } = await get('/installation/backup')
    const { gunzipSync } = await import('node:zlib')
    const lines = gunzipSync(backup as Buffer).toString()
    expect(lines).toContain(`"sha256":"${digest}","part":"${Buffer.from(text).toString('base64')}"`)
    expect(nameOf(digest)).toBe(`${digest.slice(0, 2)}/${digest}`)
  })
})

test('a store that fails for a moment is asked again', async () => {
  const store = await openS3Store(own, fs.mkdtempSync(path.join(root, 'failing-')))
  const content = Buffer.from('再试一次')
  server.failNext(2)
  const stored = await store.put(Readable.from([content]))
  expect(await buffer(store.open(stored?.sha256 ?? ''))).toEqual(content)
})

test('a wrong secret and a store that is not there are told at the start', async () => {
  await expect(openS3Store({ ...own, secret: 'wrong' }, root)).rejects.toMatchObject({
    problem: { code: 'file-store-refused', detail: { code: 'SignatureDoesNotMatch' } },
    status: 503,
  })
  const nowhere = { ...own, endpoint: 'http://127.0.0.1:9' }
  await expect(openS3Store(nowhere, root)).rejects.toMatchObject({
    problem: { code: 'file-store-unreachable' },
  })
})
