import type { Line } from './layout.ts'

const longestEntry = 80
const leader = /(?:[.．·•…]\s?){3,}\s*[-—]?\s*\d{0,3}\s*[-—]?$/
const contentsTitle = /^目\s*[录次]$/

/**
 * The lines of tables of contents: those with dotted leaders, those behind the word 目录 up to where the
 * first of them is printed again, as the heading it announces, and the list of what is attached.
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
  return new Set([...keptToHeadings(lines, found), ...attachmentLines(lines)])
}

const attachments = /^附\s*件\s*[：:]\s*\d/
const nextAttachment = /^\d{1,2}\s?[.．、]/

/** The list of what is attached, at the end of a letter: 附件：1.… and the numbers behind it. */
function attachmentLines(lines: readonly Line[]): readonly Line[] {
  const found: Line[] = []
  let blanks = Infinity
  for (const line of lines) {
    if (line.text === '') blanks += 1
    else {
      const goesOn = blanks < 2 && nextAttachment.test(line.text)
      if (line.text.length <= longestEntry && (attachments.test(line.text) || goesOn)) {
        found.push(line)
        blanks = 0
      } else blanks = Infinity
    }
  }
  return found
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
