import { childOf, childrenOf, type XmlElement } from '../xml.ts'
import { numberOf, switchOf, valueOf } from './values.ts'

/** What a paragraph looks like; a style's own and its bases' properties are folded together. */
export interface Look {
  readonly outline?: number
  readonly listId?: string
  readonly listLevel?: number
  readonly font?: string
  /** In points. */
  readonly size?: number
  readonly align?: 'left' | 'center' | 'right'
  readonly isHidden?: boolean
}

export interface Styles {
  readonly looks: ReadonlyMap<string, Look>
  /** The style of paragraphs that name none. */
  readonly standard: string | undefined
  readonly defaults: Look
}

/** Reads `word/styles.xml`. */
export function stylesOf(root: XmlElement | undefined): Styles {
  const elements = childrenOf(root, 'w:style')
  const byId = new Map(elements.map((style) => [style.attributes['w:styleId'] ?? '', style]))
  const runDefaults = childOf(childOf(childOf(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr')
  return {
    looks: new Map([...byId.keys()].map((id) => [id, lookOfStyle(id, byId)])),
    standard: elements.find(isStandard)?.attributes['w:styleId'],
    defaults: lookOf(undefined, runDefaults),
  }
}

/** The look that `w:pPr` and `w:rPr` state themselves. */
export function lookOf(paragraph: XmlElement | undefined, run: XmlElement | undefined): Look {
  const outline = numberOf(paragraph, 'w:outlineLvl')
  const list = childOf(paragraph, 'w:numPr')
  const listId = valueOf(list, 'w:numId')
  const listLevel = numberOf(list, 'w:ilvl')
  const font = childOf(run, 'w:rFonts')?.attributes['w:eastAsia']
  const halfPoints = numberOf(run, 'w:sz')
  const align = alignOf(valueOf(paragraph, 'w:jc'))
  const isHidden = switchOf(run, 'w:vanish')
  return {
    ...(outline !== undefined && { outline }),
    ...(listId !== undefined && { listId }),
    ...(listLevel !== undefined && { listLevel }),
    ...(font !== undefined && { font }),
    ...(halfPoints !== undefined && { size: halfPoints / 2 }),
    ...(align !== undefined && { align }),
    ...(isHidden !== undefined && { isHidden }),
  }
}

function isStandard(style: XmlElement): boolean {
  return style.attributes['w:type'] === 'paragraph' && style.attributes['w:default'] === '1'
}

function lookOfStyle(id: string, byId: ReadonlyMap<string, XmlElement>): Look {
  const chain: XmlElement[] = []
  for (let next = byId.get(id); next && !chain.includes(next) && chain.length < 20;) {
    chain.unshift(next)
    next = byId.get(valueOf(next, 'w:basedOn') ?? '')
  }
  return Object.assign({}, ...chain.map(ownLook))
}

function ownLook(style: XmlElement): Look {
  const look = lookOf(childOf(style, 'w:pPr'), childOf(style, 'w:rPr'))
  if (look.outline !== undefined) return look
  const heading = /^(?:heading|标题) ?([1-9])$/i.exec(valueOf(style, 'w:name') ?? '')
  return heading ? { ...look, outline: Number(heading[1]) - 1 } : look
}

function alignOf(value: string | undefined): Look['align'] {
  switch (value) {
    case 'center':
      return 'center'
    case 'right':
    case 'end':
      return 'right'
    case 'left':
    case 'start':
    case 'both':
    case 'distribute':
      return 'left'
    default:
      return undefined
  }
}
