import { calendarOf } from '../calendar/working-days.ts'
import { expect, test } from 'vitest'
import { isEscalated, remindedUnits, reminderOn, type ReminderRule } from './reminder.ts'

// Monday to Sunday, 9 to 15 March 2026, and the Monday after.
const calendar = calendarOf([], [{ day: '2026-03-11', isWorking: false }])

function reminded(days: readonly number[], today: string, more: Partial<ReminderRule> = {}) {
  return reminderOn({ days, isActive: true, ...more }, { due: '2026-03-12', today, calendar })
}

test.each<[string, number | undefined]>([
  ['2026-03-09', -2],
  ['2026-03-10', -1],
  ['2026-03-11', undefined],
  ['2026-03-12', 0],
  ['2026-03-13', 1],
  ['2026-03-14', undefined],
  ['2026-03-16', 2],
])('[K8] on %s a report due on Thursday the 12th is %s working days after', (today, after) => {
  expect(reminded([-2, -1, 0, 1, 2], today)).toBe(after)
})

test('[K8] nobody is reminded on other days, or where reminders are switched off', () => {
  expect(reminded([-3, 3], '2026-03-12')).toBeUndefined()
  expect(reminded([0], '2026-03-12', { isActive: false })).toBeUndefined()
})

test('[K8] a park is told of an enterprise that fills in for itself only once it is that late', () => {
  const answering = { own: ['厂'], above: ['园'] }
  expect(remindedUnits(answering, isEscalated({ escalatesFrom: 2 }, 1))).toEqual(['厂'])
  expect(remindedUnits(answering, isEscalated({ escalatesFrom: 2 }, 2))).toEqual(['厂', '园'])
  expect(remindedUnits(answering, isEscalated({}, 60))).toEqual(['厂'])
  expect(remindedUnits({ own: [], above: ['园'] }, false)).toEqual(['园'])
})
