import { type Period, monthsOf } from '#core/period/period.ts'
import { cumulativeName, periodName } from '#core/period/period-name.ts'
import { useCallback } from 'react'
import { useLocale, useTranslations } from 'use-intl'

/** What a period is called; `toDate` names the stretch from January its cumulative value runs over. */
export function usePeriodName(toDate = false): (period: Period) => string {
  const locale = useLocale()
  if (locale === 'en') return asWritten
  return toDate ? cumulativeName : periodName
}

function asWritten(period: Period): string {
  return period
}

/** `3月`, `1-2月`: a month on the axis of a year. */
export function useShortPeriod(): (period: Period) => string {
  const text = useTranslations('watching')
  return useCallback(
    (period) => {
      const { from, to } = monthsOf(period)
      if (period.length === 4) return period
      return text('months', { months: from === to ? String(to) : `${from}-${to}` })
    },
    [text],
  )
}

/** The months of industrial reports: single January and February are none. */
export function monthsOnly(periods: readonly Period[]): readonly Period[] {
  return periods.filter((period) => /-(?:0[3-9]|1[0-2]|M1-2)$/.test(period))
}
