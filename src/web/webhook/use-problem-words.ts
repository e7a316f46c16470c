import { useCallback } from 'react'
import { useTranslations } from 'use-intl'

/** Why the other side did not take what was sent, from what the server noted: `HTTP 500`, or that nothing came. */
export function useProblemWords(): (problem: string) => string {
  const text = useTranslations('webhooks.problems')
  return useCallback(
    (problem) => {
      const status = /^HTTP (\d+)$/.exec(problem)?.[1]
      if (status !== undefined) return text('answered', { status })
      return text(/timeout/i.test(problem) ? 'late' : 'unreachable')
    },
    [text],
  )
}
