import { unitPattern } from '../quantity/printed-unit.ts'
import type { GridCell } from './grid.ts'

/** What was done to read a figure that does not stand as a plain number. */
export type FigureRemark =
  /** A formula; the value the file keeps of it was taken. */
  | 'formula'
  /** Digits stored as text. */
  | 'number-as-text'
  /** Brackets or a triangle for a negative number. */
  | 'negative-by-sign'
  /** A footnote mark behind the figure was left out. */
  | 'footnote'

export type FigureRefusal =
  | 'error-cell'
  | 'formula-without-value'
  | 'date-not-figure'
  | 'words-not-figure'

/** What a cell says where a figure belongs. */
export type ReadFigure =
  | {
      readonly kind: 'value'
      /** Exact decimal as it stands; of a percentage the number before the sign. */
      readonly value: string
      /** Written behind the figure, `%` for percentages. */
      readonly unit?: string
      readonly remarks: readonly FigureRemark[]
    }
  /** A sign that stands for no figure: —, …, /, 无. It is a gap, never 0. */
  | { readonly kind: 'placeholder'; readonly sign: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'refused'; readonly why: FigureRefusal; readonly text: string }

const placeholder =
  /^(?:[-—–―─－_/\\*×·.。…⋯、]+|无|空|暂无|无数据|未报|未统计|未上报|保密|停产|不适用|N\/?A|null|x)$/i
const figure = new RegExp(
  String.raw`^([+\-−]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?(?:[eE]([+-]?\d{1,2}))?\s*(${unitPattern})?([*#†‡]+|\[\d+\]|注\d?)?$`,
)

/** Reads a cell as a figure, whatever it is written with. */
export function readFigure(cell: GridCell | undefined): ReadFigure {
  if (cell === undefined) return { kind: 'empty' }
  const text = cell.text.trim()
  if (cell.error !== undefined) return { kind: 'refused', why: 'error-cell', text: cell.error }
  if (cell.formula === 'lost') return { kind: 'refused', why: 'formula-without-value', text }
  if (cell.isDate) return { kind: 'refused', why: 'date-not-figure', text }
  const remarks: FigureRemark[] = cell.formula === 'kept' ? ['formula'] : []
  if (cell.number !== undefined) {
    return cell.isPercent
      ? { kind: 'value', value: shifted(cell.number, 2), unit: '%', remarks }
      : { kind: 'value', value: cell.number, remarks }
  }
  return text === '' ? { kind: 'empty' } : readText(text, remarks)
}

function readText(text: string, remarks: readonly FigureRemark[]): ReadFigure {
  // Marks first: composing them would make digits of ① and ².
  const plain = text
    .replaceAll(/[①-⑳¹²³⁰-⁹]/g, '*')
    .normalize('NFKC')
    .replaceAll(/[\s\u200b\ufeff'’]/g, '')
    .replaceAll('−', '-')
  if (plain === '') return { kind: 'empty' }
  if (placeholder.test(plain)) return { kind: 'placeholder', sign: text }
  const bracketed = /^\((.+)\)$/.exec(plain)?.[1] ?? /^[▲△↓](.+)$/.exec(plain)?.[1]
  const match = figure.exec((bracketed ?? plain).replace(/^↑/, ''))
  const [, sign = '', whole = '', fraction = '', exponent, unit, mark] = match ?? []
  if (!match || (whole === '' && fraction === '')) {
    return { kind: 'refused', why: 'words-not-figure', text }
  }
  const digits = shifted(`${whole.replaceAll(',', '') || '0'}${fraction}`, Number(exponent ?? 0))
  const isNegative = (sign === '-') !== (bracketed !== undefined)
  return {
    kind: 'value',
    value: isNegative && Number(digits) !== 0 ? `-${digits}` : digits,
    ...(unit !== undefined && { unit }),
    remarks: [
      ...remarks,
      'number-as-text',
      ...(bracketed === undefined ? [] : (['negative-by-sign'] as const)),
      ...(mark === undefined ? [] : (['footnote'] as const)),
    ],
  }
}

/** A decimal with its point moved to the right by `places`: exact, without rounding. */
export function shifted(decimal: string, places: number): string {
  const [, sign = '', whole = '0', fraction = ''] =
    /^(-?)(\d*)\.?(\d*)$/.exec(plainDecimal(decimal)) ?? []
  const all = whole + fraction
  const point = whole.length + places
  const left = point <= 0 ? '0' : all.slice(0, point).padEnd(point, '0')
  const right = point <= 0 ? '0'.repeat(-point) + all : all.slice(point)
  const digits = left.replace(/^0+(?=\d)/, '')
  const rest = right.replace(/0+$/, '')
  return `${sign}${digits}${rest === '' ? '' : `.${rest}`}`
}

// 1e-7 is how numbers that small are written out.
function plainDecimal(decimal: string): string {
  const [, mantissa = '', exponent] = /^(.+?)e([+-]?\d+)$/i.exec(decimal) ?? []
  return exponent === undefined ? decimal : shifted(mantissa, Number(exponent))
}
