import { type Period, monthsOf } from '#core/period/period.ts'
import { cumulativeName, periodName } from '#core/period/period-name.ts'
import { useLocale } from 'use-intl'

/** What a period is called; `toDate` names the stretch from January its cumulative value runs over. */
export function usePeriodName(toDate = false): (period: Period) => string {
  const locale = useLocale()
  if (locale === 'en') return (period) => period
  return toDate ? cumulativeName : periodName
}

/** `3月`, `1-2月`: a month on the axis of a year. */
export function shortPeriod(period: Period): string {
  const { from, to } = monthsOf(period)
  if (period.length === 4) return period
  return from === to ? `${to}月` : `${from}-${to}月`
}
