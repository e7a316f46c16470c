/** The blocks of Markdown the manual is written in; what is none of them is a paragraph. */
export type MarkdownBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly string[] }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'image'; readonly alt: string; readonly file: string }

/** A piece of a line. */
export type Inline =
  | { readonly kind: 'text' | 'strong' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly to: string }

export function markdownBlocks(source: string): readonly MarkdownBlock[] {
  const blocks: MarkdownBlock[] = []
  const lines = source.split('\n')
  let at = 0
  /** The lines from here on that are of one kind. */
  const take = (isPart: (line: string) => boolean): readonly string[] => {
    const from = at
    while (at < lines.length && isPart(lines[at] ?? '')) at += 1
    return lines.slice(from, at)
  }
  while (at < lines.length) {
    const line = lines[at] ?? ''
    if (line.trim() === '') at += 1
    else if (line.startsWith('```')) {
      at += 1
      blocks.push({ kind: 'code', text: take((one) => !one.startsWith('```')).join('\n') })
      at += 1
    } else if (line.startsWith('|')) blocks.push(tableOf(take((one) => one.startsWith('|'))))
    else if (isItem(line)) {
      blocks.push(listOf(take((one) => isItem(one) || /^\s+\S/.test(one))))
    } else if (/^#{1,6} /.test(line)) {
      at += 1
      blocks.push({
        kind: 'heading',
        level: line.indexOf(' '),
        text: line.slice(line.indexOf(' ') + 1).trim(),
      })
    } else blocks.push(paragraphOf(take((one) => !endsParagraph(one))))
  }
  return blocks
}

function isItem(line: string): boolean {
  return /^(?:[-*]|\d+\.) /.test(line)
}

function endsParagraph(line: string): boolean {
  return line.trim() === '' || isItem(line) || /^(?:```|\||#{1,6} )/.test(line)
}

function paragraphOf(lines: readonly string[]): MarkdownBlock {
  const text = lines.join('\n')
  const [, alt, file] = /^!\[([^\]]*)\]\(([^)]+)\)$/.exec(text) ?? []
  if (alt !== undefined && file !== undefined) return { kind: 'image', alt, file }
  return { kind: 'paragraph', text: joined(lines) }
}

function listOf(lines: readonly string[]): MarkdownBlock {
  const items: string[][] = []
  for (const line of lines) {
    if (isItem(line)) items.push([line.replace(/^(?:[-*]|\d+\.) /, '')])
    else items.at(-1)?.push(line.trim())
  }
  return { kind: 'list', isOrdered: /^\d/.test(lines[0] ?? ''), items: items.map(joined) }
}

// A break between two Chinese characters is no space.
function joined(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replaceAll(/(?<=\P{ASCII})\n(?=\P{ASCII})/gu, '')
    .replaceAll('\n', ' ')
}

function tableOf(lines: readonly string[]): MarkdownBlock {
  const [head = [], , ...rows] = lines.map((line) =>
    line
      .replace(/^\||\|\s*$/g, '')
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim().replaceAll(String.raw`\|`, '|')),
  )
  return { kind: 'table', head, rows }
}

/** The pieces of a line: `code`, **strong**, [links](to), addresses in <>. */
export function inlineOf(text: string): readonly Inline[] {
  const pieces: Inline[] = []
  const pattern = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^)]+)\)|<(https?:[^>]+)>/g
  let at = 0
  for (const match of text.matchAll(pattern)) {
    const [whole, code, strong, words, to, address] = match
    if (match.index > at) pieces.push({ kind: 'text', text: text.slice(at, match.index) })
    if (code !== undefined) pieces.push({ kind: 'code', text: code })
    else if (strong !== undefined) pieces.push({ kind: 'strong', text: strong })
    else if (words !== undefined && to !== undefined) pieces.push({ kind: 'link', text: words, to })
    else if (address !== undefined) pieces.push({ kind: 'link', text: address, to: address })
    at = match.index + whole.length
  }
  if (at < text.length) pieces.push({ kind: 'text', text: text.slice(at) })
  return pieces
}
