import { dayNumber } from '#core/expression/days.ts'

/** A day, `2026-03-31`. Days compare as strings and know no time zones. */
export type Day = string

/** The day `count` days later, earlier where it is negative. */
export function addDays(day: Day, count: number): Day {
  return dayOfNumber(numberOf(day) + count)
}

/** How many days `to` lies after `from`; negative when it lies before. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from)
}

/** The same day of another month, or that month's last day where it is shorter. */
export function addMonths(day: Day, count: number): Day {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count
  const month = `${String(Math.floor(index / 12)).padStart(4, '0')}-${twoDigits((index % 12) + 1)}`
  const last = lastDayOfMonth(month)
  const same = `${month}-${day.slice(8)}`
  return same < last ? same : last
}

/** The last day of a month written `2026-02`. */
export function lastDayOfMonth(month: string): Day {
  const next = month.endsWith('-12')
    ? `${String(Number(month.slice(0, 4)) + 1).padStart(4, '0')}-01-01`
    : `${month.slice(0, 5)}${twoDigits(Number(month.slice(5)) + 1)}-01`
  return addDays(next, -1)
}

/** 1 is Monday, 7 Sunday. */
export function dayOfWeek(day: Day): number {
  // 1970-01-01 was a Thursday.
  return ((((numberOf(day) + 3) % 7) + 7) % 7) + 1
}

function numberOf(day: Day): number {
  const number = dayNumber(day)
  if (number === undefined) throw new Error(`There is no day ${day}`)
  return number
}

// The civil date of a number of days, with years beginning in March so that the leap day comes last.
function dayOfNumber(number: number): Day {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(date)}`
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
