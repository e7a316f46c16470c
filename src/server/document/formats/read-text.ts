import { fromMarkdown } from '#core/document/from-markdown.ts'
import { fromText } from '#core/document/from-text.ts'
import { decodeText } from './decode-text.ts'
import { limits } from './limits.ts'
import type { Content } from './opened.ts'
import { isBlank } from './text-of-blocks.ts'
import { empty, tooLarge, Unreadable } from './unreadable.ts'

/** Reads plain text, a paragraph a line; in Markdown also headings and tables. */
export function readText(bytes: Uint8Array, format: 'txt' | 'md'): Content {
  if (bytes.length > limits.textBytes) throw tooLarge('A text file', limits.textBytes)
  const decoded = decodeText(bytes)
  if (decoded === undefined) {
    throw new Unreadable({
      code: 'document-type-unknown',
      title: 'The text is in no known encoding',
    })
  }
  const blocks = format === 'md' ? fromMarkdown(decoded.text) : fromText(decoded.text)
  if (blocks.every(isBlank)) throw empty()
  const { undecodable } = decoded
  return {
    blocks,
    warnings: undecodable > 0 ? [{ code: 'document-undecodable-text', count: undecodable }] : [],
  }
}
