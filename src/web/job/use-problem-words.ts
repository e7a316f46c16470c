import { problemText } from '#contract/texts/problem-texts.zh.ts'
import type { Problem } from '#contract/problem.ts'
import { useLocale } from 'use-intl'

/** Why a job failed, for who looks after the program. */
export function useProblemWords(): (problem: Problem | undefined) => string {
  const locale = useLocale()
  return (problem) => {
    if (problem === undefined) return ''
    return locale === 'en' ? problem.title : problemText(problem)
  }
}
