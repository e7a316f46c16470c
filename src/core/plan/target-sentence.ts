import type { Span } from '../document/document.ts'
import { type FoundQuantity, scanQuantities } from '../quantity/scan-quantities.ts'
import { carriedVerb } from './indicator-name.ts'
import type { Doubt, Milestone } from './plan.ts'
import type { TargetDraft } from './target-draft.ts'
import { isExcluded, isFigureOfSpeech } from './target-exclusion.ts'
import { readFigure, type Reading } from './target-figure.ts'
import { scopeInName, type Subject } from './target-scope.ts'
import { type PlanPeriod, type SaidTime, timesIn, yearAgainst } from './target-time.ts'

/** A sentence with what is known before it is read. */
export interface Sentence {
  readonly text: string
  readonly span: Span
  readonly period: PlanPeriod
  readonly isPromise: boolean
  readonly subject?: Subject
  /** The year the text before it speaks of. */
  readonly year?: number
}

const modal = /力争|确保|争取|努力|预计|计划|目标|力促|奋力|将|不低于|不少于|不超过|不高于|控制在/
const elsewhere = /^(?:全国|我国|全球|世界|国内|国际|中国)/
const making =
  /建成|建设|新建|新增|打造|形成|培育|引进|引入|引育|招引|认定|创建|争创|实施|完成|组建|集聚|聚集|申报|获批|突破|制定|投放|设立|建立|搭建|推动|推进|实现|开展|带动|支持|新培育|孵化|培养|淘汰|盘活|改造|提升|提高|降低|明确|拥有|布局|发展/

/** The targets one sentence states, and the year it leaves behind for the next. */
export function readSentence(sentence: Sentence): {
  readonly targets: readonly TargetDraft[]
  readonly year?: number
} {
  const raw = sentence.text.slice(sentence.span.start, sentence.span.end)
  const masked = withoutAsides(raw)
  const times = timesIn(masked, sentence.period)
  const targets = clausesOf(masked).reduce<readonly TargetDraft[]>(
    (found, clause) => readClause({ ...sentence, raw, masked, times, clause }, found),
    [],
  )
  const last = times.findLast((time) => !time.isPast)
  const year = last?.year ?? sentence.year
  return year === undefined ? { targets } : { targets, year }
}

interface Clause extends Sentence {
  readonly raw: string
  readonly masked: string
  readonly times: readonly SaidTime[]
  readonly clause: Span
}

// Titles of documents and what stands in brackets is not scanned; lengths stay.
function withoutAsides(text: string): string {
  return text.replace(/《[^》]*》|（[^（）]*）|\([^()]*\)/g, (aside) => '＿'.repeat(aside.length))
}

// A figure inside quotation marks is part of a name: “千人联千企”, “4+1”.
function withoutQuoted(text: string): string {
  return text.replace(/“[^”]*”?|[^“]*”/g, (quoted) => '＿'.repeat(quoted.length))
}

function clausesOf(masked: string): readonly Span[] {
  return [...masked.matchAll(/(?:[^，,；;：:。！？]|(?<=\d),(?=\d{3}))+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

function readClause(clause: Clause, found: readonly TargetDraft[]): readonly TargetDraft[] {
  const { raw, masked, clause: span } = clause
  const scanned = withoutQuoted(masked.slice(span.start, span.end))
  const quantities = scanQuantities(scanned).map((quantity) => moved(quantity, span.start))
  let targets = found
  let cursor = span.start
  let verb: string | undefined
  let baseline: { readonly value: FoundQuantity; readonly words: string } | undefined
  for (const [index, quantity] of quantities.entries()) {
    const next = quantities[index + 1]
    const words = raw.slice(cursor, quantity.start)
    const following = raw.slice(quantity.end, next?.start ?? span.end)
    if (next && startsRange(words, following)) {
      baseline = { value: quantity, words }
      continue
    }
    if (
      next &&
      isPartOfName(
        following,
        next,
        masked.slice(next.end, quantities[index + 2]?.start ?? span.end),
      )
    )
      continue
    const after = next ? objectOf(following) : following
    const before = baseline ? baseline.words.replace(/(?:由|从)[^由从]*$/, '') : words
    verb = carriedVerb(before.replace(/\s+/g, '')) ?? verb
    targets = withFigure(
      {
        ...clause,
        quantity,
        before,
        after,
        cursor,
        ...(verb && { verb }),
        ...(baseline && { baseline }),
      },
      targets,
    )
    cursor = quantity.end + after.length
    baseline = undefined
  }
  return targets
}

function moved(quantity: FoundQuantity, by: number): FoundQuantity {
  return {
    ...quantity,
    start: quantity.start + by,
    end: quantity.end + by,
    numberStart: quantity.numberStart + by,
    unitEnd: quantity.unitEnd + by,
  }
}

// 由2020年的1.5%提高到2.5%
function startsRange(before: string, following: string): boolean {
  return (
    /(?:由|从)[^，]{0,16}$/.test(before) &&
    /^\s*(?:左右)?(?:大幅|稳步|逐步)?(?:提高|提升|增长|增加|上升|扩大|下降|降低|减少|压减|缩短|发展|壮大|增|降|升)?(?:到|至|为)?(?:20\d\d年的?)?\s*$/.test(
      following,
    )
  )
}

// 百亿级企业2户, 5个特色工业占比达到65.7%: the first figure belongs to the name of the second.
function isPartOfName(following: string, next: FoundQuantity, rest: string): boolean {
  const between = following.replace(/\s+/g, '')
  if (between === '' || /[、]/.test(between) || /^[和及与]/.test(between)) return false
  if (/(?:和|及|与|并|以及)(?:建设|建成|打造|培育|新增|引进)?$/.test(between)) return false
  if (/^(?:左右)?的?(?:增长|增速|增加)/.test(between)) return false
  return (
    next.form !== 'level' &&
    /^\s*(?:$|[、，和及与以并])/.test(rest) &&
    /\p{Script=Han}{1,}/u.test(between)
  )
}

// The words after a figure up to the next item of the list.
function objectOf(following: string): string {
  const end =
    /、|(?:和|及|与|并|以及)(?:建设|建成|打造|培育|新增|引进|新建|实施|形成|力争[^，]{0,4})?\s*$/.exec(
      following,
    )
  return end ? following.slice(0, end.index) : following
}

interface FigureInClause extends Clause {
  readonly quantity: FoundQuantity
  readonly before: string
  readonly after: string
  readonly cursor: number
  readonly verb?: string
  readonly baseline?: { readonly value: FoundQuantity; readonly words: string }
}

function withFigure(figure: FigureInClause, found: readonly TargetDraft[]): readonly TargetDraft[] {
  const { quantity, before, after, raw, clause, span, cursor } = figure
  const time = yearOf(figure)
  if (!time) return found
  const wholeBefore = raw.slice(clause.start, quantity.start)
  if (isExcluded(wholeBefore, quantity, after) || isFigureOfSpeech(quantity, figure.isPromise))
    return found
  const previous = found.at(-1)
  const reading = readFigure({
    quantity,
    before,
    after,
    ...(figure.verb && { verb: figure.verb }),
    ...subjectOf(figure, previous),
    followsLike: previous !== undefined && previous.unit === quantity.unit,
    isPromise: figure.isPromise || previous !== undefined,
  })
  if (reading.kind === 'none' || elsewhere.test('name' in reading ? reading.name : '')) return found
  if (!isPromised(figure, wholeBefore, found)) return found
  if (quantity.unit === undefined && !isNumberOf(reading)) return found
  const cited = {
    start: span.start + cursor + leadingLength(raw.slice(cursor)),
    end: span.start + quantity.end + after.trimEnd().length,
  }
  return merged(found, reading, { figure, time, cited })
}

// A figure without a unit is one only of what is counted in points: 指数, 系数, 数.
function isNumberOf(reading: Reading): boolean {
  return (
    reading.kind === 'continues' ||
    (reading.kind === 'named' && /(?:指数|系数|得分|水平|数|量|比)$/.test(reading.name))
  )
}

// 示范园工业总产值达到20亿元，财税贡献不低于3000万元: the second is of the same park.
function subjectOf(
  { subject }: FigureInClause,
  previous: TargetDraft | undefined,
): { readonly subject?: Subject } {
  const about = previous?.scope?.kind === 'park' ? previous.scope : subject
  return about ? { subject: about } : {}
}

function leadingLength(text: string): number {
  return /^[\s、，,；;：:]*/.exec(text)?.[0].length ?? 0
}

interface YearSaid {
  readonly year: number
  readonly isGuess: boolean
  readonly isSaidHere: boolean
}

function yearOf({ times, quantity, cursor, year, period }: FigureInClause): YearSaid | undefined {
  const said = times.findLast((time) => time.at <= quantity.start)
  if (said?.isPast) return undefined
  if (said) return { year: said.year, isGuess: false, isSaidHere: said.at > cursor }
  if (year !== undefined) return { year, isGuess: false, isSaidHere: false }
  return { year: period.end, isGuess: true, isSaidHere: false }
}

function isPromised(
  figure: FigureInClause,
  wholeBefore: string,
  found: readonly TargetDraft[],
): boolean {
  if (figure.isPromise || figure.times.some((time) => !time.isPast) || found.length > 0) return true
  if (figure.year !== undefined || figure.quantity.op === '>=' || figure.quantity.op === '<=')
    return true
  return modal.test(wholeBefore) || making.test(wholeBefore) || figure.quantity.form === 'level'
}

interface Place {
  readonly figure: FigureInClause
  readonly time: YearSaid
  readonly cited: Span
}

function merged(
  found: readonly TargetDraft[],
  reading: Exclude<Reading, { kind: 'none' }>,
  place: Place,
): readonly TargetDraft[] {
  const previous = found.at(-1)
  switch (reading.kind) {
    case 'change':
      return withChange(found, reading, place)
    case 'continues':
      return previous ? withContinuation(found, previous, place) : found
    case 'named':
      if (previous && continuesName(previous, reading.name, place))
        return withContinuation(found, previous, place)
      return [...found, newTarget(reading, place)]
  }
}

// 2023年实现产值87.5亿元，2025年实现产值150亿元: one target, two years.
function continuesName(previous: TargetDraft, name: string, { figure, time }: Place): boolean {
  return (
    previous.unit === figure.quantity.unit &&
    time.isSaidHere &&
    previous.milestones.every((milestone) => milestone.year !== time.year) &&
    previous.indicator.endsWith(name)
  )
}

function withContinuation(
  found: readonly TargetDraft[],
  previous: TargetDraft,
  place: Place,
): readonly TargetDraft[] {
  const { figure, time, cited } = place
  const last = previous.milestones.at(-1)
  if (!last || previous.unit !== figure.quantity.unit) return found
  const before = found.slice(0, -1)
  const span = { start: previous.span.start, end: cited.end }
  if (time.year === last.year) {
    if (!/力争|争取|冲刺|努力|奋斗/.test(figure.before) || figure.quantity.value === undefined)
      return found
    const stretched = { ...last, stretch: figure.quantity.value }
    return [
      ...before,
      { ...previous, span, milestones: [...previous.milestones.slice(0, -1), stretched] },
    ]
  }
  return [
    ...before,
    { ...previous, span, milestones: [...previous.milestones, milestoneOf(place, last.kind)] },
  ]
}

function withChange(
  found: readonly TargetDraft[],
  reading: Extract<Reading, { kind: 'change' }>,
  place: Place,
): readonly TargetDraft[] {
  const { figure, time, cited } = place
  const value = reading.sign * (figure.quantity.value ?? 0)
  const unit = /百分点/.test(figure.quantity.unit ?? '') ? '百分点' : '%'
  const isGrowth = figure.quantity.unit !== '倍'
  const growth = {
    from: yearAgainst(figure.before) ?? figure.period.start - 1,
    to: time.year,
    value,
    unit,
    text: figure.quantity.text,
    ...(!reading.isAnnual && { cumulative: true }),
  } as const
  if (reading.name !== '') {
    const base = newTarget({ kind: 'named', name: reading.name }, place)
    if (!reading.isAnnual) {
      const change = { ...milestoneOf(place, 'change'), value }
      return [...found, { ...base, milestones: [change] }]
    }
    const { unit: _, ...unitless } = base
    return [...found, { ...unitless, milestones: [], growth: [growth] }]
  }
  const previous = found.at(-1)
  if (!previous || !isGrowth) return found
  const span = { start: previous.span.start, end: cited.end }
  return [...found.slice(0, -1), { ...previous, span, growth: [...previous.growth, growth] }]
}

function newTarget(reading: Extract<Reading, { kind: 'named' }>, place: Place): TargetDraft {
  const { figure, time, cited } = place
  const { quantity, baseline, period } = figure
  const scope = scopeInName(reading.name) ?? scopeOfSection(reading.name, figure.subject)
  const doubts: readonly Doubt[] = [
    ...(time.isGuess ? (['year-guessed'] as const) : []),
    ...(quantity.unitGuessed ? (['unit-guessed'] as const) : []),
    ...(reading.isGuess ? (['indicator-unclear'] as const) : []),
  ]
  return {
    indicator: reading.name,
    ...(quantity.unit !== undefined && { unit: quantity.unit }),
    ...(scope && { scope }),
    ...(baseline?.value.value !== undefined && {
      baseline: {
        year: yearAgainst(baseline.words) ?? period.start - 1,
        value: baseline.value.value,
      },
    }),
    milestones: [milestoneOf(place, kindOf(reading.name))],
    growth: [],
    doubts,
    span: cited,
  }
}

// Under 3.新材料产业 the figures are those of the industry, unless they name something wider.
function scopeOfSection(name: string, subject: Subject | undefined): Subject | undefined {
  return /^(?:全[省市区县州]|规模以上|规上)/.test(name) ? undefined : subject
}

function kindOf(name: string): Milestone['kind'] {
  return /累计|新增|净增|新建|引进|引入|新认定|新培育|引育|招引/.test(name) ? 'cumulative' : 'level'
}

function milestoneOf({ figure, time }: Place, kind: Milestone['kind']): Milestone {
  const { value, high, unit, op, text } = figure.quantity
  return {
    year: time.year,
    kind,
    ...(value !== undefined && { value }),
    ...(high !== undefined && { high }),
    ...(unit !== undefined && { unit }),
    op,
    text: text.trim(),
  }
}
