import { Decimal } from 'decimal.js'
import type { Day } from '../calendar/day.ts'

/**
 * How events of projects are counted at the sessions (场次) they happen at, so that none is counted
 * twice. What a row does not name it does not count.
 */
export interface CountingRule {
  readonly code: string
  readonly name: string
  readonly source?: string
  readonly rows: readonly CountingRow[]
}

export interface CountingRow {
  /** Code of the event: `signing`, `upgrade`, `increase`, `new-owner` … */
  readonly event: string
  readonly name: string
  /** `first`: only the first time of a project; `move`: what was counted for it moves here. */
  readonly projects?: 'first' | 'move'
  readonly amount?: 'first' | 'each' | 'move'
  readonly upgrades?: 'each'
}

export interface ProjectEvent {
  readonly project: string
  readonly session: string
  readonly event: string
  readonly on: Day
  /** Exact, in one unit for all. */
  readonly amount?: string
}

export interface SessionCount {
  readonly session: string
  readonly projects: number
  readonly amount: string
  readonly upgrades: number
}

/** What an event added where, after all is counted. */
interface Credit {
  readonly project: string
  session: string
  readonly projects: number
  readonly amount: Decimal
  readonly upgrades: number
}

/** The counts of each session that an event happened at, in order of its first event. */
export function countEvents(
  rule: CountingRule,
  events: readonly ProjectEvent[],
): readonly SessionCount[] {
  const ordered = events.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const credits: Credit[] = []
  const seen = new Set<string>()
  for (const event of ordered) {
    const row = rule.rows.find((one) => one.event === event.event)
    if (!row) continue
    const isFirst = !seen.has(`${event.project} ${event.event}`)
    seen.add(`${event.project} ${event.event}`)
    if (row.projects === 'move' || row.amount === 'move') moveCredits(credits, row, event)
    credits.push(creditOf(row, event, isFirst))
  }
  return [...new Set(ordered.map(({ session }) => session))].map((session) => {
    const own = credits.filter((credit) => credit.session === session)
    return {
      session,
      projects: own.reduce((sum, { projects }) => sum + projects, 0),
      amount: own.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0)).toString(),
      upgrades: own.reduce((sum, { upgrades }) => sum + upgrades, 0),
    }
  })
}

function creditOf(row: CountingRow, event: ProjectEvent, isFirst: boolean): Credit {
  const countsAmount = row.amount === 'each' || (row.amount === 'first' && isFirst)
  return {
    project: event.project,
    session: event.session,
    projects: row.projects === 'first' && isFirst ? 1 : 0,
    amount: new Decimal(countsAmount ? (event.amount ?? 0) : 0),
    upgrades: row.upgrades === 'each' ? 1 : 0,
  }
}

function moveCredits(credits: readonly Credit[], row: CountingRow, event: ProjectEvent): void {
  for (const credit of credits) {
    const moves =
      (row.projects === 'move' && credit.projects > 0) ||
      (row.amount === 'move' && !credit.amount.isZero())
    if (credit.project === event.project && moves) credit.session = event.session
  }
}
