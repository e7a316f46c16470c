import { err, ok, type Result } from '../result.ts'
import { type PhraseKind, phraseKinds } from './phrases.ts'

/** What fills a place that is no indicator: the region's name, the period in words. */
export const settings = ['地区', '期间', '累计期间', '截止日', '单位', '日期'] as const
export type Setting = (typeof settings)[number]

/** Lists and tables the program fills in. */
export const blockKinds = [
  'targets',
  'pulls',
  'enterprises',
  'warnings',
  'cleared-warnings',
  'outlook',
  'prosperity',
  'projects',
  'indicators',
] as const
export type BlockKind = (typeof blockKinds)[number]

export type TemplateBlock =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: BlockKind
      /** Of `pulls` and `enterprises`: name of the indicator, dimension, how many lines. */
      readonly indicator?: string
      readonly by?: 'industry' | 'park' | 'town' | 'chain' | 'enterprise'
      readonly most?: number
      readonly caption?: string
      /** Of `indicators`: the rows of the table, by the names of the library. */
      readonly indicators?: readonly string[]
    }

export interface TemplateSection {
  readonly heading: string
  readonly blocks: readonly TemplateBlock[]
}

/** A month, a quarter and a year have a template each. */
export const templateCodes = ['month', 'quarter', 'year'] as const
export type TemplateCode = (typeof templateCodes)[number]

/** An analysis as a row a user edits. */
export interface AnalysisTemplate {
  readonly code: TemplateCode
  readonly name: string
  readonly title: string
  readonly sections: readonly TemplateSection[]
}

/** A stretch of a sentence: as it stands, or to be filled in. */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'setting'; readonly setting: Setting }
  | {
      readonly kind: 'phrase'
      /** As the library calls it. */
      readonly indicator: string
      readonly phrase: PhraseKind
    }

export interface TemplateProblem {
  readonly code: 'bracket-open' | 'place-unknown' | 'phrase-unknown' | 'indicator-unknown'
  /** In UTF-16 units of the text. */
  readonly start: number
  readonly end: number
  readonly found: string
}

/**
 * Reads a sentence with places in braces: `{期间}`, `{规模以上工业总产值.增速}`. What stands in braces and
 * is neither is refused with its place, so that nothing is printed with a hole. [R5]
 */
export function readTemplateText(text: string): Result<readonly TemplatePart[], TemplateProblem> {
  const parts: TemplatePart[] = []
  let at = 0
  while (at < text.length) {
    const open = text.indexOf('{', at)
    if (open === -1) break
    if (open > at) parts.push({ kind: 'text', text: text.slice(at, open) })
    const close = text.indexOf('}', open)
    if (close === -1) {
      return err({ code: 'bracket-open', start: open, end: text.length, found: text.slice(open) })
    }
    const place = placeOf(text.slice(open + 1, close).trim())
    if (typeof place === 'string') {
      return err({ code: place, start: open, end: close + 1, found: text.slice(open, close + 1) })
    }
    parts.push(place)
    at = close + 1
  }
  if (at < text.length) parts.push({ kind: 'text', text: text.slice(at) })
  return ok(parts)
}

function placeOf(inner: string): TemplatePart | 'place-unknown' | 'phrase-unknown' {
  const setting = settings.find((each) => each === inner)
  if (setting) return { kind: 'setting', setting }
  const point = inner.lastIndexOf('.')
  if (point <= 0) return 'place-unknown'
  const phrase = phraseKinds.find((each) => each === inner.slice(point + 1))
  return phrase ? { kind: 'phrase', indicator: inner.slice(0, point), phrase } : 'phrase-unknown'
}

/** The names of indicators a template speaks of, each once. */
export function indicatorsIn(template: AnalysisTemplate): readonly string[] {
  const names = template.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind !== 'text') {
        return [
          ...(block.indicator === undefined ? [] : [block.indicator]),
          ...(block.indicators ?? []),
        ]
      }
      const parts = readTemplateText(block.text)
      return parts.ok
        ? parts.value.flatMap((part) => (part.kind === 'phrase' ? [part.indicator] : []))
        : []
    }),
  )
  return [...new Set(names)]
}

/** Where in a template a problem is; `section` and `block` are absent for its title, `block` for a heading. */
export interface PlacedProblem extends TemplateProblem {
  readonly section?: number
  readonly block?: number
}

/** Everything in a template that cannot be filled in, in its order. */
export function templateProblems(
  template: AnalysisTemplate,
  isIndicator: (name: string) => boolean,
): readonly PlacedProblem[] {
  return [
    ...textProblems(template.title, isIndicator),
    ...template.sections.flatMap(({ heading, blocks }, section) => [
      ...textProblems(heading, isIndicator).map((problem) => ({ ...problem, section })),
      ...blocks.flatMap((each, block) =>
        blockProblems(each, isIndicator).map((problem) => ({ ...problem, section, block })),
      ),
    ]),
  ]
}

function blockProblems(
  block: TemplateBlock,
  isIndicator: (name: string) => boolean,
): readonly TemplateProblem[] {
  if (block.kind === 'text') return textProblems(block.text, isIndicator)
  const names = [
    ...(block.kind === 'pulls' || block.kind === 'enterprises' ? [block.indicator ?? ''] : []),
    ...(block.kind === 'indicators' ? (block.indicators ?? []) : []),
  ]
  return names.filter((name) => !isIndicator(name)).map((name) => unknown(name, 0, name.length))
}

function textProblems(
  text: string,
  isIndicator: (name: string) => boolean,
): readonly TemplateProblem[] {
  const read = readTemplateText(text)
  if (!read.ok) return [read.error]
  return read.value.flatMap((part) => {
    if (part.kind !== 'phrase' || isIndicator(part.indicator)) return []
    const start = text.indexOf(part.indicator)
    return [unknown(part.indicator, start, start + part.indicator.length)]
  })
}

function unknown(found: string, start: number, end: number): TemplateProblem {
  return { code: 'indicator-unknown', start, end, found }
}
