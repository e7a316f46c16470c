import type { Draft, DraftFinding, DraftItem } from '#contract/draft.ts'
import type { DraftId } from '#core/id.ts'
import { readingOf } from '#test/reading-of.ts'
import { testApp } from '#test/test-app.ts'
import { expect, test } from 'vitest'

const { aDraft, get, post, put } = await testApp()

const plan = `
  青澜区制造业规划
  规上工业总产值 亿元 2020:100 2025:200
  ? 规上工业增加值 亿元 2020:30 2025:60
  研发投入强度 % 2020:1.5 2025:2.5
`

async function itemsOf(id: DraftId): Promise<readonly DraftItem[]> {
  return ((await get(`/drafts/${id}/items`)).body as { items: DraftItem[] }).items
}

async function aReviewedDraft() {
  const id = await aDraft(readingOf(plan, { findings: ['sum-mismatch', 'growth-mismatch'] }))
  return { id, items: await itemsOf(id) }
}

/** `总产值 pending, 增加值 accepted`: what stands in the draft. */
async function standing(id: DraftId): Promise<string> {
  const items = await itemsOf(id)
  return items
    .map((item) => `${item.kind === 'target' ? item.content.indicator : ''} ${item.status}`)
    .join(', ')
}

test('a reading becomes a draft whose items nobody decided yet', async () => {
  const { id, items } = await aReviewedDraft()
  const { body } = await get(`/drafts/${id}`)
  expect(body).toMatchObject({
    status: 'reviewing',
    fileName: '规划.txt',
    meta: { title: '青澜区制造业规划', region: { name: '青澜区' } },
    counts: { target: { pending: 3, accepted: 0, doubtful: 1 }, task: { pending: 0 } },
    openFindings: { error: 2, warning: 0, info: 0 },
  })
  expect(items[1]).toMatchObject({
    status: 'pending',
    added: false,
    doubts: ['unit-guessed'],
    citation: { quote: '? 规上工业增加值 亿元 2020:30 2025:60' },
  })
})

test('items are accepted, rejected and restored in bulk', async () => {
  const { id, items } = await aReviewedDraft()
  const decide = (action: string, chosen: readonly DraftItem[]) =>
    post(`/drafts/${id}/decisions`, {
      action,
      items: chosen.map((item) => ({ id: item.id, revision: item.revision })),
    })
  await decide('accept', items.slice(0, 2))
  await decide('reject', items.slice(2))
  expect(await standing(id)).toBe(
    '规上工业总产值 accepted, 规上工业增加值 accepted, 研发投入强度 rejected',
  )
  await decide('restore', (await itemsOf(id)).slice(1))
  expect(await standing(id)).toBe(
    '规上工业总产值 accepted, 规上工业增加值 pending, 研发投入强度 pending',
  )
})

test('a correction keeps what was read beside it', async () => {
  const { id, items } = await aReviewedDraft()
  const [item] = items
  if (item?.kind !== 'target') throw new Error('The first item is a target')
  const corrected = { kind: 'target', content: { ...item.content, unit: '万元' } }
  const { body } = await put(`/drafts/${id}/items/${item.id}`, { revision: 0, item: corrected })
  expect(body).toMatchObject({
    status: 'corrected',
    content: { unit: '万元' },
    read: { content: { unit: '亿元' } },
    revision: 1,
    changedBy: { name: '演示用户' },
  })
})

test('of two people who change an item at once the second sees what the first did', async () => {
  const { id, items } = await aReviewedDraft()
  const [first, second] = items
  const both = items.slice(0, 2).map((item) => ({ id: item.id, revision: item.revision }))
  await post(`/drafts/${id}/decisions`, {
    action: 'reject',
    items: [{ id: first?.id, revision: 0 }],
  })
  const late = await post(`/drafts/${id}/decisions`, { action: 'accept', items: both })
  expect(late).toMatchObject({
    status: 409,
    body: {
      code: 'changed-meanwhile',
      detail: { current: [{ id: first?.id, status: 'rejected', revision: 1 }] },
    },
  })
  expect((await itemsOf(id)).find((item) => item.id === second?.id)?.status).toBe('pending')
})

test('of ten decisions on one item at the same moment one is done', async () => {
  const { id, items } = await aReviewedDraft()
  const chosen = items.slice(0, 1).map((item) => ({ id: item.id, revision: item.revision }))
  const replies = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      post(`/drafts/${id}/decisions`, { action: index % 2 ? 'accept' : 'reject', items: chosen }),
    ),
  )
  const counts = Map.groupBy(replies, ({ status }) => status)
  expect([counts.get(200)?.length, counts.get(409)?.length]).toEqual([1, 9])
})

test('a selection becomes an item that cites it, in its place', async () => {
  const { id, items } = await aReviewedDraft()
  const [, second] = items
  const span = { start: second?.citation.start, end: second?.citation.end }
  const item = { kind: 'industry', content: { name: '装备', segments: [] } }
  const added = await post(`/drafts/${id}/items`, { item, span })
  expect(added).toMatchObject({
    status: 200,
    body: { added: true, status: 'accepted', citation: { quote: second?.citation.quote } },
  })
  const outside = await post(`/drafts/${id}/items`, { item, span: { start: 9000, end: 9001 } })
  expect(outside).toMatchObject({ status: 400, body: { code: 'selection-outside' } })
})

test('what a document says about itself is corrected by one person at a time', async () => {
  const { id } = await aReviewedDraft()
  const draft = (await get(`/drafts/${id}`)).body as Draft
  const meta = { ...draft.meta, documentNumber: '青澜府发〔2021〕1号' }
  const changed = await put(`/drafts/${id}/meta`, { revision: 0, meta })
  expect(changed).toMatchObject({ status: 200, body: { meta, revision: 1 } })
  const late = await put(`/drafts/${id}/meta`, { revision: 0, meta: draft.meta })
  expect(late).toMatchObject({
    status: 409,
    body: { code: 'changed-meanwhile', detail: { current: { meta } } },
  })
})

test('a finding is dismissed only with a reason', async () => {
  const { id } = await aReviewedDraft()
  const { body } = await get(`/drafts/${id}/findings`)
  const [finding] = (body as { findings: DraftFinding[] }).findings
  const url = `/drafts/${id}/findings/${finding?.id}/decisions`
  expect(await post(url, { revision: 0, action: 'dismiss' })).toMatchObject({
    status: 400,
    body: { code: 'input-invalid' },
  })
  expect(await post(url, { revision: 0, action: 'dismiss', reason: '四舍五入' })).toMatchObject({
    status: 200,
    body: { status: 'dismissed', reason: '四舍五入', revision: 1 },
  })
  expect((await get(`/drafts/${id}`)).body).toMatchObject({ openFindings: { error: 1 } })
})

test('a discarded draft stays to be looked at and cannot be changed', async () => {
  const { id, items } = await aReviewedDraft()
  await post(`/drafts/${id}/discards`, { reason: '重复上传' })
  const late = await post(`/drafts/${id}/decisions`, {
    action: 'accept',
    items: items.map((item) => ({ id: item.id, revision: item.revision })),
  })
  expect(late).toMatchObject({ status: 409, body: { code: 'draft-closed' } })
  expect((await get(`/drafts/${id}`)).body).toMatchObject({ status: 'discarded' })
})

test('everything done to a draft is in its history with before, after and why', async () => {
  const { id, items } = await aReviewedDraft()
  const [item] = items
  await post(`/drafts/${id}/decisions`, {
    action: 'accept',
    items: [{ id: item?.id, revision: 0 }],
  })
  await post(`/drafts/${id}/discards`, { reason: '重复上传' })
  const { body } = await get(`/drafts/${id}/events`)
  expect(body).toMatchObject({
    events: [
      { action: 'draft-discarded', why: '重复上传', by: { name: '演示用户' } },
      { action: 'item-accepted', before: { status: 'pending' }, after: { status: 'accepted' } },
      { action: 'document-read' },
    ],
  })
})
