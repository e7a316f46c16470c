import { demonstrationOf, usualDemonstration } from '../demonstration/demonstration.ts'
import { truthOf } from '../demonstration/truth.ts'
import { monthPeriod, type Period } from '../period/period.ts'
import { looker } from './look.ts'
import type { WarningRule } from './warning-rule.ts'
import { seenDistrict } from '#test/watched-demonstration.ts'
import { warningSkill } from '#test/warning-skill.ts'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const file = new URL('../../../data/warning-rules/usual.json', import.meta.url)
const rules = JSON.parse(readFileSync(file, 'utf8')) as WarningRule[]
const demonstration = demonstrationOf(usualDemonstration)
const about = (subject: WarningRule['subject']): readonly WarningRule[] =>
  rules.filter((rule) => rule.subject === subject)
const { outcomes, warnings } = warningSkill(
  demonstration,
  about('enterprise'),
  monthPeriod(2025, 3),
)

test('what was planted in single enterprises is found within one month', () => {
  const late = outcomes.filter(({ monthsLate }) => monthsLate === undefined || monthsLate > 1)
  expect(outcomes.length).toBeGreaterThan(10)
  // Of ten troubles nine; a slow decline may take a month longer to stand out from chance.
  expect(late.length / outcomes.length, JSON.stringify(late)).toBeLessThanOrEqual(0.1)
})

test('a red warning is nearly always one that was planted', () => {
  const red = warnings.filter(({ worst }) => worst === 'red')
  expect(red.length).toBeGreaterThan(5)
  expect(red.filter(({ isPlanted }) => isPlanted).length / red.length).toBeGreaterThanOrEqual(0.8)
})

test('half of all warnings are planted troubles, though enterprises fare ill without any', () => {
  const right = warnings.filter(({ isPlanted }) => isPlanted).length
  expect(right / warnings.length).toBeGreaterThanOrEqual(0.4)
})

test('a shock everybody feels is found for the whole district within one month', () => {
  const look = looker(about('region'))
  const seen = seenDistrict(demonstration, 'industrial-output')
  const { shocks } = truthOf(demonstration)
  const { periods } = demonstration
  for (const { name, from } of shocks) {
    const at = periods.indexOf(from as Period)
    const found = [at, at + 1].flatMap((index) => {
      const period = periods[index]
      return period ? look(seen(period), period).map(({ rule }) => rule) : []
    })
    expect(found, name).toContain('region-shock')
  }
})
