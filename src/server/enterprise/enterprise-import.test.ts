import type { EnterpriseImport, ImportDecision } from '#contract/enterprise-import.ts'
import type { Enterprise, EnterpriseRow } from '#contract/enterprise.ts'
import { usccOf } from '#core/enterprise/uscc.ts'
import { demonstrationRegion } from '#server/demo/demonstration.ts'
import { demonstrationOrganisations } from '#server/demo/demonstration-organisations.ts'
import { insertOrganisations } from '#server/organisation/store.ts'
import { multipart, testApp } from '#test/test-app.ts'
import { writeXlsx } from 'hucre'
import { expect, test } from 'vitest'

const { get, post, database, http } = await testApp()
await insertOrganisations(database.db, demonstrationRegion.code, demonstrationOrganisations())

const empty = { address: '', products: '', contacts: [], listings: [], places: [], tags: [] }
const code = (number: number): string => usccOf('999901', `MC${String(number).padStart(6, '0')}`)

const { body: known } = await post('/enterprises', {
  content: { ...empty, name: '青澜甲子数控机床有限公司', uscc: code(1) },
  why: '新建',
})
await post('/enterprises', { content: { ...empty, name: '云溪果蔬饮品有限公司' }, why: '新建' })

async function uploaded(name: string, content: string | Uint8Array) {
  const reply = await http.inject({
    method: 'POST',
    url: '/api/enterprise-imports',
    ...multipart([{ name, content }]),
  })
  return { status: reply.statusCode, body: reply.json<EnterpriseImport & { code?: string }>() }
}

const list = [
  '企业名称,统一社会信用代码,行业代码,所属园区',
  `青澜甲子精密机床有限公司,${code(1)},3421,青澜高新技术产业园`,
  `云溪果蔬饮品股份有限公司,${code(2)},,`,
  `澜江新厂有限公司,${code(3)},3252,澜江先进材料园管委会`,
  `错码厂,${code(4).slice(0, 17)}?,,天边园`,
].join('\n')

async function listed(text: string): Promise<readonly EnterpriseRow[]> {
  const { body } = await get(`/enterprises?state=all&text=${encodeURIComponent(text)}`)
  return (body as { enterprises: EnterpriseRow[] }).enterprises
}

test('[E4] what is surely known is proposed, what may be is asked, what is wrong is said', async () => {
  const { body } = await uploaded('名录.csv', list)
  expect(
    body.rows.map(({ line, proposed, candidates, doubts }) => [
      line,
      proposed ?? 'asked',
      candidates.map(({ reason }) => reason).join(),
      doubts.map((doubt) => doubt.code).join(),
    ]),
  ).toEqual([
    [2, 'same', 'same-code', ''],
    [3, 'asked', 'like-name', ''],
    [4, 'add', '', ''],
    [5, 'asked', '', 'uscc-wrong,place-unknown'],
  ])
  expect(body.rows[0]?.candidates[0]?.differs).toEqual(['name', 'industry', 'park'])
})

test('[E4] nothing is taken over until each row is decided, and then once', async () => {
  const { body } = await uploaded('名录.csv', list)
  const decide = (decisions: readonly object[]) =>
    post(`/enterprise-imports/${body.id}/decisions`, { decisions })
  const like = body.rows[1]?.candidates[0]?.id
  const decisions = [
    { line: 2, kind: 'same', enterprise: (known as Enterprise).id },
    { line: 3, kind: 'same', enterprise: like },
    { line: 4, kind: 'add' },
    { line: 5, kind: 'skip' },
  ]
  expect(await decide(decisions.slice(0, 3))).toMatchObject({
    status: 409,
    body: { code: 'import-undecided', detail: { lines: [5] } },
  })
  expect(await listed('新厂')).toEqual([])
  expect(await decide(decisions)).toMatchObject({
    status: 200,
    body: { added: 1, changed: 2, skipped: 1 },
  })
  expect(await decide(decisions)).toMatchObject({ status: 409, body: { code: 'import-done' } })
  expect(await listed('甲子精密')).toMatchObject([
    { uscc: code(1), industry: '3421', formerNames: ['青澜甲子数控机床有限公司'] },
  ])
  expect(await listed('云溪果蔬')).toMatchObject([{ id: like, uscc: code(2) }])
  expect(await listed('新厂')).toMatchObject([{ industry: '3252' }])
  expect(await listed('错码厂')).toEqual([])
})

test('a workbook is read like a text, one without names is refused', async () => {
  const rows = [
    ['青澜区企业名录', '', ''],
    ['序号', '单位名称', '统一社会信用代码'],
    [1, '澜南表格有限公司', code(9)],
  ]
  const workbook = await writeXlsx({ sheets: [{ name: '名录', rows }] })
  const { body } = await uploaded('名录.xlsx', workbook)
  expect(body.rows).toMatchObject([{ line: 3, name: '澜南表格有限公司', uscc: code(9) }])
  expect(await uploaded('产值.csv', '产值,增速\n1,2')).toMatchObject({
    status: 400,
    body: { code: 'import-without-names' },
  })
})

test('two rows of one code cannot both become enterprises', async () => {
  const { body } = await uploaded(
    '名录.csv',
    `企业名称,信用代码\n甲厂,${code(20)}\n乙厂,${code(20)}`,
  )
  expect(body.rows.map(({ doubts }) => doubts.map((doubt) => doubt.code))).toEqual([
    [],
    ['uscc-twice'],
  ])
  const decisions: ImportDecision[] = [
    { line: 2, kind: 'add' },
    { line: 3, kind: 'add' },
  ]
  expect(await post(`/enterprise-imports/${body.id}/decisions`, { decisions })).toMatchObject({
    status: 409,
    body: { code: 'enterprise-code-taken' },
  })
  expect(await listed('甲厂')).toEqual([])
})
