import { useTranslations } from 'use-intl'
import type { zh } from '../messages/zh.ts'

type KnownField = keyof (typeof zh)['difference']

/** The name of what differs between two items; one without a name shows its code. */
export function useFieldName(): (field: string) => string {
  const text = useTranslations('difference')
  return (field) => (text.has(field as KnownField) ? text(field as KnownField) : field)
}
