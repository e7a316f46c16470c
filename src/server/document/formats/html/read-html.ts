import type { SourceBlock } from '#core/document/document.ts'
import { decodedAs, decodeText, type Decoded } from '../decode-text.ts'
import { limits } from '../limits.ts'
import type { Content, Warning } from '../opened.ts'
import { isBlank } from '../text-of-blocks.ts'
import { empty, tooLarge, Unreadable } from '../unreadable.ts'
import { isSiteFurniture } from './boilerplate.ts'
import { allElements, attribute, elementsIn, parseHtml, type HtmlElement } from './dom.ts'
import { htmlBlocks, type HtmlTally } from './html-blocks.ts'

/** Reads a page: its article without the furniture of the site around it. */
export function readHtml(bytes: Uint8Array): Content {
  if (bytes.length > limits.htmlBytes) throw tooLarge('A page', limits.htmlBytes)
  const decoded = decodedHtml(bytes)
  const root = parseHtml(decoded.text)
  const body = elementsIn(root).find((child) => child.tagName === 'body') ?? root
  const tally: HtmlTally = { hiddenTexts: 0, struckTexts: 0, footnotes: 0 }
  const blocks = htmlBlocks(body, tally).filter(
    (block) => block.kind === 'table' || !isSiteFurniture(block.text),
  )
  if (blocks.every(isBlank)) throw empty()
  return { blocks: withTitle(blocks, root), warnings: warningsOf(tally, decoded) }
}

/**
 * Government sites name the article in `<meta name="ArticleTitle">`; where the page shows it as a
 * picture or by script only, it is put in front.
 */
function withTitle(blocks: readonly SourceBlock[], root: HtmlElement): readonly SourceBlock[] {
  const meta = allElements(root, 'meta').find(
    (element) => attribute(element, 'name')?.toLowerCase() === 'articletitle',
  )
  const title = meta && attribute(meta, 'content')?.trim()
  if (!title) return blocks
  const start = blocks
    .slice(0, 30)
    .map((block) => (block.kind === 'paragraph' ? block.text : ''))
    .join('')
  const isShown = start.replace(/\s/g, '').includes(title.replace(/\s/g, ''))
  return isShown ? blocks : [{ kind: 'paragraph', text: title, align: 'center' }, ...blocks]
}

function decodedHtml(bytes: Uint8Array): Decoded {
  const byContent = decodeText(bytes)
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const declared = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]
  // What is sound UTF-8 with Chinese in it is UTF-8, whatever the page says.
  if (declared === undefined || (byContent?.undecodable === 0 && isUtf8(bytes))) {
    if (byContent !== undefined) return byContent
    throw new Unreadable({
      code: 'document-type-unknown',
      title: 'The page is in no known encoding',
    })
  }
  try {
    return decodedAs(declared.toLowerCase(), bytes)
  } catch {
    return byContent ?? decodedAs('gb18030', bytes)
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  return decodedAs('utf-8', bytes).undecodable === 0
}

function warningsOf(tally: HtmlTally, { undecodable }: Decoded): readonly Warning[] {
  const warnings: readonly Warning[] = [
    { code: 'document-hidden-text', count: tally.hiddenTexts },
    { code: 'document-struck-text', count: tally.struckTexts },
    { code: 'document-footnotes-dropped', count: tally.footnotes },
    { code: 'document-undecodable-text', count: undecodable },
  ]
  return warnings.filter(({ count = 0 }) => count > 0)
}
