import { progress, type ProgressMethod, type ProgressReason } from '#core/trajectory/progress.ts'
import * as z from 'zod'
import { answerLines } from './lines.ts'

const YearValue = z.object({ year: z.number().int(), value: z.number() })
// A plan may leave a figure blank; the whole pair is then as good as absent.
const Blank = z.object({ year: z.number().int().nullish(), value: z.number().nullish() })
const MaybeYearValue = z
  .union([YearValue, Blank])
  .nullish()
  .transform((given) => (isYearValue(given) ? given : undefined))

const Question = z.object({
  id: z.union([z.string(), z.number()]),
  direction: z.enum(['up', 'down', 'keep']),
  base: MaybeYearValue,
  milestones: z.array(MaybeYearValue),
  actual: MaybeYearValue,
})

type YearValue = z.output<typeof YearValue>

function isYearValue(given: unknown): given is YearValue {
  return YearValue.safeParse(given).success
}

/** Tells for each target where it stands against the plan's own path. */
export function targetProgressLines(): Promise<void> {
  return answerLines(Question, ({ id, direction, base, milestones, actual }) => {
    const answer = progress({
      direction,
      milestones: milestones.filter((milestone) => milestone !== undefined),
      ...(base && { base }),
      ...(actual && { actual }),
    })
    const reasons = [...new Set(answer.reasons)].map((reason) => reasonTexts[reason])
    return {
      id,
      planned: answer.planned ?? null,
      method: answer.method,
      completion: answer.completion ?? null,
      gap: answer.gap ?? null,
      why: [methodTexts[answer.method], ...reasons].filter((text) => text !== '').join('；'),
    }
  })
}

const methodTexts: Readonly<Record<ProgressMethod, string>> = {
  milestone: '该年有规划自己的阶段目标',
  linear: '按规划的基期和阶段目标之间逐年均匀推进',
  floor: '目标低于基期，按不低于目标值的底线看待',
  ceiling: '目标高于基期，按不高于目标值的上限看待',
  none: '',
}

const reasonTexts: Readonly<Record<ProgressReason, string>> = {
  'no-actual': '没有实际值',
  'no-milestone': '规划没有给出目标值',
  'no-base': '规划没有给出基期值，完成程度不可计算',
  'before-base': '该年早于基期，没有计划值',
  'after-last-milestone': '该年晚于最后一个目标年，没有计划值',
  'base-is-target': '目标值等于基期值，完成程度没有意义',
  'already-beyond-bound': '基期已优于目标，完成程度没有意义，只看是否守住',
  'sign-changes': '基期与目标正负不同（如扭亏），完成程度没有意义',
  'keeps-level': '目标是保持，不计算完成程度',
}
