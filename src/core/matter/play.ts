import { addDays, type Day } from '../calendar/day.ts'
import type { Calendar } from '../calendar/working-days.ts'
import type { FigureState } from './bound-figure.ts'
import { judge, signalsAfter } from './judge.ts'
import type { Kind } from './kind.ts'
import { type Matter, type Signals, standingOn } from './matter.ts'
import type { RuledScheme } from './ruled-scheme.ts'
import type { Workflow } from './workflow.ts'

/** Something a scheme would have done on a day. */
export interface Played {
  readonly day: Day
  readonly what: 'lamp' | 'slip' | 'reminder' | 'move'
  /** A colour, `none` where a lamp goes out, the code of a reminder or of an action. */
  readonly code: string
  readonly name: string
  readonly why: string
}

export interface PlayGround {
  readonly schemes: readonly RuledScheme[]
  readonly kind: Kind
  readonly workflow: Workflow
  readonly calendar: Calendar
  readonly from: Day
  readonly to: Day
  readonly figureOn?: (day: Day) => FigureState | undefined
}

export interface Outcome {
  readonly played: readonly Played[]
  /** Days under each lamp. */
  readonly lampDays: ReadonlyMap<string, number>
}

/**
 * What schemes would have done with a matter day by day, by how it stood at the end of each. Signals
 * it really had count for nothing; an action of the clock ends the play, for what came after it would
 * not have happened.
 */
export function play(matter: Matter, ground: PlayGround): Outcome {
  const played: Played[] = []
  const lampDays = new Map<string, number>()
  let signals: Signals = {}
  let reopened = 0
  for (let day = ground.from; day <= ground.to; day = addDays(day, 1)) {
    const standing = standingOn(matter, day)
    if (!standing) continue
    if (standing.reopened > reopened) signals = {}
    reopened = standing.reopened
    const figure = ground.figureOn?.(day)
    const seen = { ...ground, matter, standing, signals, day, ...(figure && { figure }) }
    const judgement = judge(ground.schemes, seen)
    const { lamp, slip, reminders, move } = judgement
    if (lamp) lampDays.set(lamp.lamp, (lampDays.get(lamp.lamp) ?? 0) + 1)
    if (lamp?.lamp !== signals.lamp) {
      played.push({
        day,
        what: 'lamp',
        code: lamp?.lamp ?? 'none',
        name: lamp?.name ?? '',
        why: lamp?.why ?? judgement.exempt ?? '',
      })
    }
    if (slip) played.push({ day, what: 'slip', code: slip.slip, name: slip.name, why: slip.why })
    for (const { code, name, why } of reminders) {
      played.push({ day, what: 'reminder', code, name, why })
    }
    if (move) {
      played.push({ day, what: 'move', code: move.action, name: move.words, why: move.why })
      break
    }
    signals = signalsAfter(seen, judgement) ?? signals
  }
  return { played, lampDays }
}
