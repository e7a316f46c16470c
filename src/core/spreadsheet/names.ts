import { indicatorKey } from '../audit/indicator.ts'
import type { IndicatorDefinition } from '../indicator/definition.ts'
import { type Subject, subjectKey, type SubjectKind } from '../indicator/figure.ts'
import { type Bigrams, bigramsOf, likeness } from '../plan/comparison/likeness.ts'

/** What of an indicator a sheet is read by. */
export type KnownIndicator = Pick<
  IndicatorDefinition,
  'code' | 'name' | 'aliases' | 'unit' | 'kind' | 'frequency' | 'formula'
>

/** Whatever figures can be about, with the names and codes it goes by. */
export interface KnownSubject {
  readonly subject: Subject
  readonly name: string
  readonly otherNames: readonly string[]
  /** Credit codes and the like. */
  readonly codes: readonly string[]
}

export interface Vocabulary {
  readonly indicators: readonly KnownIndicator[]
  readonly subjects: readonly KnownSubject[]
  /** The region that figures without another subject are about. */
  readonly region: KnownSubject
}

export const matchReasons = [
  'code',
  'same-name',
  'other-name',
  'same-spelling',
  'above-scale',
  'short-name',
  'alike',
] as const
/** What tells that a wording means something, the strongest first. */
export type MatchReason = (typeof matchReasons)[number]

export interface NameMatch<Value> {
  readonly value: Value
  readonly reason: MatchReason
  /** 1 is beyond doubt. Below `sureFrom` a person decides. */
  readonly confidence: number
  /** What it is called where it is known. */
  readonly name: string
}

/** From here on a match is proposed as it is; below, it is only offered. */
export const sureFrom = 0.85

interface Entry<Value> {
  readonly value: Value
  readonly name: string
  readonly bigrams: Bigrams
}

interface Index<Value> {
  readonly byKey: ReadonlyMap<string, readonly (NameMatch<Value> & { readonly rank: number })[]>
  readonly entries: readonly Entry<Value>[]
  /** Places in `entries` by the pairs of characters of their names. */
  readonly byPair: ReadonlyMap<string, readonly number[]>
}

export interface NameIndex {
  readonly indicators: Index<KnownIndicator>
  readonly subjects: Index<KnownSubject>
  readonly vocabulary: Vocabulary
}

const confidences: Readonly<Record<MatchReason, number>> = {
  code: 1,
  'same-name': 1,
  'other-name': 0.97,
  'same-spelling': 0.9,
  // 规上工业总产值 is what 工业总产值 of the forms adds up to.
  'above-scale': 0.87,
  'short-name': 0.88,
  alike: 0.7,
}

/** Makes names quick to find; made once for a sheet. */
export function nameIndex(vocabulary: Vocabulary): NameIndex {
  const { indicators, subjects, region } = vocabulary
  const all = [
    region,
    ...subjects.filter((one) => subjectKey(one.subject) !== subjectKey(region.subject)),
  ]
  return {
    vocabulary,
    indicators: indexOf(indicators, ({ code, name, aliases }) => [
      [code, 'code'],
      [plain(name), 'same-name'],
      ...aliases.map((alias): Key => [plain(alias), 'other-name']),
      ...[name, ...aliases].map((one): Key => [indicatorSpelling(one), 'same-spelling']),
    ]),
    subjects: indexOf(all, ({ subject, name, otherNames, codes }) => [
      ...[subject.code, ...codes].map((code): Key => [code.toLowerCase(), 'code']),
      [plain(name), 'same-name'],
      ...otherNames.map((other): Key => [plain(other), 'other-name']),
      ...[name, ...otherNames].map((one): Key => [spelling(one), 'same-spelling']),
      ...[name, ...otherNames].map((one): Key => [
        shortName(one, subject.kind, region.name),
        'short-name',
      ]),
    ]),
  }
}

type Key = readonly [key: string, reason: MatchReason]

function indexOf<Value extends { readonly name: string }>(
  values: readonly Value[],
  keysOf: (value: Value) => readonly Key[],
): Index<Value> {
  const byKey = new Map<string, (NameMatch<Value> & { rank: number })[]>()
  for (const value of values) {
    for (const [key, reason] of keysOf(value)) {
      if (key.length < 2) continue
      const found = byKey.get(key) ?? []
      if (found.some((one) => one.value === value)) continue
      const match = { value, reason, confidence: confidences[reason], name: value.name }
      byKey.set(key, [...found, { ...match, rank: matchReasons.indexOf(reason) }])
    }
  }
  const entries = values.map((value) => ({
    value,
    name: value.name,
    bigrams: bigramsOf(spelling(value.name)),
  }))
  const byPair = new Map<string, number[]>()
  for (const [place, { bigrams }] of entries.entries()) {
    for (const pair of bigrams.keys()) {
      const places = byPair.get(pair)
      if (places) places.push(place)
      else byPair.set(pair, [place])
    }
  }
  return { byKey, entries, byPair }
}

/** The indicator a wording means; undefined where nothing comes near. */
export function matchIndicator(
  index: NameIndex,
  text: string,
): NameMatch<KnownIndicator> | undefined {
  const keys: readonly string[] = [plain(text), indicatorSpelling(text)]
  return (
    byKeys(index.indicators, keys) ??
    aboveScale(index, plain(text)) ??
    alike(index.indicators, text, 0.72)
  )
}

function aboveScale(index: NameIndex, name: string): NameMatch<KnownIndicator> | undefined {
  const bare = name.replace(/^(?:规模以上|规上|规模)(?=.{3})/, '')
  const match =
    bare === name ? undefined : byKeys(index.indicators, [bare, indicatorSpelling(bare)])
  return (
    match && {
      ...match,
      reason: 'above-scale',
      confidence: Math.min(match.confidence, confidences['above-scale']),
    }
  )
}

/** The subject a wording or a code means. `kinds` narrows where a head says what its column holds. */
export function matchSubject(
  index: NameIndex,
  text: string,
  kinds?: readonly SubjectKind[],
): NameMatch<KnownSubject> | undefined {
  const { region } = index.vocabulary
  const keys = [
    plain(text).toLowerCase(),
    spelling(text),
    shortName(text, 'enterprise', region.name),
    shortName(text, 'park', region.name),
  ]
  if (/^全(?:区|县|市|省|州|旗|域|辖区)(?:合计|总计)?$/.test(plain(text))) {
    return { value: region, reason: 'other-name', confidence: 0.97, name: region.name }
  }
  const isAsked = ({ subject }: KnownSubject) => kinds === undefined || kinds.includes(subject.kind)
  return byKeys(index.subjects, keys, isAsked) ?? alike(index.subjects, text, 0.75, isAsked)
}

/** The subject that has a code and nothing less, such as a unified social credit code. */
export function subjectOfCode(index: NameIndex, code: string): NameMatch<KnownSubject> | undefined {
  const found = index.subjects.byKey.get(plain(code).toLowerCase()) ?? []
  return found.find(({ reason }) => reason === 'code')
}

/** Indicators a longer wording contains by name: 各园区规模以上工业总产值完成情况. The longest wins. */
export function indicatorWithin(
  index: NameIndex,
  text: string,
): NameMatch<KnownIndicator> | undefined {
  const key = indicatorSpelling(text)
  let best: { readonly length: number; readonly match: NameMatch<KnownIndicator> } | undefined
  for (const [name, [match]] of index.indicators.byKey) {
    if (match === undefined || name.length < 3 || name.length <= (best?.length ?? 0)) continue
    if (key.includes(name)) best = { length: name.length, match }
  }
  return best && { ...best.match, confidence: Math.min(best.match.confidence, 0.8) }
}

function byKeys<Value>(
  { byKey }: Index<Value>,
  keys: readonly string[],
  isAsked: (value: Value) => boolean = () => true,
): NameMatch<Value> | undefined {
  const found = keys.flatMap((key) => byKey.get(key) ?? []).filter(({ value }) => isAsked(value))
  const [best] = found.toSorted((a, b) => a.rank - b.rank)
  if (!best) return undefined
  const rivals = found.filter((one) => one.rank === best.rank && one.value !== best.value)
  const { rank: _, ...match } = best
  // Two that answer to the same wording: neither is sure.
  return rivals.length > 0 ? { ...match, confidence: Math.min(match.confidence, 0.6) } : match
}

/** What is most like a wording, among those that share its rarer pairs of characters. */
function alike<Value>(
  { entries, byPair }: Index<Value>,
  text: string,
  least: number,
  isAsked: (value: Value) => boolean = () => true,
): NameMatch<Value> | undefined {
  const bigrams = bigramsOf(spelling(text))
  let best: { readonly score: number; readonly entry: Entry<Value> } | undefined
  for (const place of neighbours(byPair, bigrams)) {
    const entry = entries[place]
    if (!entry || !isAsked(entry.value)) continue
    const score = likeness(bigrams, entry.bigrams)
    if (score >= least && score > (best?.score ?? 0)) best = { score, entry }
  }
  if (!best) return undefined
  const { value, name } = best.entry
  return { value, name, reason: 'alike', confidence: confidences.alike * best.score }
}

// 有限公司 is in every name of an enterprise and tells nothing; looking through all of them takes seconds.
const commonest = 60

function neighbours(
  byPair: ReadonlyMap<string, readonly number[]>,
  bigrams: Bigrams,
): ReadonlySet<number> {
  const found = new Set<number>()
  for (const pair of bigrams.keys()) {
    const places = byPair.get(pair) ?? []
    if (places.length <= commonest) for (const place of places) found.add(place)
  }
  return found
}

function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\u200b\ufeff“”"'‘’《》]/g, '')
}

function spelling(text: string): string {
  return plain(text)
    .toLowerCase()
    .replaceAll(/[()·、,，.\-_/]/g, '')
}

function indicatorSpelling(text: string): string {
  return indicatorKey(plain(text).replaceAll('(', '（').replaceAll(')', '）'))
}

// 某区某某机械制造有限公司 is 某某机械制造 in a list of that region's enterprises.
function shortName(text: string, kind: SubjectKind, region: string): string {
  const short = spelling(text)
  const own = region.replace(/(?:新区|开发区|自治县|[区县市省州旗])$/, '')
  const without =
    own.length >= 2
      ? short.replace(new RegExp(`^(?:[^省市]{2,3}[省市])?${own}[区县市省州旗]?`), '')
      : short
  const core = without.length >= 2 ? without : short
  return kind === 'enterprise'
    ? core.replace(/(?:股份|集团)?(?:有限责任公司|有限公司|公司|集团|厂)$/, '')
    : core.replace(/(?:管理委员会|管委会|街道办事处|办事处|人民政府|街道|镇|乡)$/, '')
}
