/**
 * The statements of a file of SQL, without their semicolons. Strings, quoted names, comments and
 * dollar-quoted bodies may hold semicolons of their own.
 */
export function splitSql(source: string): readonly string[] {
  const statements: string[] = []
  let start = 0
  let offset = 0
  while (offset < source.length) {
    if (source[offset] === ';') {
      statements.push(source.slice(start, offset))
      start = offset + 1
      offset = start
    } else {
      offset = endOfToken(source, offset)
    }
  }
  statements.push(source.slice(start))
  return statements.map((statement) => statement.trim()).filter(isStatement)
}

function endOfToken(source: string, offset: number): number {
  const rest = source.slice(offset, offset + 64)
  if (rest.startsWith("'") || rest.startsWith('"')) return after(source, rest.charAt(0), offset + 1)
  if (rest.startsWith('--')) return after(source, '\n', offset)
  if (rest.startsWith('/*')) return after(source, '*/', offset)
  const tag = /^\$\w*\$/.exec(rest)?.[0]
  return tag === undefined ? offset + 1 : after(source, tag, offset + tag.length)
}

// A doubled quote closes one string and opens the next: no need to tell it apart.
function after(source: string, end: string, from: number): number {
  const at = source.indexOf(end, from)
  return at < 0 ? source.length : at + end.length
}

function isStatement(text: string): boolean {
  return text.replaceAll(/--.*|\/\*[\s\S]*?\*\//g, '').trim() !== ''
}
