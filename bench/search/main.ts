/**
 * Search over 100,000 things, by the index and by reading every row, in one run on one database.
 *
 *   npm run bench:search [-- --rows=100000 --url=postgres://…]
 */
import { termsOf } from '#core/search/query.ts'
import { openDatabase } from '#server/db/database.ts'
import type { Db } from '#server/db/db.ts'
import { migrate } from '#server/db/migrate.ts'
import type { SearchEntry } from '#server/search/entry.ts'
import { find, type Searcher } from '#server/search/find.ts'
import { indexFor } from '#server/search/store.ts'
import { sql } from 'kysely'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'

const { values: options } = parseArgs({
  options: { rows: { type: 'string', default: '100000' }, url: { type: 'string' } },
})
const rows = Number(options.rows)
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'search-'))
const database = await openDatabase(options.url ?? `pglite:${path.join(folder, 'database')}`)
const now = '2026-11-21T08:00:00.000Z'
const regions = Array.from({ length: 40 }, (_, index) => `37${String(index + 10)}01`)

const places = ['东河', '西岭', '南塘', '北滩', '中原', '上林', '下湾', '前山', '后港', '新城']
const trades = ['机械', '电子', '食品', '化工', '纺织', '建材', '医药', '汽车', '钢铁', '新能源']
const things = ['零部件', '生产线', '研发中心', '智能工厂', '检测平台', '加工基地', '材料', '装备']
const deeds = ['建设', '改造', '扩建', '推进', '培育', '引进', '提升', '完善', '实施', '打造']
const facts = [
  '规模以上工业总产值',
  '规上工业增加值',
  '研发经费投入强度',
  '单位能耗',
  '专精特新企业',
]
const kinds = ['target', 'task', 'project', 'enterprise'] as const

/** The same things in each run. */
function entryOf(index: number): SearchEntry {
  let state = index * 2_654_435_761
  const pick = (words: readonly string[]): string => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return words[Math.floor(state / 65_536) % words.length] ?? ''
  }
  const kind = kinds[index % kinds.length] ?? 'task'
  const what = `${pick(places)}${pick(trades)}${pick(things)}`
  const title = kind === 'target' ? `${what}${pick(facts)}` : `${pick(deeds)}${what}${index}号`
  const text = Array.from(
    { length: 8 },
    () => `${pick(deeds)}${pick(places)}${pick(trades)}${pick(things)}，${pick(facts)}稳步提高`,
  ).join('；')
  return {
    region: regions[index % regions.length] ?? '',
    kind,
    id: String(index),
    title,
    text,
    context: '某地制造业高质量发展规划',
    link: '/',
    needs: 'read',
    isEverywhere: index % 10 === 0,
  }
}

async function fill(db: Db): Promise<number> {
  const begun = performance.now()
  const part = 2000
  for (let from = 0; from < rows; from += part) {
    const entries = Array.from({ length: Math.min(part, rows - from) }, (_, at) =>
      entryOf(from + at),
    )
    await db.transaction().execute((into) => indexFor(into, entries, now))
  }
  await sql`select gin_clean_pending_list('search_entry_lexemes')`.execute(db)
  await sql`analyze search_entry`.execute(db)
  return performance.now() - begun
}

const searcher: Searcher = {
  region: { code: regions[0] ?? '' },
  actions: new Set(['read']),
  scopeOf: () => ({ kind: 'region' }),
}

/** What one would write without an index: every row is read. */
function byReading(db: Db, word: string) {
  const pattern = `%${word}%`
  return sql`
    select id, title, count(*) over () from search_entry
    where (region_code = ${searcher.region.code} or is_everywhere) and needs = 'read'
      and (title ilike ${pattern} or body ilike ${pattern})
    order by length(title), id limit 20
  `.execute(db)
}

async function timed(times: number, run: () => Promise<unknown>): Promise<string> {
  const taken: number[] = []
  for (let count = 0; count < times; count += 1) {
    const begun = performance.now()
    await run()
    taken.push(performance.now() - begun)
  }
  const sorted = taken.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)
  return `${at(0.5)} / ${at(0.95)}`
}

const asked = [
  ['two characters, common', '工业'],
  ['two characters in names', '装备'],
  ['a whole name', '规上工业增加值'],
  ['one thing', '8731号'],
  ['nothing', '数据中台'],
  ['initials', 'gyzcz'],
  ['pinyin', 'zhinenggongchang'],
  ['mixed', '工业zjz'],
  ['two words', '医药 平台'],
] as const

try {
  const { db } = database
  await migrate(db)
  const build = await fill(db)
  const { rows: size } = await sql<{ whole: string; index: string }>`
    select pg_size_pretty(pg_total_relation_size('search_entry')) as whole,
      pg_size_pretty(pg_relation_size('search_entry_lexemes')) as index
  `.execute(db)
  console.log(
    `${rows} rows indexed in ${(build / 1000).toFixed(1)} s, ${size[0]?.whole} with an index of ${size[0]?.index}`,
  )
  console.log('| asked | words | weighed | by index p50 / p95, ms | reading every row, ms |')
  console.log('| --- | --- | --- | --- | --- |')
  for (const [name, words] of asked) {
    const terms = termsOf(words)
    const search = () => find(db, searcher, { terms, kinds: [], limit: 5 })
    const found = await search()
    const count = [...Map.groupBy(found, ({ kind }) => kind).values()]
      .map(([first]) => first?.total ?? 0)
      .reduce((sum, total) => sum + total, 0)
    const byIndex = await timed(20, search)
    // By pinyin a plain reading finds nothing, so it has nothing to measure.
    const isPlain = !/[a-z ]/.test(words)
    const reading = isPlain ? await timed(5, () => byReading(db, words)) : '–'
    console.log(`| ${name} | ${words} | ${count} | ${byIndex} | ${reading} |`)
  }
} finally {
  await database.close()
  fs.rmSync(folder, { recursive: true, force: true })
}
