import { archiveParts, type Parts } from '../archive.ts'
import type { Content, Warning, WarningCode } from '../opened.ts'
import { broken, empty } from '../unreadable.ts'
import { childOf, childrenOf, parseXml, type XmlElement } from '../xml.ts'
import { isBlank } from '../text-of-blocks.ts'
import { blocksOf } from './blocks.ts'
import type { Tally } from './inline.ts'
import { listsOf, numberer } from './numbering.ts'
import { stylesOf } from './styles.ts'

/** Reads an Office Open XML text document; throws `Unreadable` for what it cannot read. */
export function readDocx(bytes: Uint8Array): Content {
  const parts = archiveParts(bytes, (name) => /^(?:_rels\/\.rels|word\/[^/]+\.xml)$/.test(name))
  const main = mainPart(parts)
  const body = childOf(parseXml(main.bytes), 'w:body')
  if (body === undefined) throw broken('The text document has no body')

  const lists = listsOf(optionalXml(parts, 'word/numbering.xml'))
  const tally: Tally = { trackedChanges: 0, hiddenTexts: 0, struckTexts: 0, footnotes: 0 }
  const hasPages = Buffer.from(main.bytes).includes('<w:lastRenderedPageBreak')
  const reader = {
    styles: stylesOf(optionalXml(parts, 'word/styles.xml')),
    lists,
    nextNumber: numberer(lists),
    tally,
    page: hasPages ? 1 : undefined,
  }
  const blocks = blocksOf(body, reader)
  if (blocks.every(isBlank)) throw empty()
  return {
    blocks,
    warnings: warningsOf(tally),
    ...(reader.page !== undefined && { pages: reader.page }),
  }
}

/** The package says which part is the document; it is not always `document.xml`. */
function mainPart(parts: Parts): { readonly bytes: Uint8Array } {
  const relations = childrenOf(optionalXml(parts, '_rels/.rels'), 'Relationship')
  const target = relations.find((relation) =>
    relation.attributes['Type']?.endsWith('/officeDocument'),
  )
  const name = target?.attributes['Target']?.replace(/^\//, '') ?? 'word/document.xml'
  const bytes = parts[name] ?? parts['word/document.xml']
  if (bytes === undefined) throw broken('The archive holds no text document')
  return { bytes }
}

function optionalXml(parts: Parts, name: string): XmlElement | undefined {
  const bytes = parts[name]
  return bytes && parseXml(bytes)
}

function warningsOf(tally: Tally): readonly Warning[] {
  const counts: readonly (readonly [WarningCode, number])[] = [
    ['document-tracked-changes', tally.trackedChanges],
    ['document-hidden-text', tally.hiddenTexts],
    ['document-struck-text', tally.struckTexts],
    ['document-footnotes-dropped', tally.footnotes],
  ]
  return counts.filter(([, count]) => count > 0).map(([code, count]) => ({ code, count }))
}
