import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useLocale } from 'use-intl'
import { library } from './queries.ts'

/** What an indicator is called in the language of the screen; its code where the library has none. */
export function useIndicatorName(): (code: string) => string {
  const locale = useLocale()
  const { data } = useQuery(library())
  const names = useMemo(
    () =>
      new Map(
        data?.map(({ definition: { code, name, englishName } }) => [
          code,
          locale === 'en' ? englishName : name,
        ]),
      ),
    [data, locale],
  )
  return useCallback((code) => names.get(code) ?? code, [names])
}
