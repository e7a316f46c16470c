import { emptySha256, signed, type SignedRequest } from './s3-signature.ts'
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'

// The examples of "Signature Calculations for the Authorization Header: Transferring Payload in a
// Single Chunk" in the Amazon S3 API Reference.
const key = {
  region: 'us-east-1',
  keyId: 'AKIAIOSFODNN7EXAMPLE',
  secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
}

const published: readonly [string, Partial<SignedRequest> & { readonly path: string }, string][] = [
  [
    'GET Object',
    { path: '/test.txt', headers: { range: 'bytes=0-9' } },
    'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  ],
  [
    'PUT Object',
    {
      method: 'PUT',
      path: '/test$file.text',
      headers: {
        date: 'Fri, 24 May 2013 00:00:00 GMT',
        'x-amz-storage-class': 'REDUCED_REDUNDANCY',
      },
      sha256: createHash('sha256').update('Welcome to Amazon S3.').digest('hex'),
    },
    '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
  ],
  [
    'GET Bucket Lifecycle',
    { path: '/?lifecycle' },
    'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
  ],
  [
    'GET Bucket (List Objects)',
    { path: '/?max-keys=2&prefix=J' },
    '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
  ],
]

test.each(published)('the published example %s', (_, { path, ...request }, signature) => {
  const { authorization } = signed(
    {
      method: 'GET',
      headers: {},
      sha256: emptySha256,
      now: '2013-05-24T00:00:00.000Z',
      address: new URL(`https://examplebucket.s3.amazonaws.com${path}`),
      ...request,
    },
    key,
  )
  expect(authorization).toMatch(
    /^AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE\/20130524\/us-east-1\/s3\/aws4_request,SignedHeaders=[\w;-]+,Signature=\w{64}$/,
  )
  expect(authorization?.split('Signature=')[1]).toBe(signature)
})
