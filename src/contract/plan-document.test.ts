import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Finding } from '#core/audit/finding.ts'
import type { Citation } from '#core/document/citation.ts'
import type { Plan } from '#core/plan/plan.ts'
import { PlanDocument, planDocument } from './plan-document.ts'

const schemaFile = new URL('../../../shared/contracts/plan.schema.json', import.meta.url)

const citation: Citation = { start: 3, end: 7, quote: '总产值', where: 'table', table: '表1' }
const prose: Citation = { start: 9, end: 12, quote: '园区', where: 'prose', section: '二、目标' }
const amount = { value: 20, unit: '亿元', op: '=', text: '20' } as const

const bare: Plan = {
  title: '某县规划',
  supersedes: [],
  region: { name: '某县' },
  period: { start: 2021, end: 2025 },
  targets: [{ indicator: '绿色工厂', milestones: [], growth: [], citation }],
  tasks: [{ text: '推进改造', lead: [], responsible: [], citation: prose }],
  projects: [{ name: '某项目', citation }],
  industries: [{ name: '新材料', segments: [], citation: prose }],
  parks: [{ name: '某园区', industries: [], area: [], citation: prose }],
  enterprises: [],
}

const full: Plan = {
  ...bare,
  documentNumber: '某府发〔2022〕7号',
  issuer: '某县人民政府',
  issuedOn: '2022-04-05',
  supersedes: ['某府发〔2021〕14号'],
  region: { name: '某省某县', code: '500231' },
  period: { start: 2021, end: 2025, outlook: [2035] },
  targets: [
    {
      indicator: '工业总产值',
      category: '总量',
      scope: { kind: 'park', name: '某园区' },
      unit: '亿元',
      attribute: '预期性',
      baseline: { year: 2020, text: '—' },
      milestones: [{ ...amount, year: 2025, kind: 'level', high: 25, stretch: 30 }],
      growth: [{ from: 2020, to: 2025, value: 8.5, unit: '%' }],
      doubts: ['unit-guessed'],
      citation,
    },
  ],
  tasks: [
    {
      no: '1',
      group: '一、创新',
      text: '推进改造',
      lead: ['县经信局'],
      responsible: ['县科技局'],
      deadline: { text: '长期' },
      citation,
    },
  ],
  projects: [
    {
      no: '1',
      name: '某项目',
      sector: '装备',
      nature: '新建',
      content: '建设生产线',
      count: 1,
      investment: amount,
      land: { value: 80, unit: '亩', op: '=', text: '80' },
      annualOutput: amount,
      startYear: 2021,
      endYear: 2023,
      citation,
    },
  ],
  industries: [{ name: '新材料', role: '支柱', segments: ['铝'], goal: amount, citation }],
  parks: [
    { name: '某园区', role: '核心', industries: ['铝'], area: [amount], goal: amount, citation },
  ],
  enterprises: [{ name: '某某机械', count: 2, first: prose }],
}

const finding: Finding = {
  rule: 'growth-mismatch',
  severity: 'warning',
  message: '增速与两端数值不符。',
  expected: 20.8,
  citations: [citation],
}

test('what a document does not give is null, never absent and never 0', () => {
  const { targets, projects, issuedOn, region } = planDocument(bare, [])
  expect({ issuedOn, region }).toEqual({ issuedOn: null, region: { name: '某县', code: null } })
  expect(targets[0]).toMatchObject({ unit: null, scope: null, baseline: null, category: null })
  expect(projects[0]).toMatchObject({ investment: null, land: null, startYear: null, count: null })
})

test.each([
  ['bare', bare, []],
  ['full', full, [finding]],
])('a %s plan satisfies its own schema', (_, plan, findings) => {
  const document = planDocument(plan, findings)
  expect(PlanDocument.parse(document)).toEqual(document)
})

test.skipIf(!existsSync(schemaFile)).each([
  ['bare', bare, []],
  ['full', full, [finding]],
])('a %s plan satisfies the published schema', (_, plan, findings) => {
  // `format` is an annotation in the published schema; our own schema checks the day.
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
    JSON.parse(readFileSync(schemaFile, 'utf8')),
  )
  validate(planDocument(plan, findings))
  expect(validate.errors).toBeNull()
})
