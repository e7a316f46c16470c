import type { PhraseFacts } from '#core/analysis/phrases.ts'
import { type Figure, figureKey, type Subject } from '#core/indicator/figure.ts'
import type { CompiledLibrary } from '#core/indicator/library.ts'
import {
  monthPeriod,
  monthsOf,
  type Period,
  periodKind,
  previousPeriod,
  samePeriodLastYear,
  yearOf,
} from '#core/period/period.ts'
import { convertExact } from '#core/quantity/unit.ts'
import type { ReadDb } from '#server/db/db.ts'
import { figuresOf } from '#server/indicator/figures.ts'
import { Decimal } from 'decimal.js'

/** An indicator of a template with all its sentences may say, in the unit a district is told in. */
export interface NamedFacts {
  readonly code: string
  readonly facts: PhraseFacts
}

export interface FactsQuestion {
  readonly region: string
  /** What is told of: a month, a quarter, a year. */
  readonly period: Period
  /** The month at whose end cumulative values stand. */
  readonly at: Period
  readonly asOf?: string
  readonly library: CompiledLibrary
  /** Names as the template writes them. */
  readonly names: readonly string[]
}

/** What sentences can say of indicators of a region, by the name the template uses. */
export async function factsOf(
  db: ReadDb,
  { region, period: edition, at, asOf, library, names }: FactsQuestion,
): Promise<ReadonlyMap<string, NamedFacts>> {
  const subject: Subject = { kind: 'region', code: region }
  const codes = new Map(
    names.flatMap((name) => {
      const code = library.codes.get(name)
      return code === undefined ? [] : [[name, code] as const]
    }),
  )
  const before = cumulativeBefore(edition)
  const lastYear = samePeriodLastYear(at)
  const figures = await figuresOf(db, {
    region,
    subjects: [subject],
    indicators: [...new Set(codes.values())],
    periods: [at, lastYear, ...(before ? [before, samePeriodLastYear(before)] : [])],
    ...(asOf !== undefined && { asOf }),
  })
  const byKey = new Map(figures.map((figure) => [figureKey(figure), figure]))
  return new Map(
    [...codes].flatMap(([name, code]) => {
      const definition = library.entries.get(code)?.at(-1)?.definition
      if (!definition) return []
      const figure = (period: Period): Figure | undefined =>
        byKey.get(figureKey({ subject, indicator: code, period }))
      const shown = shownUnit(definition.unit, definition.decimals)
      return [
        [
          name,
          {
            code,
            facts: {
              unit: shown.unit,
              decimals: shown.decimals,
              isRate: definition.kind === 'rate' || definition.kind === 'index',
              ...sentenceFacts({
                now: figure(at),
                before: before && figure(before),
                beginsYear: before === undefined,
                lastYear: figure(lastYear),
                into: (value) => convertExact(value, definition.unit, shown.unit),
              }),
            },
          },
        ] as const,
      ]
    }),
  )
}

// The month at whose end the period had not begun; none where the year begins with it.
function cumulativeBefore(period: Period): Period | undefined {
  const kind = periodKind(period)
  const { from } = monthsOf(period)
  if (from === 1) return undefined
  return kind === 'month' ? previousPeriod(period) : monthPeriod(yearOf(period), from - 1)
}

function sentenceFacts({
  now,
  before,
  beginsYear,
  lastYear,
  into,
}: {
  readonly now: Figure | undefined
  /** Up to where the period begins; absent where the year begins with it. */
  readonly before: Figure | undefined
  readonly beginsYear: boolean
  readonly lastYear: Figure | undefined
  readonly into: (value: string) => string | undefined
}): Partial<PhraseFacts> {
  const sample = (figure: Figure | undefined) =>
    figure?.matched != null && figure.base !== null
      ? { matched: figure.matched, base: figure.base }
      : undefined
  const own = sample(now)
  const earlier = sample(before)
  const ago = sample(lastYear)
  const value = now?.value == null ? undefined : into(now.value)
  const single = beginsYear ? now?.value : difference(now?.value, before?.value)
  return {
    ...(value !== undefined && { value }),
    ...own,
    ...(earlier && { before: earlier }),
    ...(ago && { lastYear: ago }),
    ...(single != null && into(single) !== undefined && { single: into(single) ?? single }),
    ...(own && beginsYear && singlesOf(own, { matched: '0', base: '0' }, into)),
    ...(own && earlier && singlesOf(own, earlier, into)),
  }
}

interface Sample {
  readonly matched: string
  readonly base: string
}

// The period alone on its own sample: members that told their base now and before it began.
function singlesOf(now: Sample, before: Sample, into: (value: string) => string | undefined) {
  const base = difference(now.base, before.base)
  const value = difference(now.matched, before.matched)
  const told = base === undefined ? undefined : into(base)
  const single = value === undefined ? undefined : into(value)
  return {
    ...(told !== undefined && { singleBase: told }),
    ...(single !== undefined && { single }),
  }
}

function difference(
  now: string | null | undefined,
  before: string | null | undefined,
): string | undefined {
  if (now == null || before == null) return undefined
  return new Decimal(now).minus(before).toFixed()
}

const districtScale: Readonly<Record<string, { unit: string; decimals: number }>> = {
  元: { unit: '亿元', decimals: 1 },
  千元: { unit: '亿元', decimals: 1 },
  万元: { unit: '亿元', decimals: 1 },
  万千瓦时: { unit: '亿千瓦时', decimals: 2 },
}

/** A district's money and power are told in 亿; everything else as the library has it. */
export function shownUnit(unit: string, decimals: number): { unit: string; decimals: number } {
  return districtScale[unit] ?? { unit, decimals: Math.max(decimals, 1) }
}
