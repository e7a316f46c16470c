import type { AnalysisTemplate } from '#contract/analysis-template.ts'

type Section = AnalysisTemplate['sections'][number]
export type Block = Section['blocks'][number]

/** A list with one item replaced. */
export function replaced<Item>(list: readonly Item[], index: number, item: Item): readonly Item[] {
  return list.map((each, i) => (i === index ? item : each))
}

export function without<Item>(list: readonly Item[], index: number): readonly Item[] {
  return list.filter((_, i) => i !== index)
}

/** A list with the item at `index` moved one place up or down; as it is at the ends. */
export function moved<Item>(list: readonly Item[], index: number, by: -1 | 1): readonly Item[] {
  const other = index + by
  const [one, two] = [list[index], list[other]]
  if (one === undefined || two === undefined) return list
  return list.map((each, i) => (i === index ? two : i === other ? one : each))
}

/** Kinds of blocks that stand under a caption. */
export type Captioned = 'pulls' | 'enterprises' | 'indicators'

/** A new block with what its kind needs. */
export function newBlock(
  kind: Block['kind'],
  indicator: string,
  captionOf: (kind: Captioned) => string,
): Block {
  switch (kind) {
    case 'text':
      return { kind, text: '' }
    case 'pulls':
      return { kind, indicator, by: 'industry', most: 10, caption: captionOf(kind) }
    case 'enterprises':
      return { kind, indicator, by: 'enterprise', most: 10, caption: captionOf(kind) }
    case 'indicators':
      return { kind, indicators: [indicator], caption: captionOf(kind) }
    case 'targets':
    case 'warnings':
    case 'cleared-warnings':
    case 'outlook':
    case 'prosperity':
    case 'projects':
      return { kind }
  }
}
