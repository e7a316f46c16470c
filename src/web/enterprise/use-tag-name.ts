import type { EnterpriseWords } from '#contract/enterprise.ts'
import { useCallback } from 'react'
import { useLocale } from 'use-intl'

/** What a tag is called in the language of the screen. */
export function useTagName({ tags }: EnterpriseWords): (code: string) => string {
  const locale = useLocale()
  return useCallback(
    (code) => {
      const tag = tags.find((one) => one.code === code)
      return (locale === 'en' ? tag?.englishName : tag?.name) ?? code
    },
    [tags, locale],
  )
}
