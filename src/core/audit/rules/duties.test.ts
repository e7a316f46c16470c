import { expect, test } from 'vitest'
import { codes, nothing } from '#test/audited.ts'
import { drawnPlan, drawnTasks } from '#test/drawn-plan.ts'
import type { Project } from '../../plan/plan.ts'
import { auditPlan } from '../audit.ts'

test('duties', () => {
  const tasks = drawnTasks(`
    建成平台 | 甲局 | 乙局 | 2024年
    清理台账 | 甲局 | 乙局 | 2019年
    打造基地 | 甲局 | 甲局、乙局 | 2025年
    开展招商 | 甲局、乙局 | 丙局 | 2025年
    对接产销 | 甲局 | 乙局 | 长期
    培育平台 | | 乙局 | 2025年
    编制清单 | 甲局 | 乙局 | 2028年
    节能诊断 | 甲局 | 乙局 |`)
  const found = auditPlan({ plan: drawnPlan({ tasks }), document: nothing, today: '2025-03-31' })
  expect(codes(found, true).toSorted()).toEqual([
    'info task-deadline-past',
    'warning task-deadline-missing',
    'warning task-deadline-open',
    'warning task-deadline-past',
    'warning task-lead-missing',
    'warning task-lead-multiple',
    'warning task-lead-responsible',
    'warning year-outside-period',
  ])
})

test('what ran out since the document is asked about once', () => {
  const tasks = drawnTasks(`
    建成平台 | 甲局 | 乙局 | 2021年
    打造基地 | 甲局 | 乙局 | 2022年`)
  const found = auditPlan({ plan: drawnPlan({ tasks }), document: nothing, today: '2026-03-31' })
  expect(found).toMatchObject([{ rule: 'task-deadline-past', severity: 'info' }])
  expect(found[0]?.citations).toHaveLength(2)
})

test('without a today no deadline inside the period is past', () => {
  const tasks = drawnTasks('建成平台 | 甲局 | 乙局 | 2021年')
  expect(auditPlan({ plan: drawnPlan({ tasks }), document: nothing })).toEqual([])
})

function project(
  name: string,
  investment: number | undefined,
  startYear: number,
  endYear: number,
  i: number,
): Project {
  return {
    name,
    ...(investment !== undefined && {
      investment: { value: investment, unit: '亿元', op: '=', text: `${investment}亿元` },
    }),
    startYear,
    endYear,
    citation: { start: i, end: i + 1, quote: '项', where: 'table' },
  }
}

test('projects', () => {
  const projects = [
    project('甲', 3, 2021, 2024, 1),
    project('乙', 2, 2023, 2022, 2),
    project('丙', undefined, 2021, 2025, 3),
    project('甲', 3, 2021, 2024, 4),
    project('丁', 1, 2027, 2029, 5),
  ]
  expect(codes(auditPlan({ plan: drawnPlan({ projects }), document: nothing }))).toEqual([
    'error project-years-reversed',
    'warning project-investment-missing',
    'warning project-duplicate',
    'warning year-outside-period',
  ])
})
