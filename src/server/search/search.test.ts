import type { SearchGroup } from '#contract/search.ts'
import type { OrganisationId } from '#core/id.ts'
import { demonstrationRegion } from '#server/demo/demonstration.ts'
import { newId } from '#server/new-id.ts'
import { readingOf } from '#test/reading-of.ts'
import { testApp } from '#test/test-app.ts'
import { planSource } from '#server/plan/search-entries.ts'
import { indexDifference } from './complete-index.ts'
import { digestOf, type SearchEntry } from './entry.ts'
import { find, type Searcher } from './find.ts'
import { askForIndex } from './jobs.ts'
import { readingsOf } from './readings.ts'
import { forget, indexFor, indexUnchanged } from './store.ts'
import { termsOf } from '#core/search/query.ts'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'

const { database, get, upload, post, jobs, aDraft } = await testApp()
const { db } = database
// The index is completed when the program starts; what has no source would be taken out of it.
await jobs.idle()
const now = '2026-11-21T08:00:00.000Z'
const home = demonstrationRegion.code

function entry(title: string, about: Partial<SearchEntry> = {}): SearchEntry {
  return {
    region: home,
    kind: 'matter',
    id: newId('matter'),
    title,
    link: '/',
    needs: 'read',
    ...about,
  }
}

async function groups(text: string, kind = ''): Promise<readonly SearchGroup[]> {
  const { body } = await get(`/search?text=${encodeURIComponent(text)}${kind && `&kind=${kind}`}`)
  return (body as { groups: SearchGroup[] }).groups
}

/** What is found, one line each: `matter 规上[工业]产值`. */
async function found(text: string, kind = ''): Promise<readonly string[]> {
  return (await groups(text, kind)).flatMap(({ kind, hits }) =>
    hits.map(({ title }) => `${kind} ${drawn(title)}`),
  )
}

function drawn({ text, marks }: SearchGroup['hits'][number]['title']): string {
  return marks.reduceRight(
    (rest, { start, end }) =>
      `${rest.slice(0, start)}[${rest.slice(start, end)}]${rest.slice(end)}`,
    text,
  )
}

test('a name is typed in letters by its initials or in full', async () => {
  const { body } = await post('/search/spellings', { names: ['工业总产值', 'R&D经费', '重庆产值'] })
  expect(body).toEqual({
    spellings: [
      ['gyzcz', 'gongyezongchanzhi'],
      ['r&djf', 'r&djingfei'],
      ['cqcz', 'chongqingchanzhi'],
    ],
  })
})

describe('a thing is found', () => {
  const names = [
    '重庆银行贷款贴息',
    '𬭚矿开采整治',
    'GDP（含R&D）核算',
    "企业'专精特新'\\认定",
    '5G产业园 100%投产',
    '绿色工厂',
    '工厂绿色化',
  ]
  test.each([
    ['银行', '重庆[银行]贷款贴息'],
    ['chongqingyinhang', '[重庆银行]贷款贴息'],
    ['cqyhdk', '[重庆银行贷款]贴息'],
    ['重庆yh', '[重庆银行]贷款贴息'],
    ['贴息 cq', '[重庆]银行贷款[贴息]'],
    ['kkc', '𬭚[矿开采]整治'],
    ['gdp', '[GDP]（含R&D）核算'],
    ['R&D', 'GDP（含[R&D]）核算'],
    ["'专精", "企业['专精]特新'\\认定"],
    ['\\认', "企业'专精特新'[\\认]定"],
    ['100%', '5G产业园 [100%]投产'],
    ['5gcyy', '[5G产业园] 100%投产'],
    ['采', '𬭚矿开[采]整治'],
  ])('%s: %s', async (typed, title) => {
    await indexFor(
      db,
      names.map((name) => entry(name, { id: name })),
      now,
    )
    expect(await found(typed)).toContain(`matter ${title}`)
  })

  test('by its own name before others, and what is only in its text last', async () => {
    await indexFor(
      db,
      [
        entry('产值分析（晶圆）', { id: '3' }),
        entry('晶圆产值', { id: '2' }),
        entry('晶圆', { id: '1' }),
        entry('某项目', { id: '5', text: '建设晶圆生产线' }),
        entry('芯片', { id: '4', keys: ['晶圆'] }),
      ],
      now,
    )
    expect(await found('晶圆')).toEqual([
      'matter [晶圆]',
      'matter [晶圆]产值',
      'matter 产值分析（[晶圆]）',
      'matter 芯片',
      'matter 某项目',
    ])
    const [group] = await groups('晶圆')
    expect(group).toMatchObject({ total: 5, isMore: false })
    expect(drawn(group?.hits[4]?.excerpt ?? { text: '', marks: [] })).toBe('建设[晶圆]生产线')
  })

  test('as long as it has all words in this order, and not when only their pairs are there', async () => {
    await indexFor(db, [entry('数据中台、中台账')], now)
    expect(await found('数据中台账')).toEqual([])
    expect(await found('不存在的词')).toEqual([])
    expect((await get('/search?text=g')).body).toEqual({ groups: [], isTooShort: true })
  })
})

test('everybody finds what they may see, in their region and of their unit', async () => {
  const unit = newId('organisation') as OrganisationId
  await indexFor(
    db,
    [
      entry('甲权事项', { id: 'a' }),
      entry('乙权事项', { id: 'b', region: '370113' }),
      entry('丙权事项', { id: 'c', region: '370113', isEverywhere: true }),
      entry('丁权事项', { id: 'd', needs: 'see-users' }),
      entry('戊权事项', { id: 'e', organisation: unit }),
      entry('己权事项', { id: 'f', organisation: newId('organisation') as OrganisationId }),
    ],
    now,
  )
  const seenBy = async (searcher: Partial<Searcher>): Promise<string> => {
    const rows = await find(
      db,
      {
        region: { code: home },
        actions: new Set(['read']),
        scopeOf: () => ({ kind: 'region' }),
        ...searcher,
      },
      { terms: termsOf('权事项'), kinds: [], limit: 20 },
    )
    return rows
      .map(({ id }) => id)
      .toSorted()
      .join('')
  }
  expect(await seenBy({})).toBe('acef')
  expect(await seenBy({ region: { code: '370113' } })).toBe('bc')
  expect(await seenBy({ actions: new Set(['see-users']) })).toBe('d')
  expect(await seenBy({ actions: new Set() })).toBe('')
  const organisations = new Set([unit])
  expect(await seenBy({ scopeOf: () => ({ kind: 'organisations', organisations }) })).toBe('ace')
})

test('what is published is found in its latest version, a document where the words stand', async () => {
  const first = await aDraft(
    readingOf('规划检索\n镓产量 吨 2020:1 2025:2\n锗产量 吨 2020:1 2025:2'),
  )
  const { body } = await post(`/drafts/${first}/publications`, { pending: 'accept' })
  const { planId } = body as { planId: string }
  expect(await found('锗产量', 'target')).toEqual(['target [锗产量]'])
  const [target] = (await groups('jiachanliang', 'target')).flatMap(({ hits }) => hits)
  expect(target).toMatchObject({
    context: '规划检索',
    link: `/targets?planId=${planId}&target=${target?.id}`,
  })
  const second = await aDraft(readingOf('规划检索\n镓产量 吨 2020:1 2025:3'))
  await post(`/drafts/${second}/publications`, { pending: 'accept' })
  expect(await found('锗产量', 'target')).toEqual([])
  expect(await found('镓产量', 'target')).toEqual(['target [镓产量]'])

  const text = `检索试验规划（2026—2030年）\n\n一、发展目标\n\n到2030年，单晶炉产能达到80万台。\n`
  await upload({ name: '原文.txt', content: text })
  const [hit] = (await groups('单晶炉')).flatMap(({ hits }) => hits)
  const [, id, start, end] =
    /^\/documents\/([^?]+)\?start=(\d+)&end=(\d+)$/.exec(hit?.link ?? '') ?? []
  const { body: content } = await get(`/documents/${id}/content`)
  expect((content as { text: string }).text.slice(Number(start), Number(end))).toBe('单晶炉')
})

test('what is missing from the index, outdated or too much is found and mended', async () => {
  const draft = await aDraft(readingOf('规划补全\n铟产量 吨 2020:1 2025:2'))
  const { body } = await post(`/drafts/${draft}/publications`, { pending: 'accept' })
  const { planId } = body as { planId: string }
  expect((await indexDifference(db, [planSource])).gaps).toEqual([])

  await forget(db, home, 'plan', [planId])
  await db
    .updateTable('searchEntry')
    .set({ digest: 'earlier' })
    .where('title', '=', '铟产量')
    .execute()
  await indexFor(db, [entry('无主', { kind: 'task', id: 'gone' })], now)
  const { gaps } = await indexDifference(db, [planSource])
  expect(gaps.map(({ code, kind }) => `${code} ${kind}`).toSorted()).toEqual([
    'search-missing plan',
    'search-outdated target',
    'search-superfluous task',
  ])

  await askForIndex(db, now)
  await jobs.idle()
  expect((await indexDifference(db, [planSource])).gaps).toEqual([])
  expect(await found('ghbq', 'plan')).toEqual(['plan [规划补全]'])
})

test('what two index at once is found as the later one left it, and neither fails', async () => {
  const begun = Promise.withResolvers<void>()
  const first = db.transaction().execute(async (into) => {
    await indexFor(into, [entry('钽产量', { id: 'at-once' })], now)
    begun.resolve()
    // Long enough that the other stands before the same row, where the engine lets it.
    await setTimeout(200)
  })
  await begun.promise
  await indexFor(db, [entry('铌产量', { id: 'at-once' })], now)
  await first
  expect(await found('钽产量')).toEqual([])
  expect(await found('铌产量')).toEqual(['matter [铌产量]'])

  const earlier = entry('钽产量', { id: 'at-once' })
  const outdated = {
    region: home,
    kind: 'matter',
    id: 'at-once',
    digest: digestOf(earlier),
  } as const
  await indexUnchanged(db, [earlier], [outdated], now)
  expect(await found('铌产量')).toEqual(['matter [铌产量]'])
})

test('a name has a reading a character, rare ones too', () => {
  for (const name of ['𬭚矿GDP 5G（重庆）', '', 'ⅡⅢ①㎡·']) {
    expect(readingsOf(name)).toHaveLength(Array.from(name).length)
  }
})
