import { useTranslations } from 'use-intl'
import type { zh } from '../messages/zh.ts'

type KnownRule = keyof (typeof zh)['rule']

/** The name of an audit rule; one without a name shows its code. */
export function useRuleName(): (rule: string) => string {
  const text = useTranslations('rule')
  // The set of rules grows in the core; the screen must not fail on a new one.
  return (rule) => (text.has(rule as KnownRule) ? text(rule as KnownRule) : rule)
}
