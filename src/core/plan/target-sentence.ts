import type { Span } from '../document/document.ts'
import { type FoundQuantity, scanQuantities } from '../quantity/scan-quantities.ts'
import { carriedVerb, endsInMeasure, isBareMeasure, withoutMeasure } from './indicator-name.ts'
import type { Doubt, Milestone } from './plan.ts'
import type { TargetDraft } from './target-draft.ts'
import { isCounter, isExcluded, isFigureOfSpeech, isMoney } from './target-exclusion.ts'
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
  /建成|建设|新建|新增|打造|形成|培育|引进|引入|引育|招引|认定|创建|争创|实施|完成|组建|集聚|聚集|申报|获批|突破|制定|投放|设立|建立|搭建|推动|推进|实现|开展|带动|支持|新培育|孵化|培养|淘汰|盘活|改造|提升|提高|降低|明确|拥有|布局|发展|落地|落户|签约|开工|投产|入库|净增|确定|选树|遴选|组织|举办/

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
  let baseline: Baseline | undefined
  for (let index = 0; index < quantities.length; index += 1) {
    const [quantity, next, afterNext] = quantities.slice(index, index + 3)
    if (!quantity) break
    const words = raw.slice(cursor, quantity.start)
    const following = raw.slice(quantity.end, next?.start ?? span.end)
    if (next && startsRange(words, following)) {
      baseline = { quantity, words }
      continue
    }
    const rest = next && masked.slice(next.end, afterNext?.start ?? span.end)
    if (next && rest !== undefined && isPartOfName(following, next, rest)) continue
    const shares = sharesOf(raw, quantities.slice(index), words, span.end)
    if (shares) {
      for (const share of shares) targets = withFigure({ ...clause, ...share, cursor }, targets)
      cursor = shares.at(-1)?.quantity.end ?? cursor
      index += new Set(shares.map((share) => share.quantity)).size - 1
      continue
    }
    const isSized = next !== undefined && isSizeOfObject(quantity, following, next, rest ?? '')
    const tail = isSized ? raw.slice(quantity.end, afterNext?.start ?? span.end) : following
    const after = isSized
      ? afterNext
        ? objectOf(tail)
        : tail.replace(/[、和及与].*$/, '')
      : next
        ? objectOf(tail)
        : tail
    const before = baseline ? baseline.words.replace(/(?:由|从)[^由从]*$/, '') : words
    verb = carriedVerb(before.replace(/\s+/g, '')) ?? verb
    const figure = { ...clause, quantity, before, after, cursor }
    targets = withFigure(
      { ...figure, ...(verb && { verb }), ...(baseline && { baseline }) },
      targets,
    )
    cursor = quantity.end + after.length
    baseline = undefined
    if (isSized) index += 1
  }
  return targets
}

interface Baseline {
  readonly quantity: FoundQuantity
  readonly words: string
}

// 2个千亿级产业集群, 4个收入超千亿元的产业: the second figure says how big the things counted are.
function isSizeOfObject(
  quantity: FoundQuantity,
  following: string,
  next: FoundQuantity,
  rest: string,
): boolean {
  if (!isCounter(quantity.unit) || /[、，]/.test(following)) return false
  if (next.form === 'level') return following.trim() === '' && /^\s*\p{Script=Han}/u.test(rest)
  return isMoney(next.unit) && /^\s*(?:以上|级)?的/.test(rest)
}

// 高新技术企业、科技型企业分别达到500家、1200家: to each its own figure.
function sharesOf(
  raw: string,
  quantities: readonly FoundQuantity[],
  words: string,
  end: number,
):
  | readonly { readonly quantity: FoundQuantity; readonly before: string; readonly after: string }[]
  | undefined {
  const split =
    /^(?<names>.+?)(?<tail>(?:(?:较|比)(?:20\d\d|“?十[一二三四五六]五”?)年?(?:底|末)?)?(?:年均|累计)?分别.*)$/s.exec(
      words,
    )?.groups
  if (!split) return undefined
  const joined = quantities.findIndex((quantity, index) => {
    const next = quantities[index + 1]
    return !next || !/^\s*(?:、|和|及|与|以及)\s*$/.test(raw.slice(quantity.end, next.start))
  })
  const figures = quantities.slice(0, joined + 1)
  const last = figures.at(-1)
  if (!last || raw.slice(last.end, end).trim() !== '') return undefined
  const names = namesInList(split['names'] ?? '', figures.length)
  const tail = (split['tail'] ?? '').replace('分别', '')
  return names?.flatMap((name, index) => {
    const quantity = figures[figures.length === 1 ? 0 : index]
    return quantity ? [{ quantity, before: `${name}${tail}`, after: '' }] : []
  })
}

function namesInList(list: string, count: number): readonly string[] | undefined {
  const text = list.replace(/^[、，]/, '')
  for (const separator of [/、/, /、|和(?!\p{Script=Han}{0,3}试验)|以及|及(?!以)|与/u]) {
    const names = text.split(separator).filter((name) => name !== '')
    if (names.length >= 2 && (count === 1 || names.length === count)) return withSharedHead(names)
  }
  return undefined
}

// 国家级、省级专精特新企业: the last name holds what all are of; 单位增加值能耗、水耗: the first does.
function withSharedHead(names: readonly string[]): readonly string[] {
  const [first = ''] = names
  const last = names.at(-1) ?? ''
  const graded = /^[^级]{1,4}级(.+)$/.exec(last)?.[1] ?? ''
  const measure =
    /(?:产业集群|产业链|产业|集群)(?:规模|总产值|产值|营业收入|增加值)?$/.exec(last)?.[0] ?? ''
  return names.map((name) => {
    if (name.endsWith('级')) return `${name}${graded}`
    if (name !== first && isBareMeasure(name)) return `${withoutMeasure(first)}${name}`
    return endsInMeasure(name) || /(?:产业|集群|企业|链)$/.test(name) ? name : `${name}${measure}`
  })
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
  readonly baseline?: Baseline
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
  if (
    reading.kind === 'named' &&
    /^(?:累计|总数|总量|数量|共计|目标|水平|规模以上|力争)$/.test(reading.name)
  )
    return found
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

function yearOf({
  times,
  quantity,
  cursor,
  year,
  period,
  raw,
  clause,
}: FigureInClause): YearSaid | undefined {
  const said = times.findLast((time) => time.at <= quantity.start)
  if (said?.isPast) return undefined
  if (
    /每年|年均/.test(raw.slice(clause.start, quantity.start)) &&
    !(said && said.at > clause.start)
  ) {
    return { year: period.end, isGuess: false, isSaidHere: false }
  }
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
  if (/^(?:达|突破|超)/.test(figure.quantity.text)) return true
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
      return [...found, newTarget({ ...reading, name: wholeName(reading.name, previous) }, place)]
  }
}

// 创新平台30个，其中国家级3个: the grade alone leaves the thing to the target before it.
function wholeName(name: string, previous: TargetDraft | undefined): string {
  if (!previous || !/^(?:国家|省|市|区|县|省部|世界)级(?:及?以上)?$/.test(name)) return name
  return `${name}${previous.indicator.replace(/^(?:累计|新增|新建|建成|每年|实施)*(?:[国省市区县]家?级(?:及?以上)?)?/, '')}`
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
    ...(baseline?.quantity.value !== undefined && {
      baseline: {
        year: yearAgainst(baseline.words) ?? period.start - 1,
        value: baseline.quantity.value,
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
  if (subject?.kind === 'park') return /^全[省市区县州]/.test(name) ? undefined : subject
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
