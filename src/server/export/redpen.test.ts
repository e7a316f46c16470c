import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Finding } from '#core/audit/finding.ts'
import { type Citation, cite } from '#core/document/citation.ts'
import type { Document, SourceBlock } from '#core/document/document.ts'
import { normalise } from '#core/document/normalise.ts'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { redpenDocx } from './redpen.ts'

const now = new Date('2026-03-31T08:00:00Z')

const document = normalise([
  ...lines('某区制造业规划', '一、发展目标', '到2030年，工业总产值达到300亿元，年均增长20%。'),
  {
    kind: 'table',
    rows: 3,
    columns: 3,
    cells: [
      cell(0, 0, '类别'),
      cell(0, 1, '指标'),
      cell(0, 2, '2030年'),
      { ...cell(1, 0, '规模'), rowSpan: 2 },
      cell(1, 1, '工业总产值（亿元）'),
      cell(1, 2, '280'),
      cell(2, 1, '工业增加值（亿元）'),
      cell(2, 2, ''),
    ],
  },
  ...lines('二、保障措施', '加强组织领导。'),
])

function lines(...texts: readonly string[]): SourceBlock[] {
  return texts.map((text) => ({ kind: 'paragraph', text }))
}

function cell(row: number, column: number, text: string) {
  return { row, column, rowSpan: 1, columnSpan: 1, text }
}

function placeOf(quote: string, within: Document = document): Citation {
  const start = within.text.indexOf(quote)
  const block = within.blocks.find((each) => each.start <= start && start < each.end)
  if (!block) throw new Error(`No block holds ${quote}`)
  return cite(within, block, { start, end: start + quote.length })
}

const findings: readonly Finding[] = [
  {
    rule: 'conflicting-targets',
    severity: 'error',
    message: '同一指标两处数值不同：300亿元与280亿元',
    citations: [placeOf('工业总产值达到300亿元'), placeOf('280')],
  },
  {
    rule: 'growth-mismatch',
    severity: 'warning',
    message: '增速与目标不符 <&>',
    arithmetic: '100 × (1 + 20%)⁵ = 248.8',
    citations: [placeOf('300亿元，年均增长20%')],
  },
  {
    rule: 'unmeasurable',
    severity: 'info',
    message: '整行与标题',
    citations: [
      { ...placeOf('规模'), end: placeOf('280').end },
      { ...placeOf('二、保障措施'), end: placeOf('加强组织领导').end },
    ],
  },
]

/** The visible text of a Word part, comments' borders drawn as `‹0:` and `:0›`. */
function drawn(xml: string): string {
  return xml
    .replaceAll(/<w:commentRangeStart w:id="(\d+)"\/>/g, '‹$1:')
    .replaceAll(/<w:commentRangeEnd w:id="(\d+)"\/>/g, ':$1›')
    .replaceAll(/<\/w:p>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/\n{2,}/g, '\n')
}

test('every place of every finding is marked, also where places overlap or cross cells', async () => {
  const parts = unzipSync(await redpenDocx({ document, findings, now }))
  expect(drawn(strFromU8(parts['word/document.xml'] ?? new Uint8Array()))).toMatchInlineSnapshot(`
    "某区制造业规划
    一、发展目标
    到2030年，‹0:工业总产值达到‹2:300亿元:0›，年均增长20%:2›。
    类别
    指标
    2030年
    ‹3:规模
    工业总产值（亿元）
    ‹1:280:1›:3›
    工业增加值（亿元）
    ‹4:二、保障措施
    加强组织领导:4›。
    "
  `)
  expect(drawn(strFromU8(parts['word/comments.xml'] ?? new Uint8Array()))).toMatchInlineSnapshot(`
    "意见 1（2 处之 1）【错误】同一指标两处数值不同：300亿元与280亿元
    意见 1（2 处之 2）【错误】同一指标两处数值不同：300亿元与280亿元
    意见 2【疑似】增速与目标不符 &lt;&amp;&gt;
    算式：100 × (1 + 20%)⁵ = 248.8
    意见 3（2 处之 1）【提示】整行与标题
    意见 3（2 处之 2）【提示】整行与标题
    "
  `)
})

test('LibreOffice opens the copy with all comments and the merged cells', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'redpen-'))
  try {
    const file = path.join(folder, 'redpen.docx')
    writeFileSync(file, await redpenDocx({ document, findings, now }))
    execFileSync('soffice', [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'fodt',
      '--outdir',
      folder,
      file,
    ])
    const opened = readFileSync(path.join(folder, 'redpen.fodt'), 'utf8')
    expect(opened.match(/<office:annotation /g)).toHaveLength(5)
    expect(opened.match(/<dc:creator>经纬体检</g)).toHaveLength(5)
    expect(opened).toContain('table:number-rows-spanned="2"')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
