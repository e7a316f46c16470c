import type { HeadingDraft } from './draft.ts'
import type { Item, LineItem } from './flow.ts'

const bare = /^(?<number>\d{1,2})[\s　]{1,4}(?<title>\p{Script=Han}[^。；，：]{1,24})$/u

const counter = /^[个家户件项人亩元吨年月日倍条座台套名处所万亿]/

/**
 * The indices of lines such as `3 发展重点`: a bare number is that of a heading only where 3.1 stands right
 * below it, or where such headings have counted up to the number before.
 */
export function outlineHeads(items: readonly Item[]): ReadonlySet<number> {
  const heads = new Set<number>()
  let last = 0
  for (const [index, item] of items.entries()) {
    if (item.kind === 'table' || item.drafts) continue
    const { number: printed, title = '' } = bare.exec(item.line.text)?.groups ?? {}
    const number = Number(printed)
    if (number !== last + 1) continue
    const next = items[index + 1]
    const opens =
      next?.kind === 'line' && new RegExp(`^${number}[.．]1(?!\\d)`).test(next.line.text)
    if (!opens && (last === 0 || counter.test(title))) continue
    heads.add(index)
    last = number
  }
  return heads
}

/** The heading a line with a bare number is. */
export function outlineHead({ line }: LineItem): HeadingDraft {
  const { number = '', title = line.text } = bare.exec(line.text)?.groups ?? {}
  const { start, end } = line
  return {
    kind: 'heading',
    start,
    end,
    level: 1,
    number,
    title: { start: end - title.length, end },
  }
}
