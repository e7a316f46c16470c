import type { prosperityIndex } from '#contract/analysis.ts'
import type { Answer } from '#contract/route.ts'
import { type Period, periodsBetween, yearOf } from '#core/period/period.ts'
import { cutsFromPast, diffusionIndex, heatOf, prosperity } from '#core/prosperity/prosperity.ts'
import { growthOf } from '#core/warning/signals.ts'
import type { ReadDb } from '#server/db/db.ts'
import { answerOnce, figureState } from '#server/indicator/kept-answers.ts'
import { libraryAt } from '#server/indicator/library/library.ts'
import { signalSeries } from './signal-series.ts'

/** What the composite is made of; only what the region has figures of counts. */
const parts = [
  'industrial-output',
  'operating-revenue',
  'total-profit',
  'electricity-use',
  'export-delivery-value',
] as const

/** Growth this small is standing still: one per cent. */
const standing = 0.01
const monthsShown = 24

interface ProsperityQuestion {
  readonly region: string
  readonly until: Period
  readonly asOf?: string
}

/**
 * Diffusion of output over enterprises and the composite of the region, month by month. Cuts of heat
 * come from the months before the first one shown, so that no month is judged by itself.
 */
export async function prosperityOf(
  db: ReadDb,
  asked: ProsperityQuestion,
): Promise<Answer<typeof prosperityIndex>> {
  const { region, until, asOf } = asked
  const state = await figureState(db, region, asOf)
  if (!state) return computed(db, asked)
  const question = JSON.stringify(['prosperity', until, state.asOf])
  const figures = monthsShown * parts.length
  return answerOnce({ region, state, question, figures }, () => computed(db, asked))
}

async function computed(
  db: ReadDb,
  asked: ProsperityQuestion,
): Promise<Answer<typeof prosperityIndex>> {
  const { until, asOf } = asked
  const whole = await signalSeries(db, { ...asked, kind: 'region', indicators: parts })
  const single = await signalSeries(db, {
    ...asked,
    kind: 'enterprise',
    indicators: ['industrial-output'],
  })
  const library = await libraryAt(db, asOf)
  const growth = new Map(
    parts.flatMap((code) => {
      const series = whole[0]?.series.get(code)
      return series ? [[code, growthOf(series)] as const] : []
    }),
  )
  const each = single.map(({ series }) => {
    const output = series.get('industrial-output')
    return output ? growthOf(output) : []
  })
  const periods = periodsBetween(`${yearOf(until) - 3}-M1-2` as Period, until)
  const from = Math.max(0, periods.length - monthsShown)
  const cuts = new Map(
    [...growth].map(([code, all]) => [
      code,
      cutsFromPast(all.slice(0, from).filter((one) => one !== undefined)) ??
        cutsFromPast(all.filter((one) => one !== undefined)),
    ]),
  )
  return {
    points: periods.slice(from).map((period, i) => {
      const at = from + i
      const heats = [...growth].flatMap(([code, all]) => {
        const one = all[at]
        const bounds = cuts.get(code)
        if (one === undefined || !bounds) return []
        const name = library.entries.get(code)?.at(-1)?.definition.name ?? code
        return [{ indicator: code, code, name, growth: one, heat: heatOf(one, bounds) }]
      })
      const known = each.map((all) => all[at])
      const diffusion = diffusionIndex(known, standing)
      const composite = prosperity(heats)
      return {
        period,
        counted: known.filter((one) => one !== undefined).length,
        ...(diffusion !== undefined && { diffusion }),
        ...(composite && { index: composite.index, heat: composite.heat }),
        parts: heats.map(({ indicator, name, growth: rate, heat }) => ({
          indicator,
          name,
          growth: rate,
          heat,
        })),
      }
    }),
  }
}
