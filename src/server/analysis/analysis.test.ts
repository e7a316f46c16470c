import type { AnalysisBlock } from '#contract/analysis.ts'
import type { AnalysisTemplate as Template } from '#contract/analysis-template.ts'
import { demonstrationIdentity } from '#server/demo/demonstration.ts'
import { acceptFigures } from '#server/indicator/accept-figures.ts'
import { changeMemberships } from '#server/indicator/change-memberships.ts'
import { figures, period } from '#test/figure-notation.ts'
import { testApp } from '#test/test-app.ts'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'

const app = await testApp()
const { database, get, http, post, put } = app
const region = demonstrationIdentity.region.code
const acceptance = (at: string) => ({ region, by: demonstrationIdentity.user, at, cause: 'test' })

await acceptFigures(
  database.db,
  acceptance('2026-05-18T02:00:00.000Z'),
  figures(`
    enterprise:a1 industrial-output 2026-03 300000/280000
    enterprise:a1 industrial-output 2026-04 420000/380000
    enterprise:a2 industrial-output 2026-03 200000/210000
    enterprise:a2 industrial-output 2026-04 260000/290000
    enterprise:a1 operating-revenue 2026-04 400000/370000
    enterprise:a1 total-profit 2026-04 5000/-2000
  `),
)
await changeMemberships(
  database.db,
  acceptance('2026-05-18T02:00:01.000Z'),
  ['a1', 'a2'].map((code, i) => ({
    subject: { kind: 'enterprise', code },
    dimension: 'industry',
    memberships: [{ member: i === 0 ? '38' : '30', share: '1', from: period('2024-01') }],
  })),
)

function wordsOf(blocks: readonly AnalysisBlock[]): string {
  return blocks
    .map((block) => {
      if ('parts' in block) return block.parts.map(({ text }) => text).join('')
      return block.kind === 'table' || block.kind === 'chart' ? `[${block.caption}]` : ''
    })
    .join('\n')
}

test('[R5] a quarter alone is told from its own beginning, the first with the year', async () => {
  const other = await testApp()
  await acceptFigures(
    other.database.db,
    acceptance('2026-07-18T02:00:00.000Z'),
    figures(`
      enterprise:a1 industrial-output 2026-03 300000/280000
      enterprise:a2 industrial-output 2026-03 200000/210000
      enterprise:a1 industrial-output 2026-05 590000/500000
      enterprise:a2 industrial-output 2026-05 330000/330000
      enterprise:a1 industrial-output 2026-06 700000/600000
      enterprise:a2 industrial-output 2026-06 400000/390000
    `),
  )
  const words = async (quarter: string) => {
    const { body } = await other.get(`/analysis/reports/${quarter}`)
    return wordsOf((body as { blocks: readonly AnalysisBlock[] }).blocks)
  }
  expect(await words('2026-Q2')).toContain(
    '2026年二季度，规模以上工业总产值6.0亿元，同比增长20.0%。',
  )
  expect(await words('2026-Q1')).toContain(
    '2026年一季度，规模以上工业总产值5.0亿元，同比增长2.0%。',
  )
})

async function analysis(): Promise<readonly AnalysisBlock[]> {
  const { body } = await get('/analysis/reports/2026-04')
  return (body as { blocks: readonly AnalysisBlock[] }).blocks
}

test('[R5] the analysis says in the words of statistics what the figures say', async () => {
  const words = wordsOf(await analysis())
  // 680,000 thousand yuan against 670,000; a month ago 500,000 against 490,000.
  expect(words).toContain('工业总产值6.8亿元，同比增长1.5%，增速回落0.5个百分点')
  expect(words).toContain('同比扭亏为盈')
  expect(words).toContain('出口交货值（缺数）')
  expect(words).toContain('拉动较大的有电气机械和器材制造业')
})

test('[R5] every figure leads to what it came from', async () => {
  const figuresSaid = (await analysis()).flatMap((block) =>
    'parts' in block ? block.parts.flatMap(({ figure }) => figure ?? []) : [],
  )
  expect(figuresSaid.length).toBeGreaterThan(10)
  for (const { subject, indicator, period: when } of figuresSaid) {
    const reply = await get(
      `/figures/lineage?subject=${subject}&indicator=${indicator}&period=${when}`,
    )
    expect([subject, reply.status]).toEqual([subject, 200])
  }
})

test('the Word draft holds the same sentences, page numbers and links', async () => {
  const reply = await http.inject({
    method: 'GET',
    url: '/api/analysis/reports/2026-04/analysis.docx?origin=http://jingwei.example:8300',
  })
  expect(reply.statusCode).toBe(200)
  const parts = unzipSync(new Uint8Array(reply.rawPayload))
  const text = (name: string): string => new TextDecoder().decode(parts[name])
  expect(text('word/document.xml')).toContain('工业经济运行分析')
  expect(text('word/_rels/document.xml.rels')).toContain(
    'http://jingwei.example:8300/figures/lineage?subject=region%3A',
  )
  expect(Object.keys(parts).some((name) => /word\/media\/.+\.png/.test(name))).toBe(true)
  expect(Object.keys(parts).filter((name) => /word\/footer\d\.xml/.test(name))).toHaveLength(2)
})

test('as of an earlier day the sentences name what was missing then', async () => {
  const { body } = await get('/analysis/reports/2026-04?asOf=2026-05-01')
  const words = wordsOf((body as { blocks: readonly AnalysisBlock[] }).blocks)
  expect(words).toContain('工业总产值（缺数）')
})

test('a link may only lead to a web address', async () => {
  const reply = await get('/analysis/reports/2026-04/analysis.docx?origin=javascript:alert(1)')
  expect(reply).toMatchObject({ status: 400, body: { code: 'input-invalid' } })
})

test('a template is tried, refused with the place of its fault, and put in use', async () => {
  const listed = await get('/analysis/templates')
  const { templates } = listed.body as {
    templates: { code: string; versions: { version: number; template: Template }[] }[]
  }
  const shipped = templates.find(({ code }) => code === 'month')?.versions.at(-1)
  if (!shipped) throw new Error('no template is shipped')
  const withSentence = (text: string): Template => ({
    ...shipped.template,
    sections: [{ heading: '一、概况', blocks: [{ kind: 'text', text }] }],
  })

  const broken = withSentence('产值{工业总产值.增苏}。')
  expect(
    await post('/analysis/templates/trials', { period: '2026-04', template: broken }),
  ).toMatchObject({
    status: 200,
    body: {
      problems: [{ section: 0, block: 0, text: '第1部分第1段：不认识这种说法“{工业总产值.增苏}”' }],
    },
  })
  const change = { version: 0, template: broken, why: '精简' }
  expect(await put('/analysis/templates/month', change)).toMatchObject({
    status: 400,
    body: { code: 'template-unread' },
  })

  const plain = withSentence('产值{工业总产值.增速}，电耗{火星电量.增速}。')
  expect(
    await post('/analysis/templates/trials', { period: '2026-04', template: plain }),
  ).toMatchObject({ body: { problems: [{ text: expect.stringContaining('火星电量') }] } })

  const right = withSentence('产值{工业总产值.增速}。')
  expect(await put('/analysis/templates/month', { ...change, template: right })).toMatchObject({
    status: 200,
    body: { version: 1 },
  })
  expect(wordsOf(await analysis())).toContain('产值增长1.5%。')
  expect(await put('/analysis/templates/month', { ...change, template: right })).toMatchObject({
    status: 409,
  })
})

test('the edition for the browser holds tables, drawings and links, and needs nothing else', async () => {
  const reply = await http.inject({
    method: 'GET',
    url: '/api/analysis/reports/2026-Q1/analysis.html?origin=http://jingwei.example:8300',
  })
  expect(reply.statusCode).toBe(200)
  const html = reply.body
  expect(html).toContain('<h1>')
  expect(html).toContain('<svg')
  expect(html).toContain('http://jingwei.example:8300/figures/lineage?subject=region')
  expect(html).not.toMatch(/<script|src=|@import/)
})
