import { problemText } from '#contract/texts/problem-texts.zh.ts'
import { useCallback } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { RequestFailure } from '../api/failure.ts'
import type { zh } from '../messages/zh.ts'

export interface ProblemWords {
  readonly message: string
  readonly advice?: string
  /** For the person who asks for help. */
  readonly code: string
}

type OwnCode = keyof (typeof zh)['problem']['codes']

/** Puts what went wrong into words: what the screen itself knows, else what reading a document can meet. */
export function useProblemText(): (error: Error) => ProblemWords {
  const text = useTranslations('problem')
  const locale = useLocale()
  return useCallback(
    (error) => {
      if (!(error instanceof RequestFailure)) {
        return { message: text('unexpected'), advice: error.message, code: 'unexpected' }
      }
      const { problem } = error
      const { code } = problem
      // Any code may come from the server; only some are the screen's own.
      const own = `codes.${code as OwnCode}` as const
      if (text.has(own)) return { message: text(own), code }
      return { message: locale === 'en' ? problem.title : problemText(problem), code }
    },
    [text, locale],
  )
}
