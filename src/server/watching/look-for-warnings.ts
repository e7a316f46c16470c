import { endMonth } from '#core/indicator/membership.ts'
import { readSubject, type Subject, subjectKey } from '#core/indicator/figure.ts'
import { periodKind, type Period } from '#core/period/period.ts'
import { looker, type Seen } from '#core/warning/look.ts'
import type { Facts, WarningRule } from '#core/warning/warning-rule.ts'
import { changedBy, type Hit, type Warning } from '#core/warning/warnings.ts'
import { causes } from '#core/cause/causes.ts'
import type { Db, ReadDb, Row } from '#server/db/db.ts'
import { newId } from '#server/new-id.ts'
import { causesMembers } from './causes.ts'
import { signalSeries } from './signal-series.ts'
import { asWarning, insertWarnings, replaceWarnings, rulesOf, warningsOf } from './warning-store.ts'

export interface LookQuestion {
  readonly region: string
  readonly period: Period
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
    const subjects = await signalSeries(db, {
      region: question.region,
      kind,
      indicators,
      until: question.period,
      ...(question.asOf !== undefined && { asOf: question.asOf }),
    })
    const facts = kind === 'region' ? await wholeFacts(db, indicators, question) : {}
    const look = looker(own)
    looked += subjects.length
    for (const each of subjects) {
      if (isSilent(each)) silent.add(subjectKey(each.subject))
      hits.push(...look({ ...each, facts }, question.period))
    }
  }
  return { hits, silent, looked }
}

function isSilent({ series }: Seen): boolean {
  return [...series.values()].every(({ values }) => values.at(-1) === undefined)
}

/** How much of the region's growth hangs on one enterprise. */
async function wholeFacts(
  db: ReadDb,
  indicators: readonly string[],
  { region, period, asOf }: LookQuestion,
): Promise<Facts> {
  const indicator = indicators.find((code) => code === 'industrial-output')
  if (indicator === undefined) return {}
  const members = await causesMembers(db, {
    region,
    indicator,
    period,
    asOf: asOf ?? '9999-12-31T00:00:00.000Z',
  })
  const { pulls, base, value } = causes(members)
  const [first] = pulls
  const change = value - base
  const largest = Math.max(0, ...members.map((member) => member.value ?? 0))
  return {
    ...(value > 0 && { 最大企业占比: largest / value }),
    ...(first && change > 0 && { 最大企业拉动占比: first.change / change }),
  }
}

export interface LookOutcome {
  readonly raised: number
  readonly continued: number
  readonly cleared: number
}

/** Looks at a period by all rules in force and joins what is found to what stands. [W2] */
export async function lookForWarningsIn(
  db: Db,
  question: LookQuestion & { readonly at: string },
): Promise<LookOutcome> {
  const { region, period, at } = question
  const rules = (await rulesOf(db, region)).filter(({ inForce }) => inForce)
  const { hits, silent } = await lookAt(
    db,
    rules.map(({ rule }) => rule),
    question,
  )
  const rows = await warningsOf(db, region, { state: 'open' })
  // A period that lies before what is known of a warning can neither continue nor clear it.
  const standing = rows.filter(({ untilEnds }) => untilEnds <= endMonth(period))
  const later = new Set(rows.filter((row) => !standing.includes(row)).map(keyOf))
  const change = changedBy(standing.map(asWarning), hits, period, silent)
  const raised = change.raised.filter((warning) => !later.has(keyOfWarning(warning)))
  const byKey = new Map(standing.map((row) => [keyOf(row), row]))
  const joined = [...change.continued, ...change.cleared].flatMap((warning) => {
    const row = byKey.get(keyOfWarning(warning))
    return row ? [joinedRow(row, warning, { period, at })] : []
  })
  await replaceWarnings(db, region, joined)
  await insertWarnings(
    db,
    raised.map((warning) => newRow(region, warning, at)),
  )
  return {
    raised: raised.length,
    continued: change.continued.length,
    cleared: change.cleared.length,
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
