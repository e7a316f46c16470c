import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Direction, progress, type ProgressQuestion, type YearValue } from './progress.ts'

/** `1300@2020 -> 1800@2022 -> 3000@2025 | 1800@2022`: base, milestones, actual; `?` is unknown. */
function question(direction: Direction, picture: string): ProgressQuestion {
  const [path = '', actual = ''] = picture.split('|')
  const [base = '', ...milestones] = path.split('->')
  return {
    direction,
    ...(value(base) && { base: value(base) as YearValue }),
    milestones: milestones.map((text) => value(text)).filter((each) => each !== undefined),
    ...(value(actual) && { actual: value(actual) as YearValue }),
  }
}

function value(text: string): YearValue | undefined {
  const [amount = '', year = ''] = text.trim().split('@')
  return amount === '' || amount === '?' ? undefined : { value: Number(amount), year: Number(year) }
}

test.each<[Direction, string, object]>([
  [
    'up',
    '1300.6@2020 -> 1800@2022 -> 3000@2025 | 1800@2022',
    { planned: 1800, method: 'milestone', gap: 0, completion: 0.293868, reasons: [] },
  ],
  [
    'up',
    '100@2020 -> 150@2025 | 118@2022',
    { planned: 120, method: 'linear', gap: -2, completion: 0.36, reasons: [] },
  ],
  [
    'up',
    '0@2020 -> 2@2025 | 1@2022',
    { planned: 0.8, method: 'linear', gap: 0.2, completion: 0.5, reasons: [] },
  ],
  [
    'down',
    '0.32@2020 -> 0.27@2025 | 0.3@2022',
    { planned: 0.3, method: 'linear', gap: 0, completion: 0.4, reasons: [] },
  ],
  [
    'up',
    '8.2@2020 -> 6@2025 | 7@2022',
    { planned: 6, method: 'floor', gap: 1, reasons: ['already-beyond-bound'] },
  ],
  [
    'up',
    '5@2020 -> 5@2025 | 6@2022',
    { planned: 5, method: 'linear', gap: 1, reasons: ['base-is-target'] },
  ],
  [
    'keep',
    '95@2020 -> 95@2025 | 94@2022',
    { planned: 95, method: 'linear', gap: -1, reasons: ['keeps-level'] },
  ],
  [
    'up',
    '-4@2020 -> 6@2025 | 1@2025',
    { planned: 6, method: 'milestone', gap: -5, reasons: ['sign-changes'] },
  ],
  ['up', '? -> 400@2025 | 300@2023', { method: 'none', reasons: ['no-base', 'no-base'] }],
  [
    'up',
    '? -> 400@2025 | 300@2025',
    { planned: 400, method: 'milestone', gap: -100, reasons: ['no-base'] },
  ],
  [
    'up',
    '100@2020 -> 150@2025 | 160@2026',
    { method: 'none', completion: 1.2, reasons: ['after-last-milestone'] },
  ],
  ['up', '100@2020 -> 150@2025 | ?', { method: 'none', reasons: ['no-actual'] }],
])('[T1] %s %s', (direction, picture, expected) => {
  const answer = progress(question(direction, picture))
  const { completion } = answer
  expect({
    ...answer,
    ...(completion !== undefined && { completion: Number(completion.toFixed(6)) }),
  }).toEqual(expected)
})

test('[T1] no figure is ever NaN or infinite, and an absent one has its reason', () => {
  const yearValue = fc.record({
    year: fc.integer({ min: 2020, max: 2030 }),
    value: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  })
  fc.assert(
    fc.property(
      fc.constantFrom<Direction>('up', 'down', 'keep'),
      yearValue,
      fc.array(yearValue, { maxLength: 4 }),
      yearValue,
      (direction, base, milestones, actual) => {
        const answer = progress({ direction, base, milestones, actual })
        for (const figure of [answer.planned, answer.completion, answer.gap]) {
          if (figure !== undefined) expect(Number.isFinite(figure)).toBe(true)
        }
        const absent = [answer.planned, answer.completion].filter((figure) => figure === undefined)
        expect(answer.reasons.length).toBeGreaterThanOrEqual(Math.min(absent.length, 1))
      },
    ),
  )
})
