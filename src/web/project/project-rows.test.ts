import type { ProjectRow } from '#contract/project.ts'
import type { ProjectId } from '#core/id.ts'
import { chosenProjects, sumsOf } from './project-rows.ts'
import { expect, test } from 'vitest'

function row(name: string, change: Partial<ProjectRow> = {}): ProjectRow {
  return { id: name as ProjectId, name, stage: 'building', total: '100', progress: {}, ...change }
}

const rows = [
  row('机床', { progress: { yearPlan: 50, thisYear: 20, pace: 'late' } }),
  row('农机', { stage: 'reserve', code: '2509-320193-89-01-544060' }),
  row('轴承', { progress: { thisYear: 7 } }),
]

test('projects are narrowed by words, stage and pace', () => {
  const names = (search: Parameters<typeof chosenProjects>[1]) =>
    chosenProjects(rows, search).map(({ name }) => name)
  expect([
    names({ text: '544060' }),
    names({ stage: 'building' }),
    names({ pace: 'late' }),
    names({}),
  ]).toEqual([['农机'], ['机床', '轴承'], ['机床'], ['机床', '农机', '轴承']])
})

test('a share of the plan is of those that have a plan', () => {
  expect(sumsOf(rows)).toEqual({
    all: 3,
    building: 2,
    total: 300,
    yearPlan: 50,
    thisYear: 27,
    share: 0.4,
  })
  expect(sumsOf([])).not.toHaveProperty('share')
})
