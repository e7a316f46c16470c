import type { Person } from '#contract/session.ts'
import { endMonth } from '#core/indicator/membership.ts'
import { readSubject, type Subject, subjectKey } from '#core/indicator/figure.ts'
import { periodKind, type Period } from '#core/period/period.ts'
import { looker, type Seen, withPeers } from '#core/warning/look.ts'
import type { Facts, WarningRule } from '#core/warning/warning-rule.ts'
import { changedBy, type Hit, type Warning } from '#core/warning/warnings.ts'
import { dayInChina } from '#server/clock.ts'
import type { ReadDb, Row } from '#server/db/db.ts'
import type { Telling } from '#server/matter/telling.ts'
import { newId } from '#server/new-id.ts'
import { signalSeries } from './signal-series.ts'
import { factsOf, lookDay } from './subject-facts.ts'
import { handOverByRule } from './warning-matters.ts'
import { asWarning, insertWarnings, replaceWarnings, rulesOf, warningsOf } from './warning-store.ts'

export interface LookQuestion {
  readonly region: string
  readonly period: Period
  /** The day on which it is asked who is late. */
  readonly day: string
  readonly asOf?: string
}

/** What rules find in one period. */
export interface Look {
  readonly hits: readonly Hit[]
  /** Subjects, as `kind:code`, that have not told this period: what stands about them stays. */
  readonly silent: ReadonlySet<string>
  readonly looked: number
}

/** Looks at all subjects of a period by some rules; stores nothing. */
export async function lookAt(
  db: ReadDb,
  rules: readonly WarningRule[],
  question: LookQuestion,
): Promise<Look> {
  const hits: Hit[] = []
  const silent = new Set<string>()
  let looked = 0
  for (const [kind, own] of Map.groupBy(rules, ({ subject }) => subject)) {
    if (periodKind(question.period) === 'year') continue
    const indicators = [...new Set(own.flatMap((rule) => Object.values(rule.indicators)))]
    const known = await signalSeries(db, {
      region: question.region,
      kind,
      indicators,
      until: question.period,
      ...(question.asOf !== undefined && { asOf: question.asOf }),
    })
    const facts = await factsOf(db, kind, question)
    const look = looker(own)
    const subjects = withFacts(kind === 'enterprise' ? withPeers(known) : known, facts)
    looked += subjects.length
    for (const each of subjects) {
      if (isSilent(each)) silent.add(subjectKey(each.subject))
      hits.push(...look(each, question.period))
    }
  }
  return { hits, silent, looked }
}

/** Subjects with figures, and those of which only facts are known. */
function withFacts(known: readonly Seen[], facts: ReadonlyMap<string, Facts>): readonly Seen[] {
  const told = new Set(known.map(({ subject }) => subjectKey(subject)))
  const others = [...facts.keys()].flatMap((key): Seen[] => {
    const subject = told.has(key) ? undefined : readSubject(key)
    return subject ? [{ subject, series: new Map() }] : []
  })
  return [...known, ...others].map((each) => {
    const own = facts.get(subjectKey(each.subject))
    return own ? { ...each, facts: own } : each
  })
}

function isSilent({ series }: Seen): boolean {
  return series.size > 0 && [...series.values()].every(({ values }) => values.at(-1) === undefined)
}

export interface LookOutcome {
  readonly raised: number
  readonly continued: number
  readonly cleared: number
  /** So many became matters by rule. */
  readonly handedOver: number
}

/**
 * Looks at a period by all rules in force and joins what is found to what stands; rules that say so
 * make matters of it in the same transaction. [W2]
 */
export async function lookForWarningsIn(
  telling: Telling,
  { region, period, by }: { readonly region: string; readonly period: Period; readonly by: Person },
): Promise<LookOutcome> {
  const { db, now: at } = telling
  const rules = (await rulesOf(db, region)).filter(({ inForce }) => inForce)
  const { hits, silent } = await lookAt(
    db,
    rules.map(({ rule }) => rule),
    { region, period, day: lookDay(period, dayInChina(at)) },
  )
  const rows = await warningsOf(db, region, { state: 'open' })
  // A period that lies before what is known of a warning can neither continue nor clear it.
  const standing = rows.filter(({ untilEnds }) => untilEnds <= endMonth(period))
  const later = new Set(rows.filter((row) => !standing.includes(row)).map(keyOf))
  const change = changedBy(standing.map(asWarning), hits, period, silent)
  const byKey = new Map(standing.map((row) => [keyOf(row), row]))
  const joined = [...change.continued, ...change.cleared].flatMap((warning) => {
    const row = byKey.get(keyOfWarning(warning))
    return row ? [joinedRow(row, warning, { period, at })] : []
  })
  const raised = change.raised
    .filter((warning) => !later.has(keyOfWarning(warning)))
    .map((warning) => newRow(region, warning, at))
  await replaceWarnings(db, region, joined)
  await insertWarnings(db, raised)
  const handedOver = await handOverByRule(telling, {
    region,
    by,
    rules,
    rows: [...joined, ...raised],
  })
  return {
    raised: raised.length,
    continued: change.continued.length,
    cleared: change.cleared.length,
    handedOver,
  }
}

function keyOf({ ruleCode, subjectKind, subjectCode }: Row<'warning'>): string {
  return `${ruleCode} ${subjectKind}:${subjectCode}`
}

function keyOfWarning({ rule, subject }: Warning): string {
  return `${rule} ${subject}`
}

function joinedRow(
  row: Row<'warning'>,
  { grade, worst, because, figures, isOpen }: Warning,
  { period, at }: { readonly period: Period; readonly at: string },
): Row<'warning'> {
  return {
    ...row,
    grade,
    worst,
    because,
    figures,
    isOpen,
    until: period,
    untilEnds: endMonth(period),
    clearedAt: isOpen ? null : at,
  }
}

function newRow(region: string, warning: Warning, at: string): Row<'warning'> {
  const subject: Subject | undefined = readSubject(warning.subject)
  return {
    regionCode: region,
    id: newId('warning'),
    ruleCode: warning.rule,
    subjectKind: subject?.kind ?? '',
    subjectCode: subject?.code ?? '',
    since: warning.since,
    until: warning.until,
    untilEnds: endMonth(warning.until),
    grade: warning.grade,
    worst: warning.worst,
    because: warning.because,
    figures: warning.figures,
    isOpen: true,
    raisedAt: at,
    clearedAt: null,
    isRight: null,
    verdict: null,
    judgedBy: null,
    judgedAt: null,
    matterId: null,
  }
}
