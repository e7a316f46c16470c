import type { Quantity } from './quantity.ts'
import { scanQuantities, withPlainDigits } from './scan-quantities.ts'

/** What a cell of a table of targets says. */
export type CellReading =
  /** —, /, 空白: nothing is stated. */
  | { readonly kind: 'blank' }
  /** 达到全国平均水平, 持平: a promise without a figure. */
  | { readonly kind: 'words'; readonly text: string }
  | {
      readonly kind: 'quantity'
      readonly quantity: Quantity
      /** In brackets or 累计: summed over the plan period. */
      readonly isCumulative: boolean
      /** 下降3.2%, 提高5个百分点: a change rather than a level; decreases are negative. */
      readonly isChange: boolean
      /** 年均: per year. */
      readonly isAnnual: boolean
    }

const blank = /^(?:[-—–－/／\\*…·.、无空]|——|―|暂无|无数据|N\/?A|不考核)*$/i
const falling = /下降|降低|减少|压减|削减|缩减|降幅|↓/
const rising = /增长|提高|提升|增加|上升|新增|↑/
const brackets = /^[[［〔【(（]\s*(.*?)\s*[\]］〕】)）]$/

/**
 * Reads a whole cell: `[-18.9%]`, `下降3.2%`, `>6`, `≤0.6`, `1824`, `1.55个百分点`, `——`,
 * `达到全国平均水平`. `unit` is the unit the table declares, used where the cell prints none.
 */
export function readCell(printed: string, unit?: string): CellReading {
  const text = withPlainDigits(printed.replace(/\s+/g, ''))
  if (blank.test(text)) return { kind: 'blank' }
  const inner = brackets.exec(text)?.[1]
  const body = inner ?? text
  const found = scanQuantities(body)
  const [first] = found
  if (
    !first ||
    first.value === undefined ||
    first.form === 'fraction' ||
    restOf(body, first).length > 12
  ) {
    return { kind: 'words', text: printed.trim() }
  }
  const outside = restOf(body, first)
  const isDown = falling.test(outside)
  const isNegative = isDown || /^[-−－]$/.test(body.slice(0, first.numberStart).slice(-1))
  const sign = isNegative ? -1 : 1
  return {
    kind: 'quantity',
    quantity: {
      value: sign * first.value || 0,
      ...(first.high !== undefined && { high: sign * first.high }),
      ...unitOf(first.unit, unit),
      op: first.op,
      text: printed.trim(),
    },
    isCumulative: inner !== undefined || /累计/.test(outside),
    isChange: isDown || rising.test(outside),
    isAnnual: /年均|每年/.test(outside),
  }
}

function restOf(body: string, found: { readonly start: number; readonly end: number }): string {
  return `${body.slice(0, found.start)}${body.slice(found.end)}`
}

// 1.2万 in a column of 家 is 1.2万家.
function unitOf(
  printed: string | undefined,
  declared: string | undefined,
): { readonly unit?: string } {
  const isScale = printed !== undefined && /^[百千万]+$/.test(printed)
  const unit = isScale && declared !== undefined ? `${printed}${declared}` : (printed ?? declared)
  return unit === undefined ? {} : { unit }
}
