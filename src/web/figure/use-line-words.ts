import type { PivotDimension, PivotLine } from '#core/indicator/pivot.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useLocale } from 'use-intl'
import { library } from '../indicator/queries.ts'
import { useSubjectName } from '../indicator/use-subject-name.ts'
import { usePeriodName } from '../watching/use-period-name.ts'

export interface LineWords {
  /** What a row or column is called in one of its dimensions; an indicator with its unit. */
  readonly of: (line: PivotLine, dimension: PivotDimension) => string
  readonly decimalsOf: (indicator: string) => number
}

export function useLineWords(): LineWords {
  const locale = useLocale()
  const subjectName = useSubjectName()
  const periodName = usePeriodName()
  const { data } = useQuery(library())
  return useMemo(() => {
    const known = new Map(data?.map(({ definition }) => [definition.code, definition]))
    const indicatorName = (code: string): string => {
      const one = known.get(code)
      const name = (locale === 'en' ? one?.englishName : one?.name) ?? code
      return one && one.unit !== '' ? `${name}（${one.unit}）` : name
    }
    return {
      of: ({ subject, indicator = '', period }, dimension) => {
        switch (dimension) {
          case 'subject':
            return subject ? subjectName(subject) : ''
          case 'indicator':
            return indicatorName(indicator)
          case 'period':
            return period ? periodName(period) : ''
        }
      },
      decimalsOf: (code) => known.get(code)?.decimals ?? 2,
    }
  }, [data, locale, subjectName, periodName])
}
