import { joinLines } from '../join-lines.ts'
import { cellKind } from './cell-kind.ts'
import type { Piece } from './piece.ts'

const closing = /^[）)」”%％]|^(?:个?百分点|年|以上|以下|以内|左右)/
const opening = /[（(“、]$|[的及与和或]$/

/** What it costs to believe that a cell goes on with the next line: 0 where the words leave no choice. */
export function continuationCost(previous: Piece, token: Piece): number {
  if (isOpen(previous.text) || closing.test(token.text) || opening.test(previous.text)) return 0
  if (/^[（(]/.test(token.text)) return 0.2
  const joined = cellKind(joinLines(`${previous.text}\n${token.text}`))
  const [a, b] = [cellKind(previous.text), cellKind(token.text)]
  if (b === 'word' && (joined === 'figure' || joined === 'unit' || joined === 'attribute')) return 0
  if (a === 'prose' || b === 'prose') return 0.5
  if (a === 'word' && b === 'word')
    return previous.text.length <= 4 && token.text.length <= 4 ? 0.4 : 0.9
  return 5
}

function isOpen(text: string): boolean {
  const opened = text.match(/[（(]/g)?.length ?? 0
  return opened > (text.match(/[）)]/g)?.length ?? 0)
}
