import { Decimal } from 'decimal.js'
import { gap, type Value } from '#core/expression/value.ts'
import {
  type FigureKey,
  type Subject,
  type SubjectKind,
  subjectKey,
} from '#core/indicator/figure.ts'
import { endingTogether, type Figures } from '#core/indicator/figures-at.ts'
import type { Period } from '#core/period/period.ts'
import type { ReadDb } from '#server/db/db.ts'
import type { Span } from './moment-store.ts'
import { type Told, toldFigures } from './told-store.ts'

// Each round finds what the figures of the round before lead to: a formula behind a formula, a condition.
const mostRounds = 20

export interface Ground {
  readonly region: string
  readonly asOf?: string
}

/**
 * Evaluates until nothing is asked for that was not looked up: formulas say only while they are
 * computed which figures they need, and the database is asked for all of them at once. What is surely
 * needed may be said before, which spares a round.
 */
export async function withFigures<Outcome>(
  db: ReadDb,
  ground: Ground,
  evaluate: (asked: AskedFigures) => Outcome,
  surely: Span = { subjects: [], indicators: [], periods: [] },
): Promise<Outcome> {
  const asked = new AskedFigures(ground)
  asked.ask(surely)
  await asked.lookUp(db)
  for (let round = 0; round < mostRounds; round += 1) {
    const outcome = evaluate(asked)
    if (!(await asked.lookUp(db))) return outcome
  }
  throw new Error('Formulas asked for ever more figures')
}

/** What was looked up of one subject, by indicator and period; null where nothing is told. */
type Looked = Map<string, Map<Period, Told | null>>

/** A class, because it remembers what was looked up and what is still asked for. */
export class AskedFigures {
  readonly #ground: Ground
  readonly #looked = new Map<string, Looked>()
  readonly #peers = new Map<SubjectKind, readonly Subject[]>()
  readonly #ends = new Map<Period, readonly Period[]>()
  #span: Span = { subjects: [], indicators: [], periods: [] }
  #asked: FigureKey[] = []
  #askedPeers = new Set<SubjectKind>()

  constructor(ground: Ground) {
    this.#ground = ground
  }

  /** Asks for all that lies within a span and ends with its periods. */
  ask({ subjects, indicators, periods }: Span): void {
    for (const subject of subjects) {
      for (const indicator of indicators) {
        for (const period of periods) this.toldPeriod({ subject, indicator, period })
      }
    }
  }

  /** What is known without formulas; undefined where that is nothing, or not looked up yet. */
  told({ subject, indicator, period }: FigureKey): Told | undefined {
    return this.#toldIn(this.#lookedOf(subject), { subject, indicator, period })
  }

  /** The same at the period or, where nothing is told for it, at one that ends with it. */
  toldAtEnd(figure: FigureKey): Told | undefined {
    return this.told({ ...figure, period: this.toldPeriod(figure) })
  }

  /** The period, of those that end with that of the figure, for which something is told. */
  toldPeriod({ subject, indicator, period }: FigureKey): Period {
    const looked = this.#lookedOf(subject)
    const at = (when: Period) => this.#toldIn(looked, { subject, indicator, period: when })
    const own = at(period)
    const others = this.#endingWith(period).filter((when) => when !== period)
    // All are asked for, so that one round finds whichever is there.
    const found = others.filter((when) => at(when)?.value != null)
    return own ? period : (found[0] ?? period)
  }

  /** The figures of a subject as formulas see them. */
  figures(subject: Subject): Figures {
    const looked = this.#lookedOf(subject)
    return {
      value: (indicator, period) => valueOf(this.#toldIn(looked, { subject, indicator, period })),
      base: (indicator, period) => baseOf(this.#toldIn(looked, { subject, indicator, period })),
    }
  }

  /** The same of those members alone that told 上年同期. */
  sample(subject: Subject): Figures {
    const looked = this.#lookedOf(subject)
    return {
      value: (indicator, period) => matchedOf(this.#toldIn(looked, { subject, indicator, period })),
      base: (indicator, period) =>
        sampleBaseOf(this.#toldIn(looked, { subject, indicator, period })),
    }
  }

  /** The figures of all subjects of the same kind. */
  peers(kind: SubjectKind): readonly Figures[] {
    const peers = this.#peers.get(kind)
    if (!peers) this.#askedPeers.add(kind)
    return (peers ?? []).map((peer) => this.figures(peer))
  }

  /** Of all sums that were looked up, the members of the one with fewest; infinite without any. */
  fewestBehind(): number {
    const told = [...this.#looked.values()].flatMap((looked) =>
      [...looked.values()].flatMap((periods) => [...periods.values()]),
    )
    return Math.min(...told.map((each) => (each?.origin === 'sum' ? each.count : Infinity)))
  }

  /** All that was looked up so far. */
  span(): Span {
    return this.#span
  }

  /** Looks up what was asked for; false where that was nothing. */
  async lookUp(db: ReadDb): Promise<boolean> {
    const asked = this.#asked
    const kinds = [...this.#askedPeers]
    if (asked.length === 0 && kinds.length === 0) return false
    this.#asked = []
    this.#askedPeers = new Set<SubjectKind>()
    for (const [kind, peers] of await peersOf(db, this.#ground.region, kinds)) {
      this.#peers.set(kind, peers)
    }
    if (asked.length > 0) await this.#lookUpFigures(db, spanOf(asked))
    return true
  }

  /** Whatever lies within the span is known from then on, asked for or not. */
  async #lookUpFigures(db: ReadDb, span: Span): Promise<void> {
    const all = this.#span
    this.#span = {
      subjects: [...all.subjects, ...span.subjects],
      indicators: [...new Set([...all.indicators, ...span.indicators])],
      periods: [...new Set([...all.periods, ...span.periods])],
    }
    for (const told of await toldFigures(db, { ...this.#ground, ...span })) {
      periodsOf(this.#lookedOf(told.subject), told.indicator).set(told.period, told)
    }
  }

  #toldIn(looked: Looked, figure: FigureKey): Told | undefined {
    const periods = periodsOf(looked, figure.indicator)
    const told = periods.get(figure.period)
    if (told === undefined) {
      this.#asked.push(figure)
      periods.set(figure.period, null)
    }
    return told ?? undefined
  }

  #lookedOf(subject: Subject): Looked {
    const key = subjectKey(subject)
    const looked = this.#looked.get(key) ?? new Map<string, Map<Period, Told | null>>()
    this.#looked.set(key, looked)
    return looked
  }

  #endingWith(period: Period): readonly Period[] {
    const known = this.#ends.get(period) ?? endingTogether(period)
    this.#ends.set(period, known)
    return known
  }
}

function periodsOf(looked: Looked, indicator: string): Map<Period, Told | null> {
  const periods = looked.get(indicator) ?? new Map<Period, Told | null>()
  looked.set(indicator, periods)
  return periods
}

function spanOf(asked: readonly FigureKey[]): Span {
  const subjects = new Map(asked.map(({ subject }) => [subjectKey(subject), subject]))
  return {
    subjects: [...subjects.values()],
    indicators: [...new Set(asked.map(({ indicator }) => indicator))],
    periods: [...new Set(asked.map(({ period }) => period))],
  }
}

async function peersOf(
  db: ReadDb,
  region: string,
  kinds: readonly SubjectKind[],
): Promise<ReadonlyMap<SubjectKind, readonly Subject[]>> {
  if (kinds.length === 0) return new Map()
  const rows = await db
    .selectFrom('figureSeries')
    .select(['subjectKind as kind', 'subjectCode as code'])
    .distinct()
    .where('regionCode', '=', region)
    .where('subjectKind', 'in', kinds)
    .orderBy('subjectCode')
    .execute()
  const none = kinds.map((kind): [SubjectKind, Subject[]] => [kind, []])
  return new Map([...none, ...Map.groupBy(rows, ({ kind }) => kind)])
}

function valueOf(told: Told | undefined): Value {
  return told?.value == null ? gap('missing') : Number(told.value)
}

function matchedOf(told: Told | undefined): Value {
  return told?.matched == null ? valueOf(told) : Number(told.matched)
}

function sampleBaseOf(told: Told | undefined): Value | undefined {
  return told?.base == null ? undefined : Number(told.base)
}

/**
 * 上年同期 such that growth is that of the same sample: where not all members of a sum told theirs, the
 * base of those that did is raised to all of them in the ratio of their values.
 */
function baseOf(told: Told | undefined): Value | undefined {
  if (told?.value == null || told.base === null || told.matched === null) return undefined
  if (told.matched === told.value || Number(told.matched) === 0) return Number(told.base)
  return new Decimal(told.base).times(told.value).div(told.matched).toNumber()
}
