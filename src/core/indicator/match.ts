import { type Unit, unit } from '../quantity/unit.ts'
import { canonicalUnit } from '../quantity/printed-unit.ts'
import type { IndicatorDefinition } from './definition.ts'
import {
  type NamedScope,
  type NameReading,
  likeness,
  type Population,
  bareName,
  isSamePart,
  readName,
  readPart,
  sameConcepts,
} from './match-words.ts'

/** A target as a plan prints it. */
export interface NamedTarget {
  readonly indicator: string
  readonly unit?: string
  readonly scope?: { readonly kind: string; readonly name: string }
}

export type MatchReason =
  /** The name or one of its other names is the same but for spelling and scope. */
  | 'same-name'
  | 'similar-name'
  /** The plan does not say whether industry above designated size is meant; the indicator is of it. */
  | 'population-assumed'
  | 'cut-by-industry'
  | 'cut-by-park'
  /** A cluster counted in money is taken for its output. */
  | 'size-as-output'
  | 'unit-absent'
  /** The plan prints only what is counted: 件 for 件/万人. */
  | 'unit-shortened'
  /** In % the name means how it changes. */
  | 'change-in-percent'

/** An indicator of the library that a target may mean. */
export interface IndicatorMatch {
  readonly code: string
  readonly name: string
  /** 0 to 1. */
  readonly score: number
  readonly scope: NamedScope
  readonly reasons: readonly MatchReason[]
}

const leastScore = 0.5
const mostCandidates = 5
const sureScore = 0.9
const sureDistance = 0.1

/** The definitions taken apart once, for many targets. */
export type MatchIndex = readonly Indexed[]

interface Indexed {
  readonly definition: IndicatorDefinition
  readonly readings: readonly NameReading[]
  readonly population: Population | undefined
  readonly unit: Unit | undefined
}

export function matchIndex(definitions: readonly IndicatorDefinition[]): MatchIndex {
  return definitions.map((definition) => {
    const readings = [definition.name, ...definition.aliases].map(readName)
    return {
      definition,
      readings,
      population: populationOf(definition, readings),
      unit: unit(definition.unit),
    }
  })
}

// The forms of the statistics office are filled in by industry above designated size.
function populationOf(
  { source }: IndicatorDefinition,
  readings: readonly NameReading[],
): Population | undefined {
  const said = readings.find(({ scope }) => scope.population !== undefined)?.scope.population
  return said ?? (source.startsWith('一套表') ? 'above-designated-size' : undefined)
}

/**
 * What a target of a plan may be in the library, best first, with its scope spelled out. A person confirms; nothing is
 * offered whose kind differs (增速 and 总量, 增加值 and 产值, 占比 and level) or whose unit does not fit.
 */
export function matchesOf(target: NamedTarget, index: MatchIndex): readonly IndicatorMatch[] {
  const whole = readName(withoutScope(target))
  const isMoney = unitOf(target)?.dimension['元'] === 1
  const part = readPart(whole, isMoney)
  return index
    .flatMap((indexed) => {
      const matches = [
        matchOf(target, whole, indexed, []),
        ...(part ? [matchOf(target, part, indexed, partReasons(part))] : []),
      ]
      return best(matches.filter((match) => match !== undefined)) ?? []
    })
    .toSorted((a, b) => b.score - a.score || a.code.localeCompare(b.code))
    .slice(0, mostCandidates)
}

/** The match that can be offered as the answer: good, and clearly better than the next. */
export function sureMatch(matches: readonly IndicatorMatch[]): IndicatorMatch | undefined {
  const [first, second] = matches
  if (!first || first.score < sureScore) return undefined
  return second && first.score - second.score < sureDistance ? undefined : first
}

// 装备制造产业的工业总产值 of the scope 装备制造产业: the scope is told beside it already.
function withoutScope({ indicator, scope }: NamedTarget): string {
  const isThere = scope && indicator.startsWith(scope.name) && indicator.length > scope.name.length
  return isThere ? `${scope.name}产业${indicator.slice(scope.name.length)}` : indicator
}

function partReasons(part: NameReading & { readonly isSize?: boolean }): readonly MatchReason[] {
  const cut = part.scope.park === undefined ? 'cut-by-industry' : 'cut-by-park'
  return part.isSize ? [cut, 'size-as-output'] : [cut]
}

const partFactor = 0.95
const sizeFactor = 0.85

function matchOf(
  target: NamedTarget,
  reading: NameReading,
  indexed: Indexed,
  cut: readonly MatchReason[],
): IndicatorMatch | undefined {
  const { definition } = indexed
  if (cut.length > 0 && definition.overSpace === 'none') return undefined
  const population = populationFit(reading.scope.population, indexed.population)
  const units = unitFit(target, indexed)
  if (!population || !units) return undefined
  const alike = Math.max(0, ...indexed.readings.map((each) => nameFit(reading, each, units)))
  const factor = cut.includes('size-as-output') ? sizeFactor : cut.length > 0 ? partFactor : 1
  const score = alike * factor * population.factor * units.factor
  if (score < leastScore) return undefined
  return {
    code: definition.code,
    name: definition.name,
    score: Math.round(score * 1000) / 1000,
    scope: scopeOf(target, reading, population.population),
    reasons: [
      alike === 1 ? 'same-name' : 'similar-name',
      ...cut,
      ...population.reasons,
      ...units.reasons,
    ],
  }
}

function nameFit(target: NameReading, candidate: NameReading, units: UnitFit): number {
  const core = units.asChange === undefined ? target.core : `${target.core}${units.asChange}`
  if (!sameConcepts(core, candidate.core)) return 0
  return likeness(core, candidate.core)
}

interface Fit {
  readonly factor: number
  readonly reasons: readonly MatchReason[]
}

function populationFit(
  said: Population | undefined,
  own: Population | undefined,
): (Fit & { readonly population: Population | undefined }) | undefined {
  if (said !== undefined && own !== undefined && said !== own) return undefined
  const population = said ?? own
  if (said === undefined && own === 'above-designated-size')
    return { factor: 0.97, reasons: ['population-assumed'], population }
  return { factor: said !== own ? 0.99 : 1, reasons: [], population }
}

interface UnitFit extends Fit {
  /** What a name in % means where the indicator is a change of what it names. */
  readonly asChange?: '下降' | '增速'
}

/** Undefined where figures in the target's unit cannot be figures of the indicator. */
function unitFit(target: NamedTarget, { definition, unit: own }: Indexed): UnitFit | undefined {
  if (target.unit === undefined || target.unit === '')
    return { factor: 0.95, reasons: ['unit-absent'] }
  const printed = unitOf(target)
  if (!printed || !own) return undefined
  if (isSharePrinted(printed) !== isSharePrinted(own)) return undefined
  if (isSharePrinted(own)) return changeFit(target, definition)
  if (sameBut(printed, own, ['月'])) return { factor: 1, reasons: [] }
  // 万元增加值能耗 in 吨标准煤, 万人发明专利 in 件: the name says what it is per.
  const isPer = /^(?:单位|万元|亩均|人均|万人|每|规上|规模).*/u.test(target.indicator)
  const above = unit(definition.unit.split('/')[0] ?? '')
  return isPer && above && definition.unit.includes('/') && sameBut(printed, above, [])
    ? { factor: 0.98, reasons: ['unit-shortened'] }
    : undefined
}

// 单位生产总值能耗 in % is its fall, 工业总产值 in % its growth.
function changeFit({ indicator }: NamedTarget, definition: IndicatorDefinition): UnitFit {
  const isRatio = /率|占|比|强度|降|减|增|升|水平|指数|度/u.test(indicator)
  const [own] = [readName(definition.name).core]
  if (isRatio) return { factor: 1, reasons: [] }
  if (/下降/u.test(own)) return { factor: 0.9, reasons: ['change-in-percent'], asChange: '下降' }
  if (/增速/u.test(own)) return { factor: 0.9, reasons: ['change-in-percent'], asChange: '增速' }
  return { factor: 1, reasons: [] }
}

function unitOf({ unit: printed = '' }: NamedTarget): Unit | undefined {
  return unit(canonicalUnit(printed))
}

function isSharePrinted({ counted, dimension }: Unit): boolean {
  return counted === '比' || dimension['百分点'] === 1
}

function sameBut(a: Unit, b: Unit, ignored: readonly string[]): boolean {
  const names = new Set([...Object.keys(a.dimension), ...Object.keys(b.dimension)])
  return [...names].every(
    (name) => ignored.includes(name) || (a.dimension[name] ?? 0) === (b.dimension[name] ?? 0),
  )
}

function scopeOf(
  { scope }: NamedTarget,
  { scope: said }: NameReading,
  population: Population | undefined,
): NamedScope {
  const { industry, park, ...rest } = said
  const own = { ...(industry !== undefined && { industry }), ...(park !== undefined && { park }) }
  return { ...rest, ...(population && { population }), ...(scope ? placed(own, scope) : own) }
}

/** What a figure is of where the plan speaks about `scope`: all of that, unless the name says a part of it. */
function placed(
  own: Pick<NamedScope, 'industry' | 'park'>,
  { kind, name }: NonNullable<NamedTarget['scope']>,
): Pick<NamedScope, 'industry' | 'park' | 'within'> {
  if (kind !== 'industry' && kind !== 'park') return own
  const part = own.industry ?? own.park
  const isAll = part === undefined || bareName(part) === '' || isSamePart(part, name)
  if (isAll) return { [kind]: name }
  return own[kind] === undefined ? { ...own, [kind]: name } : { ...own, within: name }
}

function best(matches: readonly IndicatorMatch[]): IndicatorMatch | undefined {
  return matches.toSorted((a, b) => b.score - a.score)[0]
}

const populationNames = { 'above-designated-size': '规模以上工业', all: '全口径' } as const

/** The match as a person reads it: 规模以上工业 · 智能装备产业 · 工业总产值. */
export function matchInWords({ name, scope }: IndicatorMatch): string {
  const isSaid = /规上|规模以上|全部|全社会/u.test(name)
  const population = isSaid || !scope.population ? undefined : populationNames[scope.population]
  return [population, scope.level, scope.within, scope.park, scope.industry, name]
    .filter((part) => part !== undefined)
    .join(' · ')
}
