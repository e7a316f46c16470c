import { isOwn, type Sheet, textAt } from './grid.ts'
import { keyed } from './layout-key.ts'
import { type LabelKind, readLabel } from './label.ts'
import type { LabelColumn, Reading } from './mapping.ts'
import { matchIndicator, matchSubject, type NameIndex, subjectOfCode, sureFrom } from './names.ts'
import type { TableShape } from './tables.ts'

/** What the columns of labels hold: by what somebody said, by their heads, by what stands in them. */
export function labelColumns(
  sheet: Sheet,
  { labelColumns: columns, headRows, bodyRows }: TableShape,
  { index, decisions, remembered }: Reading,
): readonly LabelColumn[] {
  const heads = columns.map((column) =>
    [...new Set(headRows.map((row) => textAt(sheet, row, column)))].join(''),
  )
  const keys = keyed(heads.map((head, position) => readLabel(head).pattern || `label ${position}`))
  const found = columns.map((column, position) => {
    const key = keys[position] ?? ''
    const told = decisions?.labels?.[key] ?? remembered?.labels?.[key]
    const texts = bodyRows
      .filter((row) => isOwn(sheet, row, column))
      .map((row) => textAt(sheet, row, column))
    return {
      index: column,
      label: heads[position] ?? '',
      key,
      holds: told ?? holdsBy(index, heads[position] ?? '', texts),
      isDecided: told !== undefined,
      names: new Set(texts).size,
    }
  })
  return withoutRivals(found)
}

function holdsBy(index: NameIndex, head: string, texts: readonly string[]): LabelKind {
  const byHead = readLabel(head).heads
  if (byHead === 'order' || byHead === 'remark' || byHead === 'category' || byHead === 'period')
    return byHead
  const sample = texts.slice(0, 200)
  const share = (test: (text: string) => boolean) =>
    sample.filter(test).length / Math.max(1, sample.length)
  if (share((text) => readLabel(text).unit !== undefined && readLabel(text).name === '') > 0.6)
    return 'unit'
  if (share((text) => /^[\dA-Z]{18}$|^[\dA-Z-]{9,10}$/i.test(text)) > 0.6) return 'code'
  if (byHead === 'code')
    return share((text) => subjectOfCode(index, text) !== undefined) > 0.3 ? 'code' : 'order'
  if (share((text) => /^\d{1,4}$/.test(text)) > 0.8) return 'order'
  const names = sample.map((text) => readLabel(text))
  const of = (test: (position: number) => boolean) =>
    names.filter((_, position) => test(position)).length / Math.max(1, names.length)
  const periods = of(
    (position) => names[position]?.name === '' && names[position]?.period !== undefined,
  )
  if (periods > 0.6) return 'period'
  const indicators = of((position) =>
    sure(matchIndicator(index, names[position]?.whole ?? '')?.confidence),
  )
  const subjects = of((position) => sure(matchSubject(index, sample[position] ?? '')?.confidence))
  if (byHead === 'indicator' || byHead === 'subject') {
    const other = byHead === 'indicator' ? subjects : indicators
    const own = byHead === 'indicator' ? indicators : subjects
    return own === 0 && other > 0.3 ? (byHead === 'indicator' ? 'subject' : 'indicator') : byHead
  }
  if (indicators === 0 && subjects === 0)
    return looksLikeIndicators(sample) ? 'indicator' : 'subject'
  return indicators >= subjects ? 'indicator' : 'subject'
}

function sure(confidence: number | undefined): boolean {
  return confidence !== undefined && confidence >= sureFrom
}

function looksLikeIndicators(texts: readonly string[]): boolean {
  const measured = texts.filter((text) =>
    /值|额|量|收入|利润|税|率|数|费|投资|能耗|合计|成本|资产|负债/.test(text),
  )
  return measured.length * 2 > texts.length
}

// Of two columns that name subjects, or indicators, the one with more different names is meant; the other groups it.
function withoutRivals(
  columns: readonly (LabelColumn & { readonly names: number })[],
): readonly LabelColumn[] {
  return columns.map(({ names, ...column }, position) => {
    const isNaming = column.holds === 'subject' || column.holds === 'indicator'
    const rival = columns.some(
      (other, place) =>
        place !== position &&
        other.holds === column.holds &&
        (other.names > names || (other.names === names && place < position)),
    )
    return isNaming && rival && !column.isDecided ? { ...column, holds: 'category' } : column
  })
}
