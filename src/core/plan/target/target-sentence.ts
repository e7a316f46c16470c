import type { FigureWords } from './figure-words.ts'
import type { Span } from '../../document/document.ts'
import type { FoundQuantity } from '../../quantity/scan-quantities.ts'
import type { TargetDraft } from './target-draft.ts'
import { describesProject, isExcluded, isFigureOfSpeech } from './target-exclusion.ts'
import { readFigure, type Reading } from './target-figure.ts'
import { merged, type YearSaid } from './target-merge.ts'
import { scopeOf, type Subject } from './target-scope.ts'
import { type PlanPeriod, type SaidTime, timesIn } from './target-time.ts'
import { clausesOf, figuresOf, withoutAsides } from './target-words.ts'

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

const modal =
  /每年|年均|力争|确保|争取|努力|预计|计划|目标|力促|奋力|将|不低于|不少于|不超过|不高于|控制在/
const elsewhere = /^(?:全国|我国|全球|世界|国内|国际|中国)/
const making =
  /建成|建设|新建|新增|打造|形成|培育|引进|引入|引育|招引|认定|创建|争创|实施|完成|组建|集聚|聚集|申报|获批|突破|制定|投放|设立|建立|搭建|推动|推进|实现|开展|带动|支持|新培育|孵化|培养|淘汰|盘活|改造|提升|提高|降低|明确|拥有|布局|发展|落地|落户|签约|开工|投产|入库|净增|确定|选树|遴选|组织|举办|累计|供应|推广|拓展|攻克|研制|开发|梳理|绘制|编制/

/** The targets one sentence states, and the year it leaves behind for the next. */
export function readSentence(sentence: Sentence): {
  readonly targets: readonly TargetDraft[]
  readonly year?: number
} {
  const raw = sentence.text.slice(sentence.span.start, sentence.span.end)
  const masked = withoutAsides(raw)
  const times = timesIn(masked, sentence.period)
  if (describesProject(masked) && !sentence.isPromise) return yearAfter(times, sentence)
  let about = sentence.subject
  let targets: readonly TargetDraft[] = []
  for (const clause of clausesOf(masked)) {
    const figures = figuresOf(raw, masked, clause)
    if (figures.length === 0) about = objectOfWork(raw.slice(clause.start, clause.end)) ?? about
    const subject = about && { subject: about }
    for (const figure of figures)
      targets = withFigure({ ...sentence, ...subject, raw, times, clause, ...figure }, targets)
  }
  return { ...yearAfter(times, sentence), targets }
}

// 做强汽车产业链，到2030年产业链规模突破600亿元: a clause that only says what is worked on.
function objectOfWork(clause: string): Subject | undefined {
  const subject = /^(?:做强|做优|做大|壮大|发展|培育|打造|提升)/.test(clause.trim())
    ? scopeOf(clause)
    : undefined
  return subject?.kind === 'industry' ? subject : undefined
}

function yearAfter(
  times: readonly SaidTime[],
  sentence: Sentence,
): { readonly targets: readonly TargetDraft[]; readonly year?: number } {
  const year = times.findLast((time) => !time.isPast)?.year ?? sentence.year
  return { targets: [], ...(year !== undefined && { year }) }
}

interface Clause extends Sentence {
  readonly raw: string
  readonly times: readonly SaidTime[]
  readonly clause: Span
}

interface FigureInClause extends Clause, FigureWords {}

function withFigure(figure: FigureInClause, found: readonly TargetDraft[]): readonly TargetDraft[] {
  const { quantity, before, after, raw, clause, verb } = figure
  const time = yearOf(figure)
  const wholeBefore = raw.slice(clause.start, quantity.start)
  if (!time || isExcluded(wholeBefore, quantity, after)) return found
  if (isFigureOfSpeech(quantity, figure.isPromise)) return found
  const previous = found.at(-1)
  const reading = readFigure({
    quantity,
    before,
    after,
    ...(verb && { verb }),
    ...subjectOf(figure, previous),
    followsLike: previous !== undefined && previous.unit === quantity.unit,
    isPromise: figure.isPromise || previous !== undefined,
  })
  const evidence = evidenceFor(figure, wholeBefore, found)
  if (reading.kind === 'none' || evidence === 'none' || !isIndicator(reading, quantity))
    return found
  return merged(found, reading, {
    figure,
    time,
    cited: citedSpan(figure),
    isWeak: evidence === 'weak',
  })
}

// From the name to the end of what is counted; never past the clause.
function citedSpan(figure: FigureInClause): Span {
  const { raw, clause, span, quantity, after } = figure
  const start = startOf(figure)
  const end = Math.min(quantity.end + after.trimEnd().length, clause.end)
  return { start: span.start + start + leadingLength(raw.slice(start)), end: span.start + end }
}

const noName = /^(?:增加|提高|提升|减少|累计|数量|共计|目标|水平|规模以上|力争)$/

// A figure without a unit is one only of what is counted in points: 指数, 系数, 数.
function isIndicator(
  reading: Exclude<Reading, { kind: 'none' }>,
  { unit }: FoundQuantity,
): boolean {
  if (reading.kind === 'continues') return true
  if (noName.test(reading.name) || reading.name.startsWith('分别') || elsewhere.test(reading.name))
    return false
  if (unit !== undefined) return true
  return reading.kind === 'named' && /(?:指数|系数|得分|水平|数|量|比|容积率)$/.test(reading.name)
}

// 示范园工业总产值达到20亿元，财税贡献不低于3000万元: the second is of the same park.
function subjectOf(
  { subject }: FigureInClause,
  previous: TargetDraft | undefined,
): { readonly subject?: Subject } {
  const about = previous?.scope?.kind === 'park' ? previous.scope : subject
  return about ? { subject: about } : {}
}

// Names shared out to figures (分别) stand before the list; all others right before their figure.
function startOf({ raw, before, quantity, baseline, clause }: FigureInClause): number {
  const words = baseline?.words ?? before
  const at = raw.lastIndexOf(words, (baseline?.quantity ?? quantity).start)
  return words !== '' && at >= clause.start ? at : clause.start
}

function leadingLength(text: string): number {
  return /^[\s、，,；;：:]*/.exec(text)?.[0].length ?? 0
}

function yearOf(figure: FigureInClause): YearSaid | undefined {
  if (figure.sharedYear !== undefined) {
    return { year: figure.sharedYear, isGuess: false, isSaidHere: true }
  }
  const { times, quantity, year, period, raw, clause } = figure
  const said = times.findLast(
    (time) => time.at <= quantity.start && !isOfPart(raw, time.at, quantity.start),
  )
  if (said?.isPast) return undefined
  if (/每年|年均/.test(figure.before) && !(said && said.at > clause.start)) {
    return { year: period.end, isGuess: false, isSaidHere: false }
  }
  if (said) return { year: said.year, isGuess: false, isSaidHere: said.at > startOf(figure) }
  if (year !== undefined) return { year, isGuess: false, isSaidHere: false }
  // Sections of goals speak of the end of the plan without saying so.
  return { year: period.end, isGuess: !figure.isPromise, isSaidHere: false }
}

// 五年累计下降14%，其中2027年前下降6%；用水量降至12立方米: the year of a part is not that of what follows.
function isOfPart(raw: string, at: number, figureAt: number): boolean {
  const clause =
    raw
      .slice(Math.max(0, at - 40), at)
      .split(/[，；。（]/)
      .at(-1) ?? ''
  return clause.startsWith('其中') && raw.slice(at, figureAt).includes('；')
}

type Evidence = 'said' | 'weak' | 'none'

// Outside sections of goals, something must say that the figure lies ahead: a year, a modal word, a
// verb of making, a bound. 达到 alone is weak: it may tell of the present.
function evidenceFor(
  figure: FigureInClause,
  wholeBefore: string,
  found: readonly TargetDraft[],
): Evidence {
  const { isPromise, times, year, quantity } = figure
  if (isPromise || year !== undefined || times.some((time) => !time.isPast)) return 'said'
  if (found.length > 0 || quantity.op === '<=' || quantity.form === 'level') return 'said'
  if (modal.test(wholeBefore) || making.test(wholeBefore)) return 'said'
  return quantity.op === '>=' || /^(?:达|突破|超)/.test(quantity.text) ? 'weak' : 'none'
}
