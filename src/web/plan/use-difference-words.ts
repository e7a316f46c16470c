import { useTranslations } from 'use-intl'

const bounds = new Map([
  ['>=', '≥'],
  ['<=', '≤'],
  ['>', '＞'],
  ['<', '＜'],
  ['~', '≈'],
])

/** The value of a field that differs, in words: codes of the contract have names, absence is a dash. */
export function useDifferenceWords(): (field: string, value: string | undefined) => string {
  const text = useTranslations('field')
  return (field, value) => {
    if (value === undefined) return '—'
    if (field.endsWith('-bound')) return bounds.get(value) ?? value
    if (value === 'level' || value === 'cumulative' || value === 'change') return text(value)
    return value
  }
}
