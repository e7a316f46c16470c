import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { codes, nothing } from '#test/audited.ts'
import { drawnDocument, drawnPlan, drawnTargets } from '#test/drawn-plan.ts'
import { auditPlan, auditPlans } from './audit.ts'
import type { AuditInput } from './rule.ts'
import { auditRules } from './rules.ts'

function namedInput(file: string, drawing: string, region = '某区'): AuditInput {
  return {
    file,
    plan: drawnPlan({ region: { name: region }, targets: drawnTargets(drawing) }),
    document: nothing,
  }
}

test('documents of one region are held against each other, with their files', () => {
  const plan = namedInput('规划.docx', '专利拥有量 件 | 2020 2.12 | 2025 2.5', '某市某区')
  const action = namedInput('方案.docx', '专利拥有量 件 | 2020 2.12 | 2025 5')
  const elsewhere = namedInput('他区.docx', '专利拥有量 件 | 2020 2.12 | 2025 9', '另区')
  const [conflict, ...others] = auditPlans([plan, action, elsewhere])
  expect(others).toEqual([])
  expect(conflict?.rule).toBe('conflicting-targets')
  expect(conflict?.citations.map((citation) => citation.file)).toEqual(['规划.docx', '方案.docx'])
})

test('a revision is not held against what it repeals', () => {
  const old = namedInput('原规划.docx', '专利拥有量 件 | 2020 2.12 | 2025 2.5')
  const revised = namedInput('修订.docx', '专利拥有量 件 | 2020 2.12 | 2025 5')
  const number = '某府发〔2021〕1号'
  const found = auditPlans([
    { ...old, plan: { ...old.plan, documentNumber: number } },
    { ...revised, plan: { ...revised.plan, supersedes: [number] } },
  ])
  expect(found).toEqual([])
})

test('growth far outside history is a warning, and its limits can be set', () => {
  const input: AuditInput = {
    plan: drawnPlan({ targets: drawnTargets('规上工业总产值 亿元 | 2020 109.43 | 2025 350') }),
    document: drawnDocument(`
      一、发展基础
      “十三五”期间，规上工业增加值292.9亿元，年均增长5.4%。`),
  }
  expect(codes(auditPlan(input))).toEqual(['warning required-growth'])
  expect(codes(auditPlan({ ...input, settings: { growthMultiple: 6 } }))).toEqual([])
  expect(codes(auditPlan({ ...input, settings: { without: ['required-growth'] } }))).toEqual([])
})

test('no rule is described twice', () => {
  const known = auditRules.map((rule) => rule.code)
  expect(new Set(known).size).toBe(known.length)
})

const shreds = fc.constantFrom(
  ...'工业产值 其中 占 分别为 从2015年的 增加到2020年的 年均增长 累计 合计 建成 第一产业 比重'.split(
    ' ',
  ),
  ...'0亿元 12.5% -3 100家 2020 以上 左右 其他 三大产业 规划面积5平方公里 一是 六大工程 1e9'.split(
    ' ',
  ),
  ...'，/。/、/；/\n/ | /—'.split('/'),
)

test('whatever the text, nothing is thrown and no figure is undefined or infinite', () => {
  fc.assert(
    fc.property(fc.array(shreds, { maxLength: 80 }), (parts) => {
      const document = drawnDocument(parts.join(''))
      for (const { message, arithmetic = '', citations } of auditPlan({
        plan: drawnPlan(),
        document,
      })) {
        expect(`${message}${arithmetic}`).not.toMatch(/NaN|Infinity|undefined/)
        for (const { start, end, quote } of citations)
          expect(document.text.slice(start, end)).toBe(quote)
      }
    }),
    { numRuns: 400 },
  )
})
