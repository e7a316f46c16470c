import type { Span } from '../../document/document.ts'
import { endsInMeasure, isBareMeasure, measureIn } from './indicator-name.ts'
import type { Doubt, Milestone } from '../plan.ts'
import type { TargetDraft } from './target-draft.ts'
import { isCounter, isMoney } from './target-exclusion.ts'
import { nameOfSubject, type Reading } from './target-figure.ts'
import { scopeInName, type Subject } from './target-scope.ts'
import { type PlanPeriod, yearAgainst } from './target-time.ts'
import type { FigureWords } from './figure-words.ts'

/** The year a figure is for. */
export interface YearSaid {
  readonly year: number
  /** True where nothing names a year, so that the end of the plan is taken. */
  readonly isGuess: boolean
  /** True where the year stands between this figure and the one before it. */
  readonly isSaidHere: boolean
}

/** A figure in its sentence, the year it is for, and what is cited for it. */
export interface Place {
  readonly figure: FigureWords & { readonly period: PlanPeriod; readonly subject?: Subject }
  readonly time: YearSaid
  readonly cited: Span
  /** True where hardly anything says that the figure lies ahead. */
  readonly isWeak?: boolean
}

/** Adds what a figure says to the targets found so far: a new one, a further year, growth. */
export function merged(
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
    case 'named': {
      if (
        previous &&
        (isTotalOf(previous, reading.name) || continuesName(previous, reading.name, place))
      ) {
        return withContinuation(found, previous, place)
      }
      const isPart = isPartOfTotal(place.figure, previous)
      const { unit } = place.figure.quantity
      const name = wholeName(reading.name, previous, { isShare: isPart && isMoney(unit), unit })
      return [...found, { ...newTarget({ ...reading, name }, place), ...(isPart && { isPart }) }]
    }
  }
}

// 其中机床160亿元、机器人140亿元: the parts go on as long as the list does.
function isPartOfTotal(
  { before, quantity }: FigureWords,
  previous: TargetDraft | undefined,
): boolean {
  if (!previous || previous.unit !== quantity.unit) return false
  return before.includes('其中') || (previous.isPart === true && /^\s*、/.test(before))
}

/**
 * A name that leans on the target before it: 创新平台30个，其中国家级3个; 增加值超过1.3万亿元，占生产总值比重达25%;
 * 产业产值达到420亿元，其中机床160亿元.
 */
function wholeName(
  name: string,
  previous: TargetDraft | undefined,
  { isShare, unit }: { readonly isShare: boolean; readonly unit: string | undefined },
): string {
  if (!previous) return name
  if (name.startsWith('占')) return `${previous.indicator}${name}`
  const share = /占.+(?:比重|比例|份额|占比)$/.exec(previous.indicator)?.[0]
  if (/.占$/.test(name) && share) {
    const measure = measureIn(previous.indicator.slice(0, -share.length)) ?? ''
    return `${name.slice(0, -1)}${measure}${share}`
  }
  if (/^(?:累计|新增|新建|建成)*(?:国家|省|市|区|县|省部|世界)级(?:及?以上)?$/.test(name)) {
    const grade = /^(?:累计|新增|新建|建成|每年|实施)*(?:[国省市区县]家?级(?:及?以上)?)?/
    return `${name}${previous.indicator.replace(grade, '')}`
  }
  if (/^(?:每年|年均)\p{Script=Han}{2}$/u.test(name) && !endsInMeasure(name) && isCounter(unit)) {
    return `${name}${previous.indicator.replace(/^(?:累计|新增|新建|建成|实施|完成|推进)+/, '')}`
  }
  const total = /^(?:累计|新增)?(总数|总量)$/.exec(name)?.[1]
  if (total) return `${previous.indicator.replace(/^(?:累计|新增|净增)+/, '')}${total}`
  const measure = measureIn(previous.indicator)
  return isShare && measure && !endsInMeasure(name) ? `${name}${measure}` : name
}

// 营业收入年均增长9%、总量突破4000亿元: the level of what grows.
function isTotalOf({ milestones }: TargetDraft, name: string): boolean {
  return milestones.length === 0 && /^(?:总量|总数|总额|总规模|规模|绝对量)$/.test(name)
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
  const before = found.slice(0, -1)
  const span = { start: previous.span.start, end: cited.end }
  if (previous.milestones.length === 0 || isLevelAfterChange(previous, place)) {
    const { unit } = figure.quantity
    const { asGrowth, ...others } = previous
    const growth = asGrowth ? [...previous.growth, asGrowth] : previous.growth
    const reached = { ...others, span, growth, milestones: [milestoneOf(place, 'level')] }
    return [...before, { ...reached, ...(unit !== undefined && { unit }) }]
  }
  if (!last || previous.unit !== figure.quantity.unit) return found
  const rise = /^(.{2,})(?:增加|净增|新增)$/.exec(previous.indicator)?.[1]
  if (rise && time.year === last.year) {
    return [...found, newTarget({ kind: 'named', name: rise }, place)]
  }
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

// 占比提高5个百分点，达到25%: the change turns into the growth of the level that follows.
function isLevelAfterChange(previous: TargetDraft, { figure, time }: Place): boolean {
  const [only, ...others] = previous.milestones
  const isLevel = /^达|^\s*(?:达到|为)/.test(figure.quantity.text) && figure.quantity.unit === '%'
  return only?.kind === 'change' && others.length === 0 && isLevel && only.year === time.year
}

function withChange(
  found: readonly TargetDraft[],
  reading: Extract<Reading, { kind: 'change' }>,
  place: Place,
): readonly TargetDraft[] {
  const { figure, time, cited } = place
  // The bound stays that of the printed figure: 下降16%以上 is a fall of at least 16.
  const printed = reading.sign * (figure.quantity.value ?? 0)
  const isDoubling = figure.quantity.form === 'multiple' && figure.quantity.inWords
  // 翻一番 as growth is 100 %.
  const value = isDoubling ? (printed - 1) * 100 : printed
  const unit = /百分点/.test(figure.quantity.unit ?? '') ? '百分点' : '%'
  const isGrowth = figure.quantity.unit !== '倍' || isDoubling
  const growth = {
    from: yearAgainst(figure.before) ?? figure.period.start - 1,
    to: time.year,
    value,
    unit,
    text: figure.quantity.text,
    ...(!reading.isAnnual && { cumulative: true }),
  } as const
  if (reading.name !== '') {
    const name = nameOfSubject(reading.name, figure.subject)
    const base = newTarget({ kind: 'named', name }, place)
    if (!reading.isAnnual && !isDoubling) {
      const change = { ...milestoneOf(place, 'change'), value }
      return [...found, { ...base, milestones: [change], asGrowth: growth }]
    }
    const { unit: _, ...unitless } = base
    return [...found, { ...unitless, milestones: [], growth: [growth] }]
  }
  const previous = found.at(-1)
  if (!previous || !isGrowth) return found
  const last = previous.milestones.at(-1)
  if (last?.kind === 'change' && last.year !== time.year && !reading.isAnnual) {
    // 到2028年下降8%；到2030年，下降14%
    const next = { ...milestoneOf(place, 'change'), value }
    return [...found.slice(0, -1), { ...previous, milestones: [...previous.milestones, next] }]
  }
  const span = { start: previous.span.start, end: cited.end }
  return [...found.slice(0, -1), { ...previous, span, growth: [...previous.growth, growth] }]
}

function newTarget(reading: Extract<Reading, { kind: 'named' }>, place: Place): TargetDraft {
  const { figure, time, cited } = place
  const { quantity, baseline, period } = figure
  const scope = scopeOfName(reading.name, figure.subject)
  const doubts: readonly Doubt[] = [
    ...(time.isGuess ? (['year-guessed'] as const) : []),
    ...(place.isWeak ? (['maybe-history'] as const) : []),
    ...(isBareMeasure(reading.name) && !scope && !isOfRegion.test(reading.name)
      ? (['scope-unclear'] as const)
      : []),
    ...(quantity.unitGuessed ? (['unit-guessed'] as const) : []),
    ...(reading.isGuess || reading.name.startsWith('占') ? (['indicator-unclear'] as const) : []),
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

// 工业总产值, 工业增加值 without more are those of the whole region.
const isOfRegion = /^工业/

// 生物制造产业规模 under 生物制造 is of what the section is called.
function scopeOfName(name: string, subject: Subject | undefined): Subject | undefined {
  if (subject && name.startsWith(subject.name)) return subject
  return scopeInName(name) ?? scopeOfSection(name, subject)
}

// Under 3.新材料产业 the figures are those of the industry, unless they name something wider.
function scopeOfSection(name: string, subject: Subject | undefined): Subject | undefined {
  return /^全[省市区县州]/.test(name) ? undefined : subject
}

function kindOf(name: string): Milestone['kind'] {
  return /累计|新增|净增|增加$|新建|引进|引入|新认定|新培育|引育|招引/.test(name)
    ? 'cumulative'
    : 'level'
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
