import type { Bound, Quantity } from '#core/quantity/quantity.ts'

const signs: Record<Bound, string> = {
  '=': '',
  '>=': '≥',
  '<=': '≤',
  '>': '＞',
  '<': '＜',
  '~': '约',
}

const grouped = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 6 })

/** A figure with its thousands parted and all decimals it was given with; a missing one is a dash, never 0. */
export function figure(value: number | undefined): string {
  return value === undefined ? '—' : grouped.format(value).replace('-', '−')
}

/** With its sign, for a difference: `+1.2`, `−0.4`. */
export function signedFigure(value: number): string {
  return value > 0 ? `+${figure(value)}` : figure(value)
}

/** A printed figure with its bound: `≥3,280`, `1—3`, or the words that stand instead of a number. */
export function quantityFigure(quantity: Quantity): string {
  const { value, high, op, text } = quantity
  if (value === undefined) return text.trim() || '—'
  if (high !== undefined) return `${figure(value)}—${figure(high)}`
  return `${signs[op]}${figure(value)}`
}

/** The figure with its unit: `≥3,280 亿元`, `45%`. */
export function quantityWords(quantity: Quantity, unit = quantity.unit): string {
  const words = quantityFigure(quantity)
  if (quantity.value === undefined) return words
  return withUnit(words, unit)
}

/** Percent signs close up to the figure, other units stand apart. */
export function withUnit(words: string, unit: string | undefined): string {
  if (!unit) return words
  return unit === '%' || unit === '‰' ? `${words}${unit}` : `${words} ${unit}`
}
