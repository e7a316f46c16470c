import type { PasswordFailing } from '#core/access/password-rules.ts'
import { useLocale, useTranslations } from 'use-intl'
import { failedRules, refusalCode } from '../refusal.ts'

/** Says which rules a refused password breaks; nothing where it was refused for another reason. */
export function useWeakPassword(): (error: Error | null) => string | undefined {
  const text = useTranslations('password')
  const locale = useLocale()
  return (error) => {
    if (refusalCode(error) !== 'password-weak') return undefined
    const failed = failedRules(error).map((rule) => {
      const known = `failed.${rule as PasswordFailing}` as const
      return text.has(known) ? text(known) : rule
    })
    return text('weak', { failed: failed.join(locale === 'en' ? ', ' : '、') })
  }
}
