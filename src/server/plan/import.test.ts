import { type DocumentSummary, largestUpload } from '#contract/document.ts'
import type { DraftItem } from '#contract/draft.ts'
import { demonstrationPlans } from '#server/demo/demonstration.ts'
import { testApp } from '#test/test-app.ts'
import fs from 'node:fs'
import { expect, test } from 'vitest'

const { get, post, upload, database, importer } = await testApp()

const plan = fs.readFileSync(demonstrationPlans.published)

interface Uploaded {
  readonly documents: readonly DocumentSummary[]
  readonly refused: readonly unknown[]
}

async function uploaded(name: string, content: string | Uint8Array): Promise<DocumentSummary> {
  const { body } = await upload({ name, content })
  const [document] = (body as Uploaded).documents
  return (await get(`/documents/${document?.id}`)).body as DocumentSummary
}

test('a plan goes from upload through review to the ledger, each target with its sentence', async () => {
  const document = await uploaded('规划.docx', plan)
  expect(document).toMatchObject({ state: 'read', format: 'docx', fileName: '规划.docx' })
  const draft = `/drafts/${document.draftId}`
  const { items } = (await get(`${draft}/items`)).body as { items: DraftItem[] }
  const { text } = (await get(`/documents/${document.id}/content`)).body as { text: string }
  expect(items.length).toBeGreaterThan(50)
  expect(
    items.filter(({ citation: { start, end, quote } }) => text.slice(start, end) !== quote),
  ).toEqual([])

  const published = await post(`${draft}/publications`, { pending: 'accept' })
  expect(published).toMatchObject({ status: 200, body: { number: 1, regionCode: '999901' } })
  const { body } = await get('/targets')
  expect(body).toMatchObject({ total: items.filter(({ kind }) => kind === 'target').length })
})

test('the same content again says so, and its original comes back byte for byte', async () => {
  const again = await uploaded('同一份.docx', plan)
  expect(again.sameAs).toBeDefined()
  const { body, headers } = await get(`/documents/${again.id}/file`)
  expect(Buffer.compare(body as Buffer, plan)).toBe(0)
  expect(headers['content-disposition']).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent('同一份.docx')}`,
  )
})

test('auditing again keeps what was decided on findings that are still there', async () => {
  const { draftId } = await uploaded('再审.docx', plan)
  const draft = `/drafts/${draftId}`
  const { findings } = (await get(`${draft}/findings`)).body as { findings: { id: string }[] }
  const [first] = findings
  await post(`${draft}/findings/${first?.id}/decisions`, { revision: 0, action: 'know' })
  const again = (await post(`${draft}/audits`)).body as {
    findings: { id: string; status: string }[]
  }
  expect(again.findings.find(({ id }) => id === first?.id)).toMatchObject({ status: 'known' })
  expect(again.findings.length).toBe(findings.length)
})

test.each([
  ['破损.docx', plan.subarray(0, 5000)],
  ['随机.pdf', Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))],
])('of %s the reason it is not read is told', async (name, content) => {
  const { state, problem, draftId } = await uploaded(name, content)
  expect({ state, draftId }).toEqual({ state: 'refused', draftId: undefined })
  expect(problem?.code).toMatch(/^document-/)
})

test('of many files at once each has its own fate', async () => {
  const { body } = await upload(
    { name: '一.txt', content: '青澜区制造业规划\n到2025年，规上工业总产值达到200亿元。' },
    { name: '../../etc/passwd', content: '' },
    { name: '二.txt', content: Buffer.from([0, 1, 2, 3]) },
  )
  expect(body).toMatchObject({
    documents: [{ fileName: '一.txt' }, { fileName: '二.txt' }],
    refused: [{ fileName: 'passwd', problem: { code: 'document-empty' } }],
  })
  const { documents } = (await get('/documents?limit=2')).body as { documents: DocumentSummary[] }
  expect(documents.map(({ state }) => state).toSorted()).toEqual(['read', 'refused'])
})

test('a file above the limit is refused, the one beside it is taken', async () => {
  const { body } = await upload(
    { name: '过大.docx', content: Buffer.alloc(largestUpload + 1) },
    { name: '附件.txt', content: '青澜区规划\n到2025年，工业总产值达到100亿元。' },
  )
  expect(body).toMatchObject({
    documents: [{ fileName: '附件.txt' }],
    refused: [{ fileName: '过大.docx', problem: { code: 'document-too-large' } }],
  })
})

test('what a stop interrupted is read after the next start', async () => {
  const { id } = await uploaded('中断.txt', '青澜区规划\n到2025年，工业总产值达到100亿元。')
  await database.pool.query(
    'delete from draft_finding where draft_id in (select id from draft where document_id = $1)',
    [id],
  )
  await database.pool.query(
    'delete from draft_item where draft_id in (select id from draft where document_id = $1)',
    [id],
  )
  await database.pool.query('delete from draft where document_id = $1', [id])
  await database.pool.query(
    "update document set state = 'uploaded', text = null, blocks = null where id = $1",
    [id],
  )
  importer.wake()
  await importer.idle()
  expect((await get(`/documents/${id}`)).body).toMatchObject({ state: 'read' })
})

test('a document whose reading brought the program down three times is refused', async () => {
  const { id } = await uploaded('致命.txt', '青澜区规划\n到2025年，工业总产值达到100亿元。')
  await database.pool.query(
    "update document set state = 'uploaded', text = null, blocks = null, attempts = 3 where id = $1",
    [id],
  )
  importer.wake()
  await importer.idle()
  expect((await get(`/documents/${id}`)).body).toMatchObject({
    state: 'refused',
    problem: { code: 'document-reading-failed' },
  })
})
