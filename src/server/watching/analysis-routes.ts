import { growthCauses, prosperityIndex, ratioAnalysis } from '#contract/analysis.ts'
import type { Causes } from '#core/cause/causes.ts'
import { priceAndVolume, type RatioPart, ratioCauses } from '#core/cause/ratio-causes.ts'
import { figureKey, type Subject } from '#core/indicator/figure.ts'
import { dimensions } from '#core/indicator/membership.ts'
import type { Period } from '#core/period/period.ts'
import type { ReadDb } from '#server/db/db.ts'
import { type Endpoint, read } from '#server/http/endpoint.ts'
import { badInput, Failure, notFound } from '#server/http/failure.ts'
import { libraryAt } from '#server/indicator/library/library.ts'
import { figuresOf } from '#server/indicator/figures.ts'
import { subjectNames } from '#server/subject/subject-names.ts'
import { rememberLook } from '#server/indicator/figure-scope.ts'
import { sumSightOf } from '#server/subject/sum-sight.ts'
import { causesOf } from './causes.ts'
import { causesView } from './cause-view.ts'
import { monthlyOnly, openingPeriod, periodsThere } from './measured.ts'
import { prosperityOf } from './prosperity.ts'
import { subjectsWith } from './signal-series.ts'
import { asOfPart } from '#server/indicator/as-of.ts'

export const analysisEndpoints: readonly Endpoint[] = [
  read(growthCauses, async ({ indicator, period, subject, code, by, asOf }, context, transact) => {
    const { db, region } = context
    const definition = (await libraryAt(db)).entries.get(indicator)?.at(-1)?.definition
    if (!definition) throw notFound('Indicator')
    if (definition.overSpace !== 'sum') {
      throw badInput('indicator-not-summed', 'Only sums have members that pull')
    }
    const dimension = dimensions.find((each) => each === subject)
    const found = await causesOf(db, {
      region: region.code,
      indicator,
      period,
      by,
      ...asOfPart(asOf),
      ...(dimension && code !== undefined && { within: { dimension, member: code } }),
    })
    const sees = await sumSightOf(context)
    const whole: Subject =
      dimension && code !== undefined
        ? { kind: dimension, code }
        : { kind: 'region', code: region.code }
    if (
      !sees(
        whole,
        found.pulls.reduce((all, { count }) => all + count, 0),
      )
    ) {
      throw new Failure({ code: 'sum-of-few', title: 'It tells of one or two enterprises' }, 403)
    }
    const nameOf = await subjectNames(db, region.code)
    const view = causesView(found, { whole, by, unit: definition.unit, nameOf, sees })
    await rememberLook(
      transact,
      view.pulls.map(({ subject: seen }) => ({ subject: seen, indicator, period })),
    )
    // A price index is of the region and of what is counted in money; parts of it have prices of their own.
    const isPriced = definition.unit.endsWith('元') && dimension === undefined
    const split = isPriced ? await pricesIn(db, { region: region.code, period, asOf }, found) : {}
    return { ...view, ...split }
  }),

  read(ratioAnalysis, async ({ above, below, period, by, asOf }, context) => {
    const { db, region } = context
    const subjects = await subjectsWith(db, { region: region.code, kind: by, indicators: [above] })
    const figures = await figuresOf(db, {
      region: region.code,
      subjects,
      indicators: [above, below],
      periods: [period],
      ...asOfPart(asOf),
    })
    const at = new Map(figures.map((figure) => [figureKey(figure), figure]))
    const nameOf = await subjectNames(db, region.code)
    const sees = await sumSightOf(context)
    const parts = subjects.flatMap((subject) => {
      const [up, down] = [above, below].map((indicator) =>
        at.get(figureKey({ subject, indicator, period })),
      )
      if (up?.matched == null || up.base === null) return []
      if (down?.matched == null || down.base === null) return []
      const members = Math.min(up.count, down.count)
      return [
        {
          // Members that are not the caller's to see one by one are told as one.
          code: sees(subject, members) ? subject.code : '',
          above: Number(up.matched),
          below: Number(down.matched),
          aboveBefore: Number(up.base),
          belowBefore: Number(down.base),
        },
      ]
    })
    const found = ratioCauses([...Map.groupBy(parts, ({ code }) => code).values()].map(joined))
    return {
      ...(found && { ratio: found.ratio, before: found.before }),
      parts: (found?.parts ?? []).map((part) => ({
        ...part,
        name: part.code === '' ? '其余' : nameOf({ kind: by, code: part.code } satisfies Subject),
      })),
    }
  }),

  read(prosperityIndex, async ({ until, asOf }, { db, region }) => {
    const known: { readonly asOf?: string } = asOfPart(asOf)
    const months = monthlyOnly(await periodsThere(db, region.code))
    const end = until ?? (await openingPeriod(db, region.code, months, known.asOf))
    if (!end) return { points: [] }
    return prosperityOf(db, { region: region.code, until: end, ...known })
  }),
]

function joined(parts: readonly RatioPart[]): RatioPart {
  const sum = (pick: (part: RatioPart) => number): number =>
    parts.reduce((total, part) => total + pick(part), 0)
  return {
    code: parts[0]?.code ?? '',
    above: sum((part) => part.above),
    below: sum((part) => part.below),
    aboveBefore: sum((part) => part.aboveBefore),
    belowBefore: sum((part) => part.belowBefore),
  }
}

const priceIndex = 'producer-price-index'

async function pricesIn(
  db: ReadDb,
  { region, period, asOf }: { region: string; period: Period; asOf: string | undefined },
  { value, base }: Causes,
) {
  const [figure] = await figuresOf(db, {
    region,
    subjects: [{ kind: 'region', code: region }],
    indicators: [priceIndex],
    periods: [period],
    ...asOfPart(asOf),
  })
  const index = figure?.value == null ? undefined : Number(figure.value)
  const split = index === undefined ? undefined : priceAndVolume({ value, base, priceIndex: index })
  if (index === undefined || split === undefined) return {}
  return { priceAndVolume: { priceIndex: index, ...split } }
}
