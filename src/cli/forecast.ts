import { forecast } from '#core/forecast/forecast.ts'
import * as z from 'zod'
import { answerLines } from './lines.ts'

const Question = z.object({
  id: z.union([z.string(), z.number()]),
  period: z.number().int().min(1).max(12),
  values: z.array(z.number().nullable()).max(5000),
  h: z.number().int().min(1).max(240),
  levels: z.array(z.number().gt(0).lt(100)).default([95]),
})

/** Forecasts series; one without any value is answered with null in every place. */
export function forecastLines(): Promise<void> {
  return answerLines(Question, ({ id, period, values, h, levels }) => {
    const given = values.map((value) => value ?? undefined)
    const answer = forecast({ values: given, period, horizon: h, levels })
    const none = Array<null>(h).fill(null)
    const bounds = (side: 'lower' | 'upper') =>
      Object.fromEntries(
        levels.map((level) => [
          String(level),
          answer?.intervals.find((interval) => interval.level === level)?.[side] ?? none,
        ]),
      )
    return {
      id,
      mean: answer?.mean ?? none,
      lower: bounds('lower'),
      upper: bounds('upper'),
      model: answer?.models.join(' + ') ?? 'none',
    }
  })
}
