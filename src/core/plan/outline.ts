import { type Block, type Document, type Heading, textAt } from '../document/document.ts'

/** A heading and its place in `Document.blocks`, which is how others refer to it. */
export interface Section {
  readonly index: number
  readonly heading: Heading
  /** Without number, marks and spacing. */
  readonly title: string
}

/** All headings but the document's own title, in order. */
export function sectionsOf(document: Document): Section[] {
  return document.blocks.flatMap((heading, index) => {
    if (heading.kind !== 'heading' || heading.level === 0) return []
    return [{ index, heading, title: plainTitle(textAt(document, heading.title)) }]
  })
}

function plainTitle(printed: string): string {
  return printed.replace(/[\s*]/g, '').replace(/[。：:]+$/, '')
}

/** The headings directly under a section. */
export function childrenOf(sections: readonly Section[], { index }: Section): Section[] {
  return sections.filter(({ heading }) => heading.path.at(-1) === index)
}

/** Everything under a heading, the headings below it included. */
export function blocksUnder(document: Document, { index }: Section): Block[] {
  return document.blocks.filter(({ path }) => path.includes(index))
}

const looksBack =
  /基础|现状|成效|回顾|成就|形势|环境|机遇|挑战|问题|背景|趋势|“十[一二三四]五”(?:时期|期间|以来)/

/** Whether a block stands under a heading that tells of what is, not of what shall be. */
export function isBackground(document: Document, block: Block): boolean {
  return block.path.some((index) => {
    const heading = document.blocks[index]
    return heading?.kind === 'heading' && looksBack.test(textAt(document, heading))
  })
}

/** Whether a section is, or stands under, one that states how to think rather than what to develop. */
export function isCreed(document: Document, { heading, title }: Section): boolean {
  const above = heading.path.map((index) => document.blocks[index])
  const titles = above.map((block) => (block?.kind === 'heading' ? textAt(document, block) : ''))
  return [...titles, title].some((text) => /指导思想|原则|定位|目标|总体要求|保障措施/.test(text))
}

/** The name a paragraph opens with: 铝合金。推动…, ●储能装备：重点…. */
interface LeadIn {
  readonly name: string
  /** Whether a bullet or dash stands before it. */
  readonly isMarked: boolean
  /** What follows the name. */
  readonly rest: string
}

const leadIn =
  /^\s*(?<mark>[●○■◆▲★※·•✓]|——|—|－|-|[①-⑳]|[（(]?\d{1,2}[）).．、])?\s*\**(?<name>[^。：:，；、“”《》\n]{2,20})\**[。：:]\**(?<rest>[^]{10,})$/

export function leadInOf(text: string): LeadIn | undefined {
  const groups = leadIn.exec(text)?.groups
  if (!groups) return undefined
  const { mark, name = '', rest = '' } = groups
  return { name: name.replace(/[\s*]/g, ''), isMarked: mark !== undefined, rest }
}
