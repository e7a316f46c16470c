import { scanQuantities } from '../quantity/scan-quantities.ts'
import type { BoundFigure } from './bound-figure.ts'

/** A figure a task names as what shall be there: 企业技术中心15家以上. */
export interface TaskFigure {
  /** As the task says it. */
  readonly text: string
  /** What is counted, as far as the words before the figure say. */
  readonly name: string
  readonly unit: string
  readonly op: BoundFigure['op']
  readonly value: string
}

/** The figures of a task with the words each is about; shares, ranges and ordinals among them as they are read. */
export function taskFigures(text: string): readonly TaskFigure[] {
  let from = 0
  return scanQuantities(text).flatMap((quantity) => {
    const name = nameBefore(text.slice(from, quantity.start), text.slice(quantity.end))
    from = quantity.end
    if (quantity.value === undefined || quantity.inWords || name === '') return []
    return [
      {
        text: `${name}${text.slice(quantity.start, quantity.end)}`,
        name,
        unit: quantity.unit ?? '',
        // A task is done with more than it asks for, unless it sets a limit.
        op: quantity.op === '<=' || quantity.op === '<' ? ('<=' as const) : ('>=' as const),
        value: String(quantity.value),
      },
    ]
  })
}

// What a clause begins with before it comes to what is counted.
const lead =
  /^(?:(?:力争|努力|确保|引导|推动|推进|加快|实施|组织|开展|完成|新增|新建|累计|全面|建设|建成|认定|培育|打造|引进|达到|全区|全市|全县|全省|并|且|及|和|各|年|到)\s*)+/u

function nameBefore(before: string, after: string): string {
  const clause = before.split(/[，。；、,;（(]|的同时/u).at(-1) ?? ''
  const bare = clause
    .replace(/^\s*到?\d{4}年(?:底|末)?/u, '')
    .trim()
    .replace(lead, '')
    .replace(/(?:市级|省级|国家级|县级|区级)(?:及以上|以上)?/u, '')
    .replace(/(?:数量|总数|个数)?(?:达|达到|为|建设|力争)?$/u, '')
  if (bare !== '') return bare
  // 30%以上的规模以上工业企业建立研发机构: what is counted follows.
  return /^的(?<what>[^，。；、]{2,30})/u.exec(after)?.groups?.['what'] ?? ''
}
