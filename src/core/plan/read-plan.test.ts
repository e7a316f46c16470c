import * as fc from 'fast-check'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Citation } from '../document/citation.ts'
import type { Document } from '../document/document.ts'
import { fromText } from '../document/from-text.ts'
import { normalise } from '../document/normalise.ts'
import { comparePlans } from './comparison/compare-plans.ts'
import type { Plan } from './plan.ts'
import { readPlan } from './read-plan.ts'

/** The citations whose quote is not exactly the text they point at. */
function misquotes(document: Document, plan: Plan): Citation[] {
  const { targets, tasks, projects, industries, parks, enterprises } = plan
  return [
    ...[...targets, ...tasks, ...projects, ...industries, ...parks].map((item) => item.citation),
    ...enterprises.map(({ first }) => first),
  ].filter(({ start, end, quote }) => quote === '' || document.text.slice(start, end) !== quote)
}

const phrases = [
  '一、主要目标',
  '（一）开展技改行动。支持企业换代。（牵头单位：县经信局；责任单位：县财政局）',
  '到2025年，规模以上工业总产值达到350亿元，年均增长8%。',
  '序号\t项目名称\t总投资（亿元）\t建设年限',
  '1\t某减速器项目\t12.5\t2021-2023年',
  '序号\t主要任务\t牵头单位\t完成时限',
  '2\t建设中试平台\t市科技局\t2023年',
  '二、做大做强支柱产业',
  '1. 智能装备',
  '打造百亿级产业集群，支持远山机械、恒岳科技等龙头企业。',
  '东河工业园区：规划面积12平方公里，重点发展新材料、食品加工。',
  '附件1',
  '（（【牵头单位：】）',
  '',
]
const someText = fc
  .array(fc.oneof(fc.constantFrom(...phrases), fc.string({ maxLength: 30 })), { maxLength: 25 })
  .map((lines) => lines.join('\n'))

test('[D2] whatever the text, reading ends, and each citation repeats what it points at', () => {
  fc.assert(
    fc.property(someText, (text) => {
      const document = normalise(fromText(text))
      expect(misquotes(document, readPlan(document))).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('[P3] an empty document gives a plan of nothing, and says that it guessed', () => {
  expect(readPlan(normalise([]))).toEqual({
    title: '',
    supersedes: [],
    region: { name: '' },
    period: { start: 0, end: 0 },
    doubts: ['title-guessed', 'period-guessed'],
    targets: [],
    tasks: [],
    projects: [],
    industries: [],
    parks: [],
    enterprises: [],
  })
})

const plans = new URL('../../../../shared/plans/', import.meta.url)
const files = existsSync(plans) ? readdirSync(plans) : []

test.skipIf(files.length === 0).each(files)(
  '%s is cited without a fault and equals itself',
  (file) => {
    const document = normalise(fromText(readFileSync(new URL(file, plans), 'utf8')))
    const plan = readPlan(document)
    expect(misquotes(document, plan)).toEqual([])
    const statuses = comparePlans(plan, plan).map(({ status }) => status)
    expect(new Set(statuses)).toEqual(new Set(['unchanged']))
  },
)
