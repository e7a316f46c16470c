import { withUnit } from '../plan/number-words.ts'

/** A computed value rounded for the screen; a missing one is a dash, never 0. */
export function shown(value: number | undefined, decimals: number): string {
  if (value === undefined) return '—'
  return new Intl.NumberFormat('zh-CN', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
    .format(Number(value.toFixed(decimals)) === 0 ? 0 : value)
    .replace('-', '−')
}

export function shownWithUnit(value: number | undefined, decimals: number, unit: string): string {
  return value === undefined ? '—' : withUnit(shown(value, decimals), unit)
}

/** A ratio in per cent with its sign: `+7.9%`, `−3.1%`. */
export function signedShare(ratio: number | undefined): string {
  if (ratio === undefined) return '—'
  const text = shown(Math.abs(ratio) * 100, 1)
  if (Number(text.replaceAll(',', '')) === 0) return '0.0%'
  return `${ratio > 0 ? '+' : '−'}${text}%`
}

/** A difference of two ratios in 百分点 with its sign: `+0.03`, `−1.20`. */
export function signedPoints(difference: number): string {
  const text = shown(Math.abs(difference) * 100, 2)
  if (Number(text.replaceAll(',', '')) === 0) return text
  return `${difference > 0 ? '+' : '−'}${text}`
}

/** A share without sign, for probabilities. */
export function share(ratio: number): string {
  if (ratio > 0.99 && ratio < 1) return '>99%'
  if (ratio > 0 && ratio < 0.01) return '<1%'
  return `${Math.round(ratio * 100)}%`
}

/** Digits after the point that a figure of a size is read with. */
export function readableDecimals(value: number | undefined, most: number): number {
  if (value === undefined) return most
  const size = Math.abs(value)
  if (size >= 1000) return Math.min(most, 1)
  return size >= 100 ? Math.min(Math.max(most, 1), 1) : Math.max(most, size < 10 ? 2 : 1)
}
