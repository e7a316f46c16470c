import type { PhraseFacts } from '#core/analysis/phrases.ts'
import { type Figure, figureKey, type Subject } from '#core/indicator/figure.ts'
import type { CompiledLibrary } from '#core/indicator/library.ts'
import { type Period, previousPeriod, samePeriodLastYear, yearOf } from '#core/period/period.ts'
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
  { region, at, asOf, library, names }: FactsQuestion,
): Promise<ReadonlyMap<string, NamedFacts>> {
  const subject: Subject = { kind: 'region', code: region }
  const codes = new Map(
    names.flatMap((name) => {
      const code = library.codes.get(name)
      return code === undefined ? [] : [[name, code] as const]
    }),
  )
  const before = previousPeriod(at)
  const lastYear = samePeriodLastYear(at)
  const figures = await figuresOf(db, {
    region,
    subjects: [subject],
    indicators: [...new Set(codes.values())],
    periods: [at, before, lastYear, samePeriodLastYear(before)],
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
                before: yearOf(before) === yearOf(at) ? figure(before) : undefined,
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

function sentenceFacts({
  now,
  before,
  lastYear,
  into,
}: {
  readonly now: Figure | undefined
  readonly before: Figure | undefined
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
  const single = difference(now?.value, before?.value)
  return {
    ...(value !== undefined && { value }),
    ...own,
    ...(earlier && { before: earlier }),
    ...(ago && { lastYear: ago }),
    ...(single !== undefined && into(single) !== undefined && { single: into(single) ?? single }),
    ...(own && earlier && singlesOf(own, earlier, into)),
  }
}

interface Sample {
  readonly matched: string
  readonly base: string
}

// The month alone on its own sample: members that told their base now and a month ago.
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

/** A district's money is told in 亿元; everything else as the library has it. */
export function shownUnit(unit: string, decimals: number): { unit: string; decimals: number } {
  const isMoney = unit === '元' || unit === '千元' || unit === '万元'
  return isMoney ? { unit: '亿元', decimals: 1 } : { unit, decimals: Math.max(decimals, 1) }
}
