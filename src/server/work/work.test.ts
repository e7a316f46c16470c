import type { Work } from '#contract/work.ts'
import { readingOf } from '#test/reading-of.ts'
import { testApp } from '#test/test-app.ts'
import { expect, test } from 'vitest'

const { aDraft, get, post, upload } = await testApp()

async function work(): Promise<readonly Work[]> {
  return ((await get('/work')).body as { work: Work[] }).work
}

test('drafts wait to be gone through, then to be published, then no more', async () => {
  expect(await work()).toEqual([])
  const picture = '规划\n工业总产值 亿元 2020:100 2025:200'
  const id = await aDraft(readingOf(picture))
  const item = { title: '规划', link: `/drafts/${id}` }
  expect(await work()).toMatchObject([
    { kind: 'drafts-to-review', count: 1, items: [item], link: '/drafts' },
  ])
  const { body } = await get(`/drafts/${id}/items?kind=target`)
  const { items } = body as { items: { id: string; revision: number }[] }
  await post(`/drafts/${id}/decisions`, {
    action: 'accept',
    items: items.map((one) => ({ id: one.id, revision: one.revision })),
  })
  expect(await work()).toMatchObject([{ kind: 'drafts-to-publish', count: 1, items: [item] }])
  await post(`/drafts/${id}/publications`)
  expect(await work()).toEqual([])
})

test('of many the five that wait longest are named', async () => {
  for (const name of ['一', '二', '三', '四', '五', '六']) {
    await aDraft(readingOf(`${name}号规划\n工业总产值 亿元 2020:100 2025:200`))
  }
  const [drafts] = await work()
  expect(drafts?.count).toBe(6)
  expect(drafts?.items.map(({ title }) => title)).toEqual([
    '一号规划',
    '二号规划',
    '三号规划',
    '四号规划',
    '五号规划',
  ])
})

test('a file that could not be read waits until it comes again', async () => {
  await upload({ name: '二进制.txt', content: Buffer.from([0, 1, 2, 3]) })
  const failed = async () => (await work()).find(({ kind }) => kind === 'imports-failed')
  expect(await failed()).toMatchObject({ count: 1, items: [{ title: '二进制.txt' }] })
  await upload({
    name: '二进制.txt',
    content: '某区规划（2026—2030年）\n\n到2030年，总产值达到8亿元。',
  })
  expect(await failed()).toBeUndefined()
})
