import type { FigureState } from '#core/matter/bound-figure.ts'
import type { Seen } from '#core/matter/facts.ts'
import { judge, type Judgement, signalsAfter } from '#core/matter/judge.ts'
import type { RuledScheme } from '#core/matter/ruled-scheme.ts'
import { coreMatter, isAbolished, type RegionGround } from './matter-rows.ts'
import type { MatterRow } from './matter-store.ts'

export interface LitGround extends RegionGround {
  readonly schemes: readonly RuledScheme[]
  readonly figure?: FigureState
}

/** A matter as the rules look at it today. */
export function seenOf(row: MatterRow, ground: LitGround): Seen {
  const kind = ground.rules.kindOf(row.kind)
  if (!kind) throw new Error(`There is no kind ${row.kind}`)
  const { lead } = row.standing
  return {
    matter: coreMatter(row),
    standing: row.standing,
    signals: row.signals,
    kind,
    workflow: ground.rules.workflowOf(row.workflow),
    calendar: ground.calendar,
    day: ground.day,
    isLeadAbolished: lead !== undefined && isAbolished(ground, lead),
    ...(ground.figure && { figure: ground.figure }),
  }
}

/**
 * The row with its lamp and its lists as they are at this moment: after an action nobody looks at
 * yesterday's lamp. Slips, reminders and what the clock does wait for the day.
 */
export function lit(
  row: MatterRow,
  ground: LitGround,
): { readonly row: MatterRow; readonly judgement: Judgement } {
  const seen = seenOf(row, ground)
  const judgement = judge(ground.schemes, seen)
  const { lamp, lists } = judgement
  const signals =
    signalsAfter(seen, { reminding: row.signals.reminding ?? [], ...(lamp && { lamp }) }) ??
    row.signals
  return {
    row: { ...row, signals, lamp: signals.lamp ?? null, lists: lists.map(({ code }) => code) },
    judgement,
  }
}
