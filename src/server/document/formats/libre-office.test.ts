import { createServer } from 'node:http'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { convertByLibreOffice, findLibreOffice } from './libre-office.ts'

// Where the tests run for everybody, LibreOffice has to be there.
const isTestable = process.env['CI'] !== undefined || (await findLibreOffice()) !== undefined

test.runIf(isTestable)(
  'a document fetches nothing while it is converted',
  async () => {
    const asked: (string | undefined)[] = []
    const server = createServer((request, reply) => {
      asked.push(request.url)
      reply.end()
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const page = `<html><body><img src="http://127.0.0.1:${port}/a.png"><p>正文</p></body></html>`
    const result = await convertByLibreOffice(Buffer.from(page), 'html', 'pdf')
    server.close()
    expect([result.ok, asked]).toEqual([true, []])
  },
  120_000,
)

test.runIf(isTestable)(
  'bytes that are no document are refused',
  async () => {
    const result = await convertByLibreOffice(Buffer.from('{\\rtf1'), 'doc', 'nothing-known')
    expect(result).toMatchObject({ ok: false, error: { code: 'document-conversion-failed' } })
  },
  120_000,
)
