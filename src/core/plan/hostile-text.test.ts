import { expect, test } from 'vitest'
import { fromText } from '../document/from-text.ts'
import { normalise } from '../document/normalise.ts'
import { readEnterprises } from './part/read-enterprises.ts'
import { readIndustries } from './part/read-industries.ts'
import { readMeta } from './read-meta.ts'
import { readParks } from './part/read-parks.ts'
import { readProjects } from './part/read-projects.ts'
import { readTasks } from './task/read-tasks.ts'

// A pattern that looks again from every character would take minutes for these.
const repeated = [
  '甲乙、',
  '（',
  '《',
  '原《',
  '；责任单位：',
  '一是',
  '甲局和',
  '重点发展甲乙、',
  '关于',
]

test.each(repeated)(
  'a line of %s over and over is read in seconds',
  { timeout: 10_000 },
  (part) => {
    const text = `三、做大做强主导产业\n${part.repeat(60_000 / part.length)}`
    const document = normalise(fromText(text))
    const period = { start: 2021, end: 2025 }
    expect(readMeta(document, []).supersedes).toEqual([])
    expect([
      ...readTasks(document),
      ...readProjects(document),
      ...readParks(document, period),
      ...readEnterprises(document),
    ]).toEqual([])
    expect(readIndustries(document, period).length).toBeLessThan(25)
  },
)
