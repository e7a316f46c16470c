import type { LineReason, MappedLine, MappedTable } from '#contract/sheet-mapping.ts'
import { useTranslations } from 'use-intl'
import { partsOf } from './line-words.ts'
import type { Words } from './words.ts'

/** Says in plain words what a line means: 规模以上工业总产值 · 上年同期 · 千元. */
export function useLineWords(table: MappedTable, words: Words): (line: MappedLine) => string {
  const text = useTranslations('figureImport')
  return (line) => {
    if (line.use === 'ignored') return text('roles.ignored')
    if (line.use === 'total') return text('roles.total')
    if (line.use === 'open') return text('roles.open')
    const { indicator, subject, measure, period, span, isYearBefore, unit } = partsOf(
      line,
      table,
      words,
    )
    const parts = [
      subject,
      indicator,
      period,
      span === undefined ? undefined : text(`spans.${span}`),
      isYearBefore && measure !== 'base' ? text('measures.base') : undefined,
      measure === undefined || measure === 'value' ? undefined : text(`measures.${measure}`),
      unit,
    ].filter((part) => part !== undefined)
    return parts.length === 0 ? text('asTable') : parts.join(' · ')
  }
}

/** Puts why a line is understood as it is into words. */
export function useReasonWords(words: Words): (reason: LineReason) => string {
  const text = useTranslations('figureImport.reasons')
  const by = useTranslations('figureImport.matchedBy')
  const measures = useTranslations('figureImport.measures')
  return (reason) => {
    switch (reason.code) {
      case 'matched':
        return text('matched', { by: by(reason.by), name: reason.name })
      case 'inherited':
        return text('inherited', { name: words.indicator(reason.name) })
      case 'not-kept':
        return text('not-kept', { measure: measures(reason.measure) })
      case 'unknown-name':
        return text('unknown-name', { name: reason.name })
      case 'decided':
      case 'remembered':
      case 'year-before-by-growth':
      case 'total':
      case 'group':
      case 'hidden':
      case 'nothing-told':
        return text(reason.code)
    }
  }
}
