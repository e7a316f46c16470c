import type { prosperityIndex } from '#contract/analysis.ts'
import type { Answer } from '#contract/route.ts'
import { type Period, periodsBetween, yearOf } from '#core/period/period.ts'
import { cutsFromPast, diffusionIndex, heatOf, prosperity } from '#core/prosperity/prosperity.ts'
import { growthOf } from '#core/warning/signals.ts'
import type { ReadDb } from '#server/db/db.ts'
import { answerOnce, figureState } from '#server/indicator/kept-answers.ts'
import { libraryAt } from '#server/indicator/library/library.ts'
import { signalSeries } from './signal-series.ts'

const output = 'industrial-output'
// As far as room is made for it: lists of bare numbers, however many enterprises.
const mostGrowths = 500

/** What the composite is made of; only what the region has figures of counts. */
const parts = [
  output,
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
  if (!state) return computed(db, asked, await growthOfEach(db, asked))
  const known = { region, until, ...(state.asOf !== undefined && { asOf: state.asOf }) }
  const ground = { region, state }
  const figures = monthsShown * parts.length
  const question = JSON.stringify(['prosperity', until, state.asOf])
  return answerOnce(db, ground, { question, reads: parts, figures }, async () => {
    // What became known of the other parts leaves what hundreds of enterprises did.
    const each = await answerOnce(
      db,
      ground,
      { question: `growth of each ${question}`, reads: [output], figures: mostGrowths },
      () => growthOfEach(db, known),
    )
    return computed(db, known, each)
  })
}

/** How output grew month by month, enterprise by enterprise. */
async function growthOfEach(db: ReadDb, asked: ProsperityQuestion) {
  const single = await signalSeries(db, { ...asked, kind: 'enterprise', indicators: [output] })
  return single.map(({ series }) => {
    const own = series.get(output)
    return own ? growthOf(own) : []
  })
}

async function computed(
  db: ReadDb,
  asked: ProsperityQuestion,
  each: Awaited<ReturnType<typeof growthOfEach>>,
): Promise<Answer<typeof prosperityIndex>> {
  const { until, asOf } = asked
  const whole = await signalSeries(db, { ...asked, kind: 'region', indicators: parts })
  const library = await libraryAt(db, asOf)
  const growth = new Map(
    parts.flatMap((code) => {
      const series = whole[0]?.series.get(code)
      return series ? [[code, growthOf(series)] as const] : []
    }),
  )
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
