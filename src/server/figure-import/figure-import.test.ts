import type { FigureImport, ImportDifference, ShownImport } from '#contract/figure-import.ts'
import type { MappedTable } from '#contract/sheet-mapping.ts'
import type { IndicatorDefinition } from '#core/indicator/definition.ts'
import { demonstrationIdentity, demonstrationRegion } from '#server/demo/demonstration.ts'
import { insertVersions } from '#server/indicator/library/library-store.ts'
import { figuresOf } from '#server/indicator/figures.ts'
import { newId } from '#server/new-id.ts'
import { multipart, testApp } from '#test/test-app.ts'
import { isPeriod } from '#core/period/period.ts'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { readXlsx, writeXlsx, type WriteSheet } from 'hucre'
import { expect, test } from 'vitest'

const { http, get, post, put, database } = await testApp({
  identify: () =>
    Promise.resolve({
      ...demonstrationIdentity,
      actions: new Set([...demonstrationIdentity.actions, 'record-figures' as const]),
    }),
})
const { db } = database
const region = demonstrationRegion.code

function definition(
  code: string,
  name: string,
  unit: string,
  more: Partial<IndicatorDefinition> = {},
): IndicatorDefinition {
  return {
    code,
    name,
    englishName: code,
    unit,
    decimals: 2,
    direction: 'up',
    kind: 'flow',
    frequency: 'month',
    overSpace: 'sum',
    overTime: 'cumulative',
    source: '',
    definition: '',
    aliases: [],
    ...more,
  }
}

await insertVersions(
  db,
  [
    definition('test-output', '试验总产值', '万元'),
    definition('test-revenue', '试验收入', '万元'),
    definition('test-power', '试验用电', '万千瓦时'),
  ].map((one) => ({ definition: one, version: 1, at: '2026-01-01T00:00:00.000Z' })),
)
const enterprises = ['远川机械有限公司', '明泰电子有限公司', '华岳材料有限公司'].map(
  (name, index) => ({
    regionCode: region,
    id: newId('enterprise') as never,
    uscc: `91999901MA000000${index}A` as never,
    name,
    formerNames: '[]' as never,
    industry: null,
    size: null,
    parkId: null,
    townId: null,
    organisationId: null,
    established: null,
    address: '',
    products: '',
    contacts: '[]' as never,
    state: 'active' as never,
    endedOn: null,
    mergedInto: null,
    revision: 0,
  }),
)
await db.insertInto('enterprise').values(enterprises).execute()

async function send(...files: readonly { name: string; content: string | Uint8Array }[]) {
  const { payload, headers } = multipart(files)
  const reply = await http.inject({ method: 'POST', url: '/api/figure-imports', payload, headers })
  return reply.json<{
    imports: FigureImport[]
    refused: { fileName: string; problem: { code: string } }[]
  }>()
}

async function sent(name: string, content: string | Uint8Array): Promise<FigureImport> {
  const { imports, refused } = await send({ name, content })
  const [first] = imports
  if (!first) throw new Error(JSON.stringify(refused))
  return first
}

async function shown(id: string): Promise<ShownImport> {
  return (await get(`/figure-imports/${id}`)).body as ShownImport
}

interface Run {
  readonly counts: Record<string, number>
  readonly digest: string
  readonly differences: ImportDifference[]
}

async function dryRun(id: string, query = ''): Promise<Run> {
  return (await get(`/figure-imports/${id}/differences?limit=1000${query}`)).body as Run
}

async function confirmed(id: string): Promise<void> {
  const { figureImport } = await shown(id)
  const reply = await post(`/figure-imports/${id}/confirmations`, {
    revision: figureImport.revision,
  })
  expect(reply.status).toBe(200)
}

async function applied(id: string) {
  const { digest } = await dryRun(id)
  const { figureImport } = await shown(id)
  return post(`/figure-imports/${id}/applications`, { revision: figureImport.revision, digest })
}

function xlsx(...sheets: readonly WriteSheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: [...sheets] })
}

/** A list of enterprises as it comes each month. */
function monthly(month: number, outputs: readonly (string | number | null)[]): Promise<Uint8Array> {
  return xlsx({
    name: '产值',
    rows: [
      [`2026年1-${month}月规模以上工业企业产值`, null, null, null],
      [null, null, null, '单位：千元'],
      ['企业名称', '试验总产值', '上年同期', '试验收入'],
      ...enterprises.map(({ name }, index) => [
        name,
        outputs[index] ?? null,
        800 + index,
        700 + index,
      ]),
      ['合计', outputs.reduce<number>((sum, one) => sum + (Number(one) || 0), 0), 2403, 2103],
    ],
  })
}

async function known(subject: number, indicator: string, period: string) {
  const code = enterprises[subject]?.id ?? ''
  const asked = isPeriod(period) ? [period] : []
  const [figure] = await figuresOf(db, {
    region,
    subjects: [{ kind: 'enterprise', code }],
    indicators: [indicator],
    periods: asked,
  })
  return figure?.value
}

test('a list is proposed, confirmed, applied; the next month is recognised; an undo is one act', async () => {
  const march = await sent('三月.xlsx', await monthly(3, [1000, '2,000.50', '—']))
  const { tables } = await shown(march.id)
  expect(tables).toMatchObject([
    { needsLook: false, isConfirmed: false, defaults: { period: '2026-03' } },
  ])
  const early = await applied(march.id)
  expect(early).toMatchObject({ status: 409, body: { code: 'import-not-confirmed' } })
  await confirmed(march.id)
  const run = await dryRun(march.id)
  expect(run.counts).toMatchObject({ new: 6, changed: 0, refused: 0, gaps: 1 })
  expect(await applied(march.id)).toMatchObject({ status: 200, body: { changed: 6 } })
  expect(await known(1, 'test-output', '2026-03')).toBe('200.05')

  const april = await sent('四月.xlsx', await monthly(4, [1500, 2500, 300]))
  const next = (await shown(april.id)).tables as MappedTable[]
  expect(next).toMatchObject([
    {
      isConfirmed: true,
      layout: { name: '规模以上工业企业产值' },
      defaults: { period: '2026-04' },
    },
  ])
  expect(await applied(april.id)).toMatchObject({ status: 200, body: { changed: 6 } })

  const again = await sent('三月更正.xlsx', await monthly(3, [1100, '2,000.50', null]))
  const corrected = await dryRun(again.id)
  expect(corrected.counts).toMatchObject({ new: 0, changed: 1, unchanged: 5 })
  expect(await applied(again.id)).toMatchObject({ status: 200, body: { changed: 1 } })
  expect(await known(0, 'test-output', '2026-03')).toBe('110')

  const { figureImport } = await shown(again.id)
  const undone = await post(`/figure-imports/${again.id}/undoings`, {
    revision: figureImport.revision,
    why: '报错',
  })
  expect(undone).toMatchObject({ status: 200, body: { restored: 1, left: 0 } })
  expect(await known(0, 'test-output', '2026-03')).toBe('100')
})

test('a large file is read in a thread of its own, with the same outcome', async () => {
  const wide = Array.from({ length: 14 }, (_, column) => `备注${column}`)
  const rows = Array.from({ length: 800 }, (_, row) => [
    enterprises[row]?.name ?? `某地第${row}有限公司`,
    row + 1,
    ...wide.map(() => '无'),
  ])
  const file = await sent(
    '2027年3月.xlsx',
    await xlsx({ name: '用电', rows: [['企业名称', '试验用电（万千瓦时）', ...wide], ...rows] }),
  )
  const { figureImport, tables } = await shown(file.id)
  const [table] = tables
  const strangers = table?.rows.filter(({ use }) => use === 'open') ?? []
  expect([figureImport.state, table?.rows.length, strangers.length]).toEqual(['open', 800, 797])
  const decisions = {
    rows: Object.fromEntries(strangers.map(({ key }) => [key, { use: 'ignored' }])),
    columns: Object.fromEntries(
      (table?.columns ?? [])
        .filter(({ use }) => use === 'open')
        .map(({ key }) => [key, { use: 'ignored' }]),
    ),
  }
  await put(`/figure-imports/${file.id}/tables/${table?.id}/decisions`, {
    revision: figureImport.revision,
    decisions,
  })
  await confirmed(file.id)
  expect((await dryRun(file.id)).counts).toMatchObject({ new: 3, refused: 0 })
  expect(await applied(file.id)).toMatchObject({ status: 200, body: { changed: 3 } })
  expect(await known(2, 'test-power', '2027-03')).toBe('3')
})

test('a table by industry is about the divisions of GB/T 4754', async () => {
  const rows = [
    ['行业', '试验总产值（亿元）'],
    ['总计', 3],
    ['农副食品加工业', 1],
    ['通用设备制造业', 2],
  ]
  const file = await sent('2026年3月分行业.xlsx', await xlsx({ name: '分行业', rows }))
  expect((await shown(file.id)).tables).toMatchObject([{ needsLook: false }])
  const { differences } = await dryRun(file.id)
  expect(
    differences.map(({ subject, subjectName, value }) => [subject?.code, subjectName, value]),
  ).toEqual([
    ['13', '农副食品加工业', '10000'],
    ['34', '通用设备制造业', '20000'],
  ])
})

test('an undo leaves what was corrected since', async () => {
  const file = await sent('五月.xlsx', await monthly(5, [1, 2, 3]))
  expect(await applied(file.id)).toMatchObject({ status: 200 })
  const later = await sent('五月更正.xlsx', await monthly(5, [9, 2, 3]))
  expect(await applied(later.id)).toMatchObject({ status: 200, body: { changed: 1 } })
  const { figureImport } = await shown(file.id)
  const undone = await post(`/figure-imports/${file.id}/undoings`, {
    revision: figureImport.revision,
    why: '报错',
  })
  expect(undone).toMatchObject({ status: 200, body: { restored: 5, left: 1 } })
  expect([
    await known(0, 'test-output', '2026-05'),
    await known(1, 'test-output', '2026-05'),
  ]).toEqual(['0.9', null])
})

test('a word of a person on a line holds, and what is not settled is not confirmed', async () => {
  const file = await sent(
    '表.xlsx',
    await xlsx({
      name: '2026年6月',
      rows: [
        ['单位', '试验总产值（万元）', '神秘指标'],
        ['远川机械有限公司', 5, 6],
        ['没有的企业', 7, 8],
      ],
    }),
  )
  const { figureImport, tables } = await shown(file.id)
  const open = await post(`/figure-imports/${file.id}/confirmations`, {
    revision: figureImport.revision,
  })
  expect(open).toMatchObject({ status: 409, body: { code: 'import-lines-open' } })
  const [table] = tables
  const unknownColumn = table?.columns.find(({ use }) => use === 'open')
  const unknownRow = table?.rows.find(({ use }) => use === 'open')
  const decided = await put(`/figure-imports/${file.id}/tables/${table?.id}/decisions`, {
    revision: figureImport.revision,
    decisions: {
      columns: { [unknownColumn?.key ?? '']: { use: 'figures', indicator: 'test-power' } },
      rows: { [unknownRow?.key ?? '']: { use: 'ignored' } },
    },
  })
  expect((decided.body as ShownImport).tables).toMatchObject([{ needsLook: false }])
  await confirmed(file.id)
  expect(await applied(file.id)).toMatchObject({ status: 200, body: { changed: 2 } })
  expect(await known(0, 'test-power', '2026-06')).toBe('6')
})

test('what cannot be read is refused with its place, and nothing of the rest is lost', async () => {
  const sheet = await xlsx({ name: '表', rows: [['甲', '乙']] })
  const parts = unzipSync(sheet)
  const xml = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="str"><v>企业名称</v></c><c r="B1" t="str"><v>2026年7月试验总产值（万元）</v></c></row><row r="2"><c r="A2" t="str"><v>远川机械有限公司</v></c><c r="B2"><f>1+2</f><v>3</v></c></row><row r="3"><c r="A3" t="str"><v>明泰电子有限公司</v></c><c r="B3" t="e"><f>C9</f><v>#REF!</v></c></row><row r="4"><c r="A4" t="str"><v>华岳材料有限公司</v></c><c r="B4"><f>1+3</f></c></row></sheetData></worksheet>`
  const file = await sent(
    '公式.xlsx',
    zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(xml) }),
  )
  const { differences } = await dryRun(file.id)
  expect(differences.map(({ place, state, why, remarks }) => [place, state, why, remarks])).toEqual(
    [
      ['表!B3', 'refused', 'error-cell', []],
      ['表!B4', 'refused', 'formula-without-value', []],
      ['表!B2', 'new', undefined, ['formula', 'span-assumed']],
    ],
  )
})

test('hostile and foreign files are refused, those beside them taken', async () => {
  const good = await monthly(8, [1, 2, 3])
  const parts = unzipSync(good)
  const far = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1000000000"><c r="B1000000000"><v>9</v></c></row></sheetData></worksheet>`
  const { imports, refused } = await send(
    { name: '好.xlsx', content: good },
    { name: '宏.xlsm', content: zipSync({ ...parts, 'xl/vbaProject.bin': strToU8('x') }) },
    { name: '图.xlsx', content: Buffer.from('89504e470d0a1a0a0000', 'hex') },
    {
      name: '十亿行.xlsx',
      content: zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(far) }),
    },
    {
      name: '炸弹.xlsx',
      content: zipSync({ ...parts, 'xl/worksheets/sheet1.xml': new Uint8Array(40_000_000) }),
    },
    { name: '假的.xlsx', content: '企业名称,产值' },
    { name: '空.xlsx', content: await xlsx({ name: '空', rows: [] }) },
    { name: '半个.xlsx', content: good.slice(0, Math.floor(good.length / 2)) },
  )
  expect(refused.map(({ fileName, problem }) => [fileName, problem.code])).toEqual([
    ['宏.xlsm', 'sheet-with-macros'],
    ['图.xlsx', 'sheet-type-unknown'],
    ['十亿行.xlsx', 'document-broken'],
    ['炸弹.xlsx', 'archive-bomb'],
    ['空.xlsx', 'document-empty'],
    ['半个.xlsx', 'document-broken'],
  ])
  // What is csv by its content is read as such, whatever its name says.
  expect(imports.map(({ fileName, format }) => [fileName, format])).toEqual([
    ['好.xlsx', 'xlsx'],
    ['假的.xlsx', 'csv'],
  ])
})

test('two files at once: one applies, the other must be looked at again', async () => {
  const [one, other] = await Promise.all([
    sent('甲.xlsx', await monthly(9, [10, 20, 30])),
    sent('乙.xlsx', await monthly(9, [11, 20, 30])),
  ])
  const runs = await Promise.all([dryRun(one.id), dryRun(other.id)])
  const replies = await Promise.all(
    [one, other].map(async ({ id }, index) => {
      const { figureImport } = await shown(id)
      return post(`/figure-imports/${id}/applications`, {
        revision: figureImport.revision,
        digest: runs[index]?.digest ?? '',
      })
    }),
  )
  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  const changed = await dryRun(replies[0]?.status === 200 ? other.id : one.id)
  expect(changed.counts).toMatchObject({ new: 0, changed: 1, unchanged: 5 })
})

test('hidden sheets are left out; csv in GB18030 is read', async () => {
  const file = await sent(
    '隐藏.xlsx',
    await xlsx(
      {
        name: '2026年10月',
        rows: [
          ['企业', '试验用电'],
          ['远川机械有限公司', 1],
          ['明泰电子有限公司', 2],
        ],
      },
      {
        name: '底稿',
        hidden: true,
        rows: [
          ['企业', '试验用电'],
          ['远川机械有限公司', 9],
          ['明泰电子有限公司', 9],
        ],
      },
    ),
  )
  const { tables } = await shown(file.id)
  expect(tables.map(({ isSkipped }) => isSkipped)).toEqual([false, true])

  // 企业名称,试验用电 / 远川机械有限公司,12
  const text = '企业名称,试验用电（万千瓦时）\r\n远川机械有限公司,"1,234.5"\r\n'
  const csv = await sent(
    '2026年11月用电.csv',
    Buffer.concat([Buffer.from('\ufeff'), Buffer.from(text)]),
  )
  expect((await dryRun(csv.id)).differences).toMatchObject([
    { state: 'new', value: '1234.5', period: '2026-11', place: '2026年11月用电!B2' },
  ])
})

test('a table turned round comes back to the same figures, and one of growth is not for editing', async () => {
  const file = await sent('十月.xlsx', await monthly(10, [100, 200, 300]))
  expect(await applied(file.id)).toMatchObject({ status: 200 })
  const subjects = enterprises.map(({ id }) => `subject=enterprise:${String(id)}`).join('&')
  const query = `${subjects}&indicator=test-output&period=2026-10&rows=period&columns=indicator&columns=subject`
  const { body } = await get(`/figure-tables.xlsx?${query}`)
  const [visible, key] = (await readXlsx(body as Buffer)).sheets
  expect(visible?.rows[1]?.slice(0, 2)).toEqual(['', '试验总产值（万元）'])
  expect(visible?.rows[2]?.[0]).toBe('时期')
  const rows = (visible?.rows ?? []).map((cells) => [...cells])
  const [, , , first] = rows
  expect(first?.slice(0, 2)).toEqual(['2026年10月', 10])
  if (first) first[1] = 11
  const sheets = [
    { name: '指标数据', rows },
    { name: '_jingwei', rows: key?.rows ?? [], veryHidden: true },
  ] as const
  const edited = await sent('转置改.xlsx', await xlsx(...sheets))
  const run = await dryRun(edited.id)
  expect(run.differences).toMatchObject([
    { state: 'changed', value: '11', before: { value: '10' }, period: '2026-10' },
  ])
  const growth = await get(`/figure-tables.xlsx?${query}&show=growth`)
  expect((await readXlsx(growth.body as Buffer)).sheets).toHaveLength(1)
  const csv = ((await get(`/figure-tables.csv?${query}`)).body as Buffer).toString()
  expect(csv.split('\r\n')[2]).toMatch(/^2026年10月,10,/)
})

test('an exported table comes back as a difference of what was edited in it', async () => {
  const file = await sent('十二月.xlsx', await monthly(12, [100, 200, 300]))
  expect(await applied(file.id)).toMatchObject({ status: 200 })
  const subjects = enterprises.map(({ id }) => `subject=enterprise:${String(id)}`).join('&')
  const query = `${subjects}&indicator=test-output&period=2026-12`
  const { body } = await get(`/figure-tables.xlsx?${query}`)
  const workbook = await readXlsx(body as Buffer)
  const [visible, key] = workbook.sheets
  const edit = (row: number, column: number, value: string | number | null) => {
    const rows = (visible?.rows ?? []).map((cells) => [...cells])
    const line = rows[row]
    if (line) line[column] = value
    return xlsx(
      { name: '指标数据', rows },
      { name: '_jingwei', rows: key?.rows ?? [], veryHidden: true },
    )
  }
  const same = await sent('未改.xlsx', await edit(0, 0, '标题改了'))
  expect((await dryRun(same.id)).counts).toMatchObject({ new: 0, changed: 0 })
  const edited = await sent('改.xlsx', await edit(3, 3, 21))
  const run = await dryRun(edited.id)
  expect(run.differences).toMatchObject([
    { state: 'changed', value: '21', before: { value: '20' }, place: '指标数据!D4' },
  ])
  expect(await applied(edited.id)).toMatchObject({ status: 200, body: { changed: 1 } })
  const moved = await sent('挪行.xlsx', await edit(3, 0, '别的企业'))
  const refused = await get(`/figure-imports/${moved.id}/differences`)
  expect(refused).toMatchObject({ status: 400, body: { code: 'table-not-same' } })
  const csv = await get(`/figure-tables.csv?${query}`)
  expect((csv.body as Buffer).toString()).toContain('试验总产值,万元,2026-12,21,')
})
