import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import type { zh } from '../messages/zh.ts'

type GapCode = keyof (typeof zh)['gaps']

/** Why a figure that was asked for has no value. */
export function useGapWords(): (gap: string | undefined) => string {
  const text = useTranslations('gaps')
  return useCallback(
    (gap) => {
      // Any code may come from the server; only some have words of their own.
      const own = (gap ?? 'missing') as GapCode
      return text.has(own) ? text(own) : text('missing')
    },
    [text],
  )
}
