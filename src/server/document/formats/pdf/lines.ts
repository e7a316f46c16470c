import type { TextRun } from './page-content.ts'
import { superscript } from '../superscript.ts'

/** A printed line: runs on one baseline, from left to right. */
export interface Line {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  readonly size: number
  readonly font: string
  readonly page: number
  /** Its parts, cut where the gap is wider than words leave: the columns of a table without lines. */
  readonly parts: readonly LinePart[]
}

export interface LinePart {
  readonly text: string
  readonly left: number
  readonly right: number
}

/** Puts runs into lines from top to bottom. */
export function linesOf(runs: readonly TextRun[], page: number): readonly Line[] {
  const byHeight = [...runs]
    .filter((run) => run.text.trim() !== '')
    .sort((one, other) => one.baseline - other.baseline)
  const rows: TextRun[][] = []
  for (const run of byHeight) {
    const row = rows.at(-1)
    const isSameLine = row?.some((other) => sharesLine(run, other)) ?? false
    if (row !== undefined && isSameLine) row.push(run)
    else rows.push([run])
  }
  return rows.map((row) => lineOf(row, page))
}

// A raised or lowered mark is smaller and off the baseline by up to half of the larger font.
function sharesLine(run: TextRun, other: TextRun): boolean {
  const larger = Math.max(run.size, other.size)
  const isMark = Math.min(run.size, other.size) < 0.75 * larger
  return Math.abs(run.baseline - other.baseline) < (isMark ? 0.55 : 0.3) * larger
}

function lineOf(row: readonly TextRun[], page: number): Line {
  const runs = [...row].sort((one, other) => one.left - other.left)
  const main = mainRun(runs)
  const parts: LinePart[] = []
  const cut = cutBetweenParts(runs, main.size)
  let end = Number.NEGATIVE_INFINITY
  for (const run of runs) {
    const last = parts.at(-1)
    const text = readable(run, main, last?.text ?? '')
    if (text === '') continue
    const gap = run.left - end
    if (last === undefined || gap > cut) {
      parts.push({ text: text.trim(), left: run.left, right: run.right })
    } else {
      const joined = last.text + blankBetween(last.text, text, gap / main.size) + text
      parts[parts.length - 1] = {
        text: joined,
        left: last.left,
        right: Math.max(last.right, run.right),
      }
    }
    end = Math.max(end, run.right)
  }
  return {
    // Three parts or more are a row; two may be a word set wide.
    text: parts.map((part) => part.text.trim()).join(parts.length > 2 ? '\t' : ' '),
    left: parts[0]?.left ?? main.left,
    right: parts.at(-1)?.right ?? main.right,
    baseline: main.baseline,
    size: main.size,
    font: main.font,
    page,
    parts,
  }
}

/** The gap that parts a line: in rows of a table, told by two wide gaps, narrower than elsewhere. */
function cutBetweenParts(runs: readonly TextRun[], size: number): number {
  const wide = runs.filter((run, index) => {
    const before = runs[index - 1]
    return before !== undefined && run.left - before.right > 1.6 * size
  })
  return (wide.length >= 2 ? 0.6 : 1.6) * size
}

/** The run that sets the line's size: the one with the most characters in the largest font. */
function mainRun(runs: readonly TextRun[]): TextRun {
  return runs.reduce((main, run) =>
    run.size * run.text.trim().length > main.size * main.text.trim().length ? run : main,
  )
}

/** A run's text; small raised marks become powers, or nothing where they point to notes. */
function readable(run: TextRun, main: TextRun, before: string): string {
  const isRaised = run.size < 0.75 * main.size && run.baseline < main.baseline - 0.15 * main.size
  if (!isRaised) return run.text
  return superscript(run.text, before) ?? (/^\s*\d{1,3}\s*$/.test(run.text) ? '' : run.text)
}

/** Chinese sets no blanks between words; programs widen gaps to fill a line and around figures. */
function blankBetween(before: string, after: string, gap: number): string {
  if (/\s$/.test(before) || /^[\s²³]/.test(after)) return ''
  const isWestern = /[\w.,;:%)]$/.test(before) && /^[\w(]/.test(after)
  return gap > (isWestern ? 0.15 : 0.9) ? ' ' : ''
}
