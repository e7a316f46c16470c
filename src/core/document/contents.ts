import type { Line } from './layout.ts'

const longestEntry = 80
const leader = /(?:[.．·•…]\s?){3,}\s*[-—]?\s*\d{0,3}\s*[-—]?$/
const contentsTitle = /^目\s*[录次]$/

/**
 * The lines of tables of contents: those with dotted leaders, and those behind the word 目录 up to where
 * the first of them is printed again, as the heading it announces.
 */
export function contentsLines(lines: readonly Line[]): ReadonlySet<Line> {
  const found = new Set<Line>()
  let announced: Set<string> | undefined
  for (const line of lines) {
    const short = line.text.length <= longestEntry
    if (short && contentsTitle.test(line.text)) {
      announced = new Set()
      found.add(line)
    } else if (short && leader.test(line.text)) {
      announced?.add(wording(line.text))
      found.add(line)
    } else if (announced && line.text !== '') {
      const entry = wording(line.text)
      if (!short || announced.has(entry) || /[。；]$/.test(line.text)) announced = undefined
      else {
        announced.add(entry)
        found.add(line)
      }
    }
  }
  return keptToHeadings(lines, found)
}

/** What 目录 stands over is a table of contents only as far as its entries appear again further down. */
function keptToHeadings(lines: readonly Line[], found: ReadonlySet<Line>): ReadonlySet<Line> {
  const body = new Set(
    lines
      .filter((line) => !found.has(line) && line.text.length <= longestEntry)
      .map((line) => wording(line.text)),
  )
  return new Set(
    [...found].filter(
      (line) =>
        leader.test(line.text) || contentsTitle.test(line.text) || body.has(wording(line.text)),
    ),
  )
}

/** An entry without its page and what leads there. */
function wording(text: string): string {
  return text.replace(/[\s　.．·•…]+\d*\s*$|\d+\s*$/, '').replace(/[\s　]/g, '')
}
