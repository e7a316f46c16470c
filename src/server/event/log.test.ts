import { actionTexts, entityTexts } from '#contract/texts/event-texts.zh.ts'
import type { LogEntry } from '#contract/log.ts'
import type { Id } from '#core/id.ts'
import type { Region } from '#contract/session.ts'
import { canonical } from '#core/event/canonical.ts'
import { insertRegion } from '#server/region/store.ts'
import { newId } from '#server/new-id.ts'
import { signedIn } from '#test/signed-in.ts'
import { testApp } from '#test/test-app.ts'
import { chainStart, hashOf } from './chain.ts'
import { setOrigin } from './origin.ts'
import { type Happening, record } from './store.ts'
import { readXlsx } from 'hucre/xlsx'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'

const { http, database } = await testApp({ signsIn: true, requestsPerMinute: 1_000_000 })
const { db } = database
const north: Region = { code: '510114', name: '北区', simulated: true }
const south: Region = { code: '999902', name: '南区', simulated: true }
const [zhang, li] = ['张三', '李四'].map((name) => ({ id: newId('user'), name }))
if (!zhang || !li) throw new Error('Two people act')
const plan = newId('plan') as Id<string>

function happening(change: Partial<Happening>): Happening {
  return {
    region: north.code,
    at: '2026-03-02T01:00:00.000Z',
    by: zhang ?? { id: newId('user'), name: '' },
    action: 'draft-published',
    subject: plan,
    entity: { kind: 'plan', id: newId('plan') as Id<string> },
    ...change,
  }
}

beforeAll(async () => {
  await insertRegion(db, north)
  await insertRegion(db, south)
  await db.transaction().execute(async (transaction) => {
    setOrigin(transaction, '10.1.2.3')
    await record(transaction, [
      happening({ before: { status: 'reviewing' }, after: { status: 'published' } }),
    ])
  })
  await record(db, [
    // Ten minutes past midnight in China.
    happening({
      at: '2026-03-04T16:10:00.000Z',
      by: li,
      action: 'path-chosen',
      why: '=1+1，100%达标',
    }),
    happening({
      region: south.code,
      action: 'document-read',
      subject: newId('plan') as Id<string>,
    }),
    ...Array.from({ length: 120 }, (_, index) =>
      happening({ action: 'item-accepted', after: { number: index } }),
    ),
  ])
})

async function asAuditor(url: string, region?: string) {
  const { cookie } = await signedIn(db, 'audit-administrator', region)
  return http.inject({ url: `/api${url}`, headers: { cookie } })
}

async function list(query = '', region?: string) {
  const reply = await asAuditor(`/log${query}`, region)
  return reply.json<{ entries: LogEntry[]; next?: number }>()
}

const marks = ['draft-published', 'path-chosen', 'document-read']

/** The first three entries of the tests that a question finds. */
async function found(query: string, region?: string): Promise<readonly string[]> {
  const { entries } = await list(query, region)
  return entries.map(({ action }) => action).filter((action) => marks.includes(action))
}

test.each([
  ['?action=path-chosen', ['path-chosen']],
  ['?action=path-chosen&action=draft-published', ['path-chosen', 'draft-published']],
  [`?person=${encodeURIComponent('李')}`, ['path-chosen']],
  [`?person=${li.id}`, ['path-chosen']],
  ['?from=2026-03-05', ['path-chosen']],
  ['?action=path-chosen&to=2026-03-04', []],
  [`?text=${encodeURIComponent('100%')}`, ['path-chosen']],
  ['?text=reviewing', ['draft-published']],
  ['?text=_____nothing', []],
])('%s finds %j', async (query, expected) => {
  expect(await found(query)).toEqual(expected)
})

test('a subject finds what belongs to it', async () => {
  const { entries } = await list(`?subject=${plan}&action=draft-published`)
  expect(entries).toMatchObject([
    {
      by: zhang,
      address: '10.1.2.3',
      region: north,
      subject: plan,
      after: { status: 'published' },
    },
  ])
})

test('whoever audits one region reads the entries of that region alone', async () => {
  expect(await found('?action=document-read', south.code)).toEqual(['document-read'])
  expect(await found('?action=draft-published', south.code)).toEqual([])
})

test('pages follow one another without gap or repetition, also while entries are added', async () => {
  const query = '?action=item-accepted'
  const first = await list(query)
  await record(db, [happening({ action: 'item-accepted' })])
  const second = await list(`${query}&before=${first.next}`)
  const third = await list(`${query}&before=${second.next}`)
  const numbers = [first, second, third].flatMap(({ entries }) =>
    entries.map(({ after }) => (after as { number: number }).number),
  )
  expect(numbers).toEqual(Array.from({ length: 120 }, (_, index) => 119 - index))
  expect(third.next).toBeUndefined()
})

test('a request leaves the address it came from in the log', async () => {
  const { cookie } = await signedIn(db, 'planner', north.code)
  await http.inject({
    method: 'PUT',
    url: '/api/session/region',
    headers: { cookie },
    payload: { region: north.code },
  })
  const { entries } = await list('?action=region-chosen')
  expect(entries[0]?.address).toBe('127.0.0.1')
})

test('exports hold what the filter finds, as text and not as formulas, and are logged themselves', async () => {
  const csv = await asAuditor('/log.csv?action=path-chosen')
  const [head, line, rest] = csv.body.split('\r\n')
  expect(head?.startsWith('\ufeff序号,时间,人员')).toBe(true)
  expect(line).toContain('2026-03-05 00:10:00,李四')
  expect(line).toContain("'=1+1，100%达标")
  expect(rest).toBe('')
  const xlsx = await asAuditor('/log.xlsx?action=path-chosen')
  const { sheets } = await readXlsx(xlsx.rawPayload)
  expect(sheets[0]?.rows[1]).toEqual(
    expect.arrayContaining(['李四', '选择目标路径', '=1+1，100%达标']),
  )
  const { entries } = await list('?action=log-exported')
  expect(entries.map(({ after }) => (after as { format: string }).format)).toEqual(['xlsx', 'csv'])
})

test('an export of everything holds every entry', async () => {
  const { body } = await asAuditor('/log.csv')
  const { position } = await db.selectFrom('eventHead').select('position').executeTakeFirstOrThrow()
  const numbers = body.split('\r\n').flatMap((line) => /^(\d+),/.exec(line)?.[1] ?? [])
  expect(numbers.map(Number)).toEqual(
    Array.from({ length: position }, (_, index) => position - index),
  )
})

test('entries from before addresses were kept keep their hash; an address added or taken away breaks it', () => {
  const old = {
    regionCode: north.code,
    id: newId('event'),
    at: '2026-03-02T01:00:00.000Z',
    by: zhang,
    action: 'signed-in',
    subjectId: plan,
    entityKind: 'user',
    entityId: plan,
    before: null,
    after: { a: 1 },
    why: null,
    position: 1,
    previous: chainStart,
  }
  const before = createHash('sha256').update(canonical(old)).digest('hex')
  expect(hashOf({ ...old, address: null })).toBe(before)
  expect(hashOf({ ...old, address: '10.0.0.1' })).not.toBe(before)
})

test('every kind of thing that is recorded has a name', () => {
  const root = path.join(import.meta.dirname, '..')
  const files = fs.globSync('**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.test.ts'))
  const kinds = files.flatMap((file) =>
    [
      ...fs.readFileSync(path.join(root, file), 'utf8').matchAll(/entity[:=] \{ kind: '([\w-]+)'/g),
    ].map(([, kind]) => kind ?? ''),
  )
  expect(kinds.length).toBeGreaterThan(5)
  expect(kinds.filter((kind) => !(kind in entityTexts))).toEqual([])
  expect(new Set(Object.values(actionTexts)).size).toBe(Object.keys(actionTexts).length)
})
