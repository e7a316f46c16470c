import { cite } from '../../document/citation.ts'
import { type Block, type Document, type Span, textAt } from '../../document/document.ts'
import type { Target } from '../plan.ts'
import { scopeOf, type Subject, subjectsOf, subjectUnder } from './target-scope.ts'
import { headingsAbove, sectionKind } from './target-section.ts'
import { readSentence } from './target-sentence.ts'
import type { TargetDraft } from './target-draft.ts'
import type { PlanPeriod } from './target-time.ts'

/** A stretch of running text to be read sentence by sentence. */
export interface Prose extends Span {
  readonly block: Block
  /** True where everything said is meant for the future: sections of goals, tables of tasks. */
  readonly isPromise: boolean
  readonly subject?: Subject
  /** The year a heading above names: 近期目标（2027年）. */
  readonly year?: number
}

/** The targets that running text states, in order of the text. */
export function readTargetsFromProse(
  document: Document,
  proses: readonly Prose[],
  period: PlanPeriod,
): readonly Target[] {
  const yearOfSection = new Map<string, number>()
  return proses.flatMap((prose) => {
    const section = prose.block.path.join(' ')
    const drafts: TargetDraft[] = []
    let subject = prose.subject
    let year: number | undefined
    for (const sentence of sentencesIn(document.text, prose)) {
      subject = subjectOfLead(document.text, sentence, prose) ?? subject
      const read = readSentence({
        text: document.text,
        span: sentence,
        period,
        isPromise: prose.isPromise,
        ...(subject && { subject }),
        ...withYear(year ?? yearOfSection.get(section) ?? prose.year),
      })
      drafts.push(...read.targets)
      year = read.year ?? year
    }
    if (year === period.end) yearOfSection.set(section, year)
    return drafts.map((draft) => asTarget(document, prose.block, draft))
  })
}

/** The paragraphs of a document that may hold targets. */
export function proseOf(document: Document): readonly Prose[] {
  const subjectAbove = subjectsOf(document)
  return document.blocks.flatMap((block) => {
    if (block.kind !== 'paragraph' || block.role !== undefined) return []
    if (isCaption(document.text.slice(block.start, block.end))) return []
    if (block.box && listsProjects(textAt(document, block.box))) return []
    const kind = sectionKind(document, block)
    if (kind === 'history' || kind === 'contents') return []
    const subject = subjectAbove(headingsAbove(document, block))
    return [
      {
        block,
        start: block.start,
        end: block.end,
        isPromise: kind === 'goals',
        ...(subject && { subject }),
        ...withYear(yearOfHeadings(document, block)),
      },
    ]
  })
}

function yearOfHeadings(document: Document, block: Block): number | undefined {
  const titles = headingsAbove(document, block)
    .filter(({ level }) => level > 0)
    .map(({ title }) => textAt(document, title))
  const named = titles.findLast((title) => /20\d\d年/.test(title)) ?? ''
  const years = named.match(/20\d\d/g) ?? []
  return years.length === 1 ? Number(years[0]) : undefined
}

// Lists of projects: what is built there is described, not promised.
function listsProjects(caption: string): boolean {
  return /项目/.test(caption) && !/指标|目标/.test(caption)
}

// Captions and the notes under tables.
function isCaption(text: string): boolean {
  return (
    /^\s*(?:注|备注|说明|数据来源)[：:]/.test(text) ||
    (/^\s*(?:附?表|附?图|专栏|附件)\s?\d/.test(text) && text.length < 60 && !/[。；]/.test(text))
  )
}

function withYear(year: number | undefined): { readonly year?: number } {
  return year === undefined ? {} : { year }
}

/** Spans of the sentences in `span`: 。！？ end one; line ends inside a paragraph do not. */
function sentencesIn(text: string, span: Span): readonly Span[] {
  const sentences: Span[] = []
  let start = span.start
  for (let index = span.start; index < span.end; index += 1) {
    if (!'。！？'.includes(text[index] ?? '')) continue
    sentences.push({ start, end: index + 1 })
    start = index + 1
  }
  if (start < span.end) sentences.push({ start, end: span.end })
  return sentences
}

// 某产业园。立足… or 某产业园作为…: what the first words of a paragraph say it is about.
function subjectOfLead(text: string, sentence: Span, prose: Prose): Subject | undefined {
  if (sentence.start !== prose.start) return undefined
  const words = text
    .slice(sentence.start, sentence.end)
    .trim()
    .replace(/^(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]|[●——]+)\s*/, '')
  const title = /^[^，,。]{2,24}?(?=[。：:])/.exec(words)?.[0]
  if (title) return prose.isPromise ? scopeOf(title) : subjectUnder(title, prose.subject)
  const place = scopeOf(
    /^[^，,。]{2,24}?(?=作为|地处|位于|将?依托|立足|重点)/.exec(words)?.[0] ?? '',
  )
  return place?.kind === 'park' ? place : undefined
}

function asTarget(document: Document, block: Block, draft: TargetDraft): Target {
  const { indicator, unit, scope, baseline, milestones, growth, doubts, span } = draft
  return {
    indicator,
    ...(scope && { scope }),
    ...(unit !== undefined && { unit }),
    ...(baseline && { baseline }),
    milestones: milestones.toSorted((a, b) => a.year - b.year),
    growth,
    citation: cite(document, block, span),
    ...(doubts.length > 0 && { doubts }),
  }
}
