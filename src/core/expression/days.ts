/** Days since 1970-01-01 of a day written `2026-03-31`; undefined where there is no such day. */
export function dayNumber(day: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(day)
  if (!match) return undefined
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return undefined
  return daysBeforeMonth(year, month) + date - 1
}

/** Whole months from one day to another, negative when it lies before. */
export function monthsBetween(from: string, to: string): number | undefined {
  if (dayNumber(from) === undefined || dayNumber(to) === undefined) return undefined
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + monthOf(to) - monthOf(from)
  const days = Number(to.slice(8)) - Number(from.slice(8))
  if (months > 0 && days < 0) return months - 1
  if (months < 0 && days > 0) return months + 1
  return months
}

function monthOf(day: string): number {
  return Number(day.slice(5, 7))
}

// Days from civil date with the year beginning in March, so that the leap day comes last.
function daysBeforeMonth(year: number, month: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const monthFromMarch = (month + 9) % 12
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5)
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
