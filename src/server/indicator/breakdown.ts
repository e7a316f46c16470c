import type { breakdown } from '#contract/figure.ts'
import type { Answer, Parsed } from '#contract/route.ts'
import { type Figure, type Subject, subjectKey } from '#core/indicator/figure.ts'
import { entryAt } from '#core/indicator/library.ts'
import type { ReadContext } from '#server/http/context.ts'
import { asOfPart } from './as-of.ts'
import { lookerOf, shownTo } from './figure-scope.ts'
import { figureView, growthOf } from './figure-view.ts'
import { figuresOf } from './figures.ts'
import { libraryAt } from './library/library.ts'
import { subjectsWithSeries } from './moment-store.ts'

/**
 * One indicator by the members of a dimension, the largest first. Contributions are of sums alone: those
 * of parks add up to the growth of all enterprises in parks, and rates have none.
 */
export async function breakdownOf(
  context: ReadContext,
  { indicator, period, dimension, asOf }: Parsed<typeof breakdown>,
): Promise<Answer<typeof breakdown>> {
  const { db, region } = context
  const question = { region: region.code, indicators: [indicator], periods: [period] }
  const whole: Subject = { kind: 'region', code: region.code }
  const members = (await subjectsWithSeries(db, region.code, dimension)).map(({ code }) => ({
    kind: dimension,
    code,
  }))
  const subjects = [whole, ...members]
  const figures = await figuresOf(db, { ...question, subjects, ...asOfPart(asOf) })
  const library = await libraryAt(db, asOfPart(asOf).asOf)
  const [total, ...parts] = await shownTo(db, lookerOf(context), figures)
  if (!total) throw new Error('A total was asked for')
  const isSum = entryAt(library, indicator, period)?.definition.overSpace === 'sum'
  return {
    total: figureView(library, total),
    members: parts
      .filter((figure) => figure.value !== null || figure.gap === 'suppressed')
      .toSorted(bySize)
      .map((figure) => ({
        figure: figureView(library, figure),
        ...(isSum && contributionOf(figure, total)),
      })),
  }
}

/** 占比, 拉动 (ratio points of the total's growth) and 贡献率 of a part on the same sample. */
function contributionOf(part: Figure, total: Figure) {
  const share = ratio(part.value, total.value)
  const change = changeOf(part)
  const wholeChange = changeOf(total)
  const points =
    change !== undefined && growthOf(total) !== undefined ? change / Number(total.base) : undefined
  const contribution =
    change !== undefined && wholeChange !== undefined && wholeChange !== 0
      ? change / wholeChange
      : undefined
  return {
    ...(share !== undefined && { share }),
    ...(points !== undefined && { points }),
    ...(contribution !== undefined && { contribution }),
  }
}

function ratio(part: string | null, whole: string | null): number | undefined {
  if (part === null || whole === null || Number(whole) === 0) return undefined
  return Number(part) / Number(whole)
}

function changeOf({ matched, base }: Figure): number | undefined {
  return matched === null || base === null ? undefined : Number(matched) - Number(base)
}

function bySize(a: Figure, b: Figure): number {
  const size = ({ value }: Figure): number => (value === null ? -Infinity : Number(value))
  return size(b) - size(a) || subjectKey(a.subject).localeCompare(subjectKey(b.subject))
}
