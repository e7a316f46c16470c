import { type Citation, cite } from '../document/citation.ts'
import type { Block, Document, Span } from '../document/document.ts'
import type { Bound } from '../quantity/quantity.ts'
import { type FoundQuantity, scanQuantities } from '../quantity/scan-quantities.ts'
import { canonicalUnit } from '../quantity/printed-unit.ts'
import { indicatorKey } from './indicator.ts'
import { decimalsOf, exactly, type Interval, rounded, widened } from './interval.ts'
import { meaningOf } from './unit.ts'

/** A sentence of running text or of a table's cell, with the figures it states. */
export interface Sentence extends Span {
  readonly text: string
  readonly block: Block
  readonly figures: readonly Figure[]
}

/** A figure with what the words before it say it is of. */
export interface Figure extends Span {
  readonly value: number
  readonly range: Interval
  readonly unit: string
  readonly op: Bound
  /** As printed, without its unit. */
  readonly printed: string
  /** The words between the last comma, verb or figure and this one: 规上工业增加值. */
  readonly subject: string
  /** The subject in the spelling of `indicatorKey`. */
  readonly key: string
  /** The year the words name, or the latest named before it in the sentence. */
  readonly year?: number
}

const verbs =
  /(?:提高|提升|增长|增加|上升|下降|降低|减少|达到了?|达|为|是|约|近|超过|突破|实现|完成|累计|预计|不低于|不高于|不超过|力争|至|到|在|仅|共计|共|有|占)+$/

/** All sentences with figures, in order. Tables give one sentence or more a cell. */
export function sentencesOf(document: Document): readonly Sentence[] {
  return document.blocks
    .filter((block) => block.kind !== 'paragraph' || block.role !== 'contents')
    .flatMap((block) =>
      block.kind === 'table'
        ? block.cells.flatMap((cell) => sentencesIn(document, block, cell))
        : sentencesIn(document, block, block),
    )
    .filter((sentence) => sentence.figures.length > 0)
}

/** Cites the stretch from the first of the figures to the last; the whole sentence without any. */
export function citeFigures(
  document: Document,
  sentence: Sentence,
  figures: readonly Figure[] = [],
): Citation {
  if (figures.length === 0) return cite(document, sentence.block, sentence)
  return cite(document, sentence.block, {
    start: Math.min(...figures.map((figure) => figure.start)),
    end: Math.max(...figures.map((figure) => figure.end)),
  })
}

function sentencesIn(document: Document, block: Block, span: Span): readonly Sentence[] {
  const text = document.text.slice(span.start, span.end)
  return [...text.matchAll(/[^。；！？]+[。；！？]?/g)].map((match) => {
    const start = span.start + match.index
    const figures = /\d/.test(match[0]) ? figuresIn(match[0], start) : []
    return { block, start, end: start + match[0].length, text: match[0], figures }
  })
}

function figuresIn(sentence: string, offset: number): readonly Figure[] {
  let after = 0
  let year: number | undefined
  return scanQuantities(sentence).flatMap((found) => {
    const before = sentence.slice(after, found.start)
    year = yearIn(before) ?? year
    after = found.end
    if (found.inWords || found.unit === undefined) return []
    return [figureOf(found, before, sentence, offset, year)]
  })
}

function figureOf(
  found: FoundQuantity,
  before: string,
  sentence: string,
  offset: number,
  year: number | undefined,
): Figure {
  const value = found.value ?? 0
  const unit = canonicalUnit(found.unit ?? '')
  const printed = sentence.slice(found.numberStart, found.unitEnd)
  const subject = subjectOf(before)
  return {
    start: offset + found.numberStart,
    end: offset + found.unitEnd,
    value,
    range: rangeOfFigure(value, found.high, printed, unit, found.op),
    unit,
    op: found.op,
    printed,
    subject,
    key: indicatorKey(subject),
    ...(year !== undefined && { year }),
  }
}

function rangeOfFigure(
  value: number,
  high: number | undefined,
  printed: string,
  unit: string,
  op: Bound,
): Interval {
  if (high !== undefined) return { low: value, high }
  const meaning = meaningOf(unit)
  const isCount = meaning.family === 'count' && meaning.factor === 1 && Number.isInteger(value)
  const range = isCount ? exactly(value) : rounded(value, decimalsOf(printed))
  return op === '~' ? widened(range, Math.abs(value) / 10) : range
}

function subjectOf(before: string): string {
  const clause = before.split(/[，、；：。！？\n]/).at(-1) ?? ''
  return clause
    .replace(/^[\s（(]*(?:截至|截止|其中|同时|并且?|且)?/, '')
    .replace(/(?:从|由|到|至)?\d{4}\s*年?底?的?/g, '')
    .trim()
    .replace(verbs, '')
    .replace(/^.*(?:实现|完成)(?=.{2})/, '')
    .trim()
}

function yearIn(text: string): number | undefined {
  // 比2019年增长 names the year compared with, not the figure's own.
  const year = text.match(/(?<![较比]\s*)(?:19|20)\d{2}(?=\s*年)/g)?.at(-1)
  return year === undefined ? undefined : Number(year)
}
