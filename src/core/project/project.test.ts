import { monthPeriod, type Period } from '../period/period.ts'
import { investmentProgress } from './investment.ts'
import { isProjectCode } from './project.ts'
import { readProjectList } from './read-project-list.ts'
import type { OrganisationId } from '../id.ts'
import { expect, test } from 'vitest'

const month = (text: string): Period => monthPeriod(Number(text.slice(0, 4)), Number(text.slice(5)))

/** `2025-12:300 2026-06:50` told of a total of 1000 and plans such as `2026:200`, seen in 2026. */
function progress(told: string, plans: string) {
  return investmentProgress(
    {
      total: '1000',
      yearPlans: plans
        .split(' ')
        .filter(Boolean)
        .map((one) => {
          const [year = '', amount = ''] = one.split(':')
          return { year: Number(year), amount }
        }),
    },
    told
      .split(' ')
      .filter(Boolean)
      .map((one) => {
        const [period = '', value = ''] = one.split(':')
        return { period: month(period), value: Number(value) }
      }),
    2026,
  )
}

test.each([
  ['2025-12:300 2026-06:100', '2026:200', { yearShare: 0.5, pace: 'on-time', totalShare: 0.4 }],
  ['2026-06:90', '2026:200', { yearShare: 0.45, pace: 'slow', sinceStart: 90 }],
  ['2026-06:50 2026-03:40', '2026:200', { thisYear: 50, pace: 'late', sinceStart: 50 }],
])('what was told, %s, of %s is a pace against the share of the year gone', (told, plans, is) => {
  expect(progress(told, plans)).toMatchObject(is)
})

test('what nobody told is absent, never zero', () => {
  expect(progress('', '2026:200')).toEqual({ yearPlan: 200 })
  expect(progress('2025-12:300', '')).toEqual({ sinceStart: 300, totalShare: 0.3 })
})

test('a code of a project has its parts, and no other length', () => {
  expect(
    ['2509-320193-89-01-544060', '2017-330110-39-03-012345', '2509-320193-89-01-54406', ''].map(
      isProjectCode,
    ),
  ).toEqual([true, true, false, false])
})

const park = 'unit of the park' as OrganisationId
const words = {
  unitNames: new Map([['青澜园', park]]),
  placeNames: new Map([['青澜园', park]]),
}

test('a list is read by its head, amounts in 万元, what is wrong stands with its line', () => {
  const rows = readProjectList(
    [
      [
        ['重点项目清单'],
        [
          '序号',
          '项目名称',
          '阶段',
          '所在地',
          '总投资（亿元）',
          '2026年计划投资（万元）',
          '建设年限',
        ],
        ['1', '机床项目', '在建', '青澜园', '18.5', '6,000', '2026—2028'],
        ['2', '农机项目', '想想', '天边', '未定', '', '2027年3月-2029年'],
        ['3', '机床项目', '', '', '1', '', ''],
        ['', '合计', '', '', '19.5', '', ''],
      ],
    ],
    words,
  )
  expect(rows).toEqual([
    {
      line: 3,
      name: '机床项目',
      stage: 'building',
      place: park,
      total: '185000',
      from: '2026-01',
      to: '2028-12',
      yearPlans: [{ year: 2026, amount: '6000' }],
      doubts: [],
    },
    {
      line: 4,
      name: '农机项目',
      from: '2027-03',
      to: '2029-12',
      yearPlans: [],
      doubts: [
        { code: 'stage-unknown', text: '想想' },
        { code: 'place-unknown', text: '天边' },
        { code: 'total-unreadable', text: '未定' },
      ],
    },
    {
      line: 5,
      name: '机床项目',
      total: '10000',
      yearPlans: [],
      doubts: [{ code: 'named-twice', text: '机床项目' }],
    },
  ])
})
