import type { SourceParagraph } from '#core/document/document.ts'
import type { Line } from './lines.ts'

/** The column of text of a page: where full lines begin and end. */
export interface TextColumn {
  readonly left: number
  readonly right: number
}

/**
 * Where the lines of pages of one width begin and end, told by those that fill the width; pages
 * without full lines are taken to have equal margins.
 */
export function textColumn(lines: readonly Line[], pageWidth: number): TextColumn {
  const rights = lines.map((line) => line.right).sort((one, other) => one - other)
  const most = rights[Math.floor(rights.length * 0.95)] ?? pageWidth
  const full = lines.filter((line) => line.right > most - 2 * line.size)
  if (full.length < 4 || most < 0.6 * pageWidth) {
    const left = Math.min(...lines.map((line) => line.left), pageWidth / 4)
    return { left, right: Math.max(pageWidth - left, ...rights) }
  }
  // Wrapped lines begin at the edge, the first of a paragraph two characters in.
  const lefts = full.map((line) => line.left).sort((one, other) => one - other)
  // Some lines hang their last stop into the margin.
  const ends = full.map((line) => line.right).sort((one, other) => one - other)
  return {
    left: lefts[Math.floor(lefts.length * 0.1)] ?? 0,
    right: ends[Math.floor(ends.length * 0.5)] ?? most,
  }
}

/** A paragraph being put together from its lines. */
interface Open {
  readonly lines: Line[]
  readonly column: TextColumn
}

/**
 * Lines put into paragraphs, over page breaks too. A line runs on into the next when it reaches the
 * right edge and the next begins at the left edge in the same size, or when it stops in the middle
 * of a sentence though the next is indented.
 */
export function paragraphsOfLines(
  lines: readonly { readonly line: Line; readonly column: TextColumn }[],
  isIndented: boolean,
): readonly SourceParagraph[] {
  const open: Open[] = []
  for (const { line, column } of lines) {
    const current = open.at(-1)
    const last = current?.lines.at(-1)
    if (
      current !== undefined &&
      last !== undefined &&
      runsOn(last, current, line, { ...column, isIndented })
    ) {
      current.lines.push(line)
    } else open.push({ lines: [line], column })
  }
  return open.map(paragraphOf)
}

const sentenceEnd = /[。！？；：…]["”’）)】]?$/
const headingStart =
  /^(?:第[一二三四五六七八九十百\d]+[章节条篇]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、](?!\d)|[①-⑳]|附[件表录]|专栏|[图表]\s*\d)/

interface Setting extends TextColumn {
  /** Whether the document sets the first line of a paragraph in. */
  readonly isIndented: boolean
}

function runsOn(last: Line, current: Open, next: Line, setting: Setting): boolean {
  const em = last.size
  if (Math.abs(next.size - em) > 0.1 * em) return false
  const isNear = next.page !== last.page || next.baseline - last.baseline < 2.6 * em
  const isFull = last.right + roomFor(next.text) * em > current.column.right - 0.6 * em
  if (!isFull || !isNear) return false
  const indent = next.left - setting.left
  const startsHeading = headingStart.test(next.text)
  if (indent < 0.6 * em) {
    // In an indented document only headings, centred or not, begin at the edge after a full line.
    if (setting.isIndented) return true
    return !startsHeading || !sentenceEnd.test(last.text)
  }
  if (sentenceEnd.test(last.text) || startsHeading || isCentred(next, setting)) return false
  // Hanging lines of a list stand where the list's text began.
  return next.left >= last.left - 0.6 * em && indent < 6 * em
}

/** The room, in characters, that the start of a line needs at least: words and figures stay whole. */
function roomFor(text: string): number {
  const [start = ''] = /^[“‘（《〔(]*(?:[\w.%,+/-]+|.)[，。；：、！？）》〕”’%]*/.exec(text) ?? []
  const narrow = start.match(/[\w.,%+/-]/g)?.length ?? 0
  return start.length - narrow / 2
}

/** Whether paragraphs begin with an indent: most lines after a line that stops short do. */
export function isIndented(
  lines: readonly { readonly line: Line; readonly column: TextColumn }[],
): boolean {
  const firsts = lines.filter(({ column }, index) => {
    const before = lines[index - 1]?.line
    return before !== undefined && before.right < column.right - 1.6 * before.size
  })
  const indented = firsts.filter(({ line, column }) => line.left - column.left > 1.2 * line.size)
  return firsts.length > 0 && indented.length > 0.6 * firsts.length
}

function isCentred(line: Line, { left, right }: TextColumn): boolean {
  const [before, after] = [line.left - left, right - line.right]
  return before > 2.5 * line.size && Math.abs(before - after) < 2 * line.size
}

function paragraphOf({ lines, column }: Open): SourceParagraph {
  const [first] = lines
  const joined = lines.reduce((text, line) => text + blank(text, line.text) + line.text, '')
  // The stop after a heading's number leaves a gap.
  const text = joined.replace(/^([^，。；：]{1,8}[、．）)]) +/, '$1')
  const align = first && alignOf(lines, column)
  return {
    kind: 'paragraph',
    text,
    ...(first?.font && { font: first.font }),
    ...(first && { size: Math.round(first.size * 2) / 2, page: first.page }),
    ...(align && { align }),
  }
}

function alignOf(lines: readonly Line[], column: TextColumn): 'center' | 'right' | undefined {
  if (lines.every((line) => isCentred(line, column))) return 'center'
  const [line] = lines
  if (lines.length > 1 || line === undefined) return undefined
  const isFarIn = line.left - column.left > 0.4 * (column.right - column.left)
  return isFarIn && column.right - line.right < 5 * line.size ? 'right' : undefined
}

function blank(before: string, after: string): string {
  return /[a-z,;]$/i.test(before) && /^[a-z]/i.test(after) ? ' ' : ''
}
