import { isContents } from './contents.ts'
import type { Draft } from './draft.ts'
import { headingMark, type MarkFamily } from './heading-marks.ts'
import type { Line } from './layout.ts'

const families: readonly MarkFamily[] = [
  'part',
  'chapter',
  'section',
  'comma',
  'bracket',
  'dot',
  'paren',
  'ring',
]

const longestTitle = 60

/** Reads a line as heading, run-in heading with its text, or paragraph. */
export function readLine(line: Line, levels: Levels): readonly Draft[] {
  if (isContents(line.text)) {
    return [{ kind: 'paragraph', role: 'contents', start: line.start, end: line.end }]
  }
  const mark = headingMark(line.text)
  if (!mark) return [{ kind: 'paragraph', start: line.start, end: line.end }]
  const title = line.text.slice(mark.length)
  const level = levels(mark.family)
  const heading = (end: number, runIn?: true): Draft => ({
    kind: 'heading',
    start: line.start,
    end,
    level,
    number: mark.number,
    title: { start: line.start + mark.length, end },
    ...(runIn && { runIn }),
  })
  if (title.length <= longestTitle && !/[。；;：:]/.test(title)) return [heading(line.end)]
  const stop = title.indexOf('。')
  if (stop < 2 || stop > 40 || stop === title.length - 1) {
    return [{ kind: 'paragraph', start: line.start, end: line.end }]
  }
  const cut = line.start + mark.length + stop + 1
  return [heading(cut, true), { kind: 'paragraph', start: cut, end: line.end }]
}

export type Levels = (family: MarkFamily) => number

/** Levels by what the document uses: 第一章 moves 一、 from 1 down. */
export function levelsOf(lines: readonly Line[]): Levels {
  const used = new Set(lines.map((line) => headingMark(line.text)?.family))
  const upper = families.slice(0, 4).filter((family) => used.has(family))
  return (family) => {
    const place = upper.indexOf(family)
    return place >= 0 ? place + 1 : Math.max(upper.length, 1) + families.indexOf(family) - 3
  }
}
