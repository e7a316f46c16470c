import { createHash, createHmac } from 'node:crypto'

/** What a request to an object store is signed with. */
export interface S3Key {
  readonly region: string
  readonly keyId: string
  readonly secret: string
}

export interface SignedRequest {
  readonly method: 'GET' | 'HEAD' | 'PUT'
  readonly address: URL
  /** In lower case; `host` and the two of the signature are added. */
  readonly headers: Readonly<Record<string, string>>
  /** Of the body, in hex. */
  readonly sha256: string
  /** The present moment, ISO 8601 in UTC. */
  readonly now: string
}

export const emptySha256 = createHash('sha256').update('').digest('hex')

/** The headers of a request with its signature, AWS Signature Version 4 for S3 in a single chunk. */
export function signed(request: SignedRequest, key: S3Key): Readonly<Record<string, string>> {
  const moment = request.now.replaceAll(/[-:]|\.\d+/g, '')
  const scope = `${moment.slice(0, 8)}/${key.region}/s3/aws4_request`
  const headers = {
    ...request.headers,
    host: request.address.host,
    'x-amz-content-sha256': request.sha256,
    'x-amz-date': moment,
  }
  const names = Object.keys(headers).toSorted()
  const text = ['AWS4-HMAC-SHA256', moment, scope, sha256(canonicalRequest(request, headers))]
  const signature = hmac(signingKey(key, moment.slice(0, 8)), text.join('\n')).toString('hex')
  return {
    ...headers,
    authorization: `AWS4-HMAC-SHA256 Credential=${key.keyId}/${scope},SignedHeaders=${names.join(';')},Signature=${signature}`,
  }
}

function canonicalRequest(
  { method, address, sha256: body }: SignedRequest,
  headers: Readonly<Record<string, string>>,
): string {
  const lines = Object.entries(headers).toSorted(byName)
  return [
    method,
    // Each part exactly once encoded, as S3 wants it.
    address.pathname
      .split('/')
      .map((part) => encode(decodeURIComponent(part)))
      .join('/'),
    [...address.searchParams]
      .map(([name, value]): [string, string] => [encode(name), encode(value)])
      .toSorted(byName)
      .map(([name, value]) => `${name}=${value}`)
      .join('&'),
    ...lines.map(([name, value]) => `${name}:${value.trim().replaceAll(/ +/g, ' ')}`),
    '',
    lines.map(([name]) => name).join(';'),
    body,
  ].join('\n')
}

function signingKey({ secret, region }: S3Key, day: string): Buffer {
  return [day, region, 's3', 'aws4_request'].reduce(
    (key: Buffer, part) => hmac(key, part),
    Buffer.from(`AWS4${secret}`),
  )
}

function byName([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : a > b ? 1 : 0
}

// Unlike `encodeURIComponent`, nothing but letters, digits and - . _ ~ stays as it is.
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}
