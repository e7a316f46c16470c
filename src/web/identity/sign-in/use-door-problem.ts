import { useFormatter, useTranslations } from 'use-intl'
import { useProblemText } from '../../ui/use-problem-text.ts'
import { lockedUntil, minutesUntil, refusalCode } from '../refusal.ts'

/** Why somebody was not let in, and what to do; nothing while only the code is still to be given. */
export function useDoorProblem(): (error: Error | null, withCode?: boolean) => string | undefined {
  const text = useTranslations('signIn')
  const format = useFormatter()
  const problems = useProblemText()
  return (error, withCode = false) => {
    if (!error) return undefined
    switch (refusalCode(error)) {
      case 'second-factor-needed':
        return undefined
      case 'sign-in-refused':
        return text(withCode ? 'refusedWithCode' : 'refused')
      case 'sign-in-locked': {
        const until = lockedUntil(error)
        if (!until) return text('lockedUnknown')
        return text('locked', {
          time: format.dateTime(until, { timeStyle: 'short' }),
          minutes: minutesUntil(until, new Date()),
        })
      }
      default:
        return problems(error).message
    }
  }
}
