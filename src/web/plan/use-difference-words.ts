import { useTranslations } from 'use-intl'
import type { DifferenceValue } from './difference-name.ts'
import { figure } from './number-words.ts'

const bounds = new Map([
  ['>=', '≥'],
  ['<=', '≤'],
  ['>', '＞'],
  ['<', '＜'],
  ['~', '≈'],
])

/** The value of a field that differs, in words: codes of the contract have names, absence is a dash. */
export function useDifferenceWords(): (
  field: string,
  value: DifferenceValue | undefined,
) => string {
  const text = useTranslations('field')
  return (field, value) => {
    if (value === undefined) return '—'
    if (typeof value === 'number') return field.endsWith('year') ? String(value) : figure(value)
    if (typeof value !== 'string') return value.join('、')
    if (field.endsWith('-bound')) return bounds.get(value) ?? value
    if (value === 'level' || value === 'cumulative' || value === 'change') return text(value)
    return value
  }
}
