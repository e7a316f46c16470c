import { createHash, createHmac } from 'node:crypto'
import { once } from 'node:events'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export interface S3Server {
  readonly endpoint: string
  /** What is stored, by bucket and name: `plans/ab/ab12`. */
  readonly objects: ReadonlyMap<string, Buffer>
  /** How many of the next requests are answered 503. */
  failNext(count: number): void
  close(): Promise<void>
}

/**
 * An object store after the documentation of S3: it takes a request only with a valid Signature
 * Version 4 over exactly what arrived, and a body only where it has the hash and length announced.
 * It knows nothing of the client it is to test.
 */
export async function s3Server(keyId: string, secret: string): Promise<S3Server> {
  const objects = new Map<string, Buffer>()
  let failing = 0
  const server = http.createServer((request, response) => {
    void buffer(request).then((body) => {
      if (failing > 0) {
        failing -= 1
        return refuse(response, 503, 'SlowDown')
      }
      const why = refusalOf(request, body, keyId, secret)
      return why ? refuse(response, 403, why) : answer(request, response, objects, body)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}`,
    objects,
    failNext: (count) => (failing = count),
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' })
  response.end(`<Error><Code>${code}</Code></Error>`)
}

function answer(
  { method, url = '' }: IncomingMessage,
  response: ServerResponse,
  objects: Map<string, Buffer>,
  body: Buffer,
): void {
  const name = url.slice(1)
  if (method === 'PUT') {
    objects.set(name, body)
    response.writeHead(200).end()
    return
  }
  const found = objects.get(name)
  if (!found) return refuse(response, 404, 'NoSuchKey')
  response.writeHead(200, { 'content-length': found.length })
  response.end(method === 'HEAD' ? undefined : found)
}

function refusalOf(
  request: IncomingMessage,
  body: Buffer,
  keyId: string,
  secret: string,
): string | undefined {
  const { authorization = '' } = request.headers
  const [, id, day, region, names = '', signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([\w;-]+), ?Signature=([0-9a-f]{64})$/.exec(
      authorization,
    ) ?? []
  if (id === undefined || day === undefined || region === undefined) return 'AccessDenied'
  if (id !== keyId) return 'InvalidAccessKeyId'
  const moment = header(request, 'x-amz-date')
  const announced = header(request, 'x-amz-content-sha256')
  if (!moment.startsWith(day)) return 'RequestTimeTooSkewed'
  if (announced !== createHash('sha256').update(body).digest('hex')) {
    return 'XAmzContentSHA256Mismatch'
  }
  if (!names.split(';').includes('host')) return 'AccessDenied'
  const [path = '', query = ''] = (request.url ?? '').split('?')
  const canonical = [
    request.method,
    path,
    query,
    ...names.split(';').map((name) => `${name}:${header(request, name)}`),
    '',
    names,
    announced,
  ].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const digest = createHash('sha256').update(canonical).digest('hex')
  let key: string | Buffer = `AWS4${secret}`
  for (const part of [day, region, 's3', 'aws4_request']) {
    key = createHmac('sha256', key).update(part).digest()
  }
  const expected = createHmac('sha256', key)
    .update(`AWS4-HMAC-SHA256\n${moment}\n${scope}\n${digest}`)
    .digest('hex')
  return signature === expected ? undefined : 'SignatureDoesNotMatch'
}

function header({ headers }: IncomingMessage, name: string): string {
  return String(headers[name] ?? '')
}
