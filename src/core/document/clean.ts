// Control characters other than tab and line ends, zero-width spaces, byte order marks.
const unprintable = /[^\P{Cc}\t\n\v\f\r\u0085]|[\u200b\u2060\ufeff]/gu

const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/

/** The lines of a text, without what nobody can see or cite. */
export function cleanLines(text: string): readonly string[] {
  return text.replace(unprintable, '').split(lineEnd).map(withoutTrailingSpaces)
}

// A loop, because ` +$` takes quadratic time on a line of spaces. Tabs stay: they are empty cells.
function withoutTrailingSpaces(line: string): string {
  let end = line.length
  while (
    end > 0 &&
    (line[end - 1] === ' ' || line[end - 1] === '\u00a0' || line[end - 1] === '\u3000')
  )
    end -= 1
  return line.slice(0, end)
}
