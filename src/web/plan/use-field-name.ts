import { useTranslations } from 'use-intl'
import type { zh } from '../messages/zh.ts'
import { differenceName } from './difference-name.ts'

type KnownField = keyof (typeof zh)['difference']

/** The name of what differs between two items; one without a name shows its code. */
export function useFieldName(): (code: string) => string {
  const text = useTranslations('difference')
  const word = (code: string) => (text.has(code as KnownField) ? text(code as KnownField) : code)
  return (code) => {
    const { field, part } = differenceName(code)
    return part ? `${word(field)} · ${word(part)}` : word(field)
  }
}
