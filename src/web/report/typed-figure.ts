import { convertExact } from '#core/quantity/unit.ts'
import { readFigure } from '#core/spreadsheet/read-figure.ts'

/** What a cell says as it was typed or pasted; null for nothing, or a sign that stands for no figure. */
export type TypedFigure =
  | { readonly kind: 'figure'; readonly value: string | null }
  | { readonly kind: 'wrong' }

/** Reads what was typed into a cell told in `unit`; a figure with another unit behind it is converted. */
export function readTyped(text: string, unit: string): TypedFigure {
  const read = readFigure({ text })
  if (read.kind === 'refused') return { kind: 'wrong' }
  if (read.kind !== 'value') return { kind: 'figure', value: null }
  if (read.unit === undefined || read.unit === unit) return { kind: 'figure', value: read.value }
  const value = convertExact(read.value, read.unit, unit)
  return value === undefined ? { kind: 'wrong' } : { kind: 'figure', value }
}

/** A figure with its thousands set apart, all its digits kept. */
export function shownFigure(value: string | undefined): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(value ?? '') ?? []
  return `${sign}${whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}${fraction}`
}
