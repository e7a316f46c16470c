import type { figuresHanging, figuresOfSource } from '#contract/figure.ts'
import type { Answer, Parsed } from '#contract/route.ts'
import { type FigureKey, readSubject, type Subject, subjectKey } from '#core/indicator/figure.ts'
import { countsAt, endMonth, isMember } from '#core/indicator/membership.ts'
import { dependentsOf, entryAt } from '#core/indicator/library.ts'
import type { Period } from '#core/period/period.ts'
import type { ReadDb } from '#server/db/db.ts'
import type { ReadContext } from '#server/http/context.ts'
import { notFound } from '#server/http/failure.ts'
import { rulesOf, warningsStanding } from '#server/watching/warning-store.ts'
import { bindingsMeasuredBy } from './binding/binding-store.ts'
import { lookerOf, subjectsWithin } from './figure-scope.ts'
import { libraryAt } from './library/library.ts'
import { summedIndicators } from './library/library-store.ts'
import { figuresOfSource as figuresTaken } from './lineage-store.ts'
import { membershipsOf } from './membership-store.ts'

/** What changes when this figure does. */
export async function hangingOn(
  context: ReadContext,
  { subject, indicator, period }: FigureKey,
): Promise<Answer<typeof figuresHanging>> {
  const { db } = context
  const region = context.region.code
  const open = await subjectsWithin(db, lookerOf(context), [subject])
  if (subject.kind === 'enterprise' && !open.has(subjectKey(subject))) throw notFound('Enterprise')
  const library = await libraryAt(db)
  const isSummed = (await summedIndicators(db, [indicator])).get(indicator) === true
  const memberships = await membershipsOf(db, region, [subject])
  const counts =
    isMember(subject) && isSummed
      ? countsAt(region, memberships.get(subjectKey(subject)) ?? [], endMonth(period))
      : []
  const derived = dependentsOf(library, [indicator])
  const subjects = [subject, ...counts.map((count) => count.subject)]
  return {
    warnings: await warningsAbout(db, region, {
      subjects,
      indicators: [indicator, ...derived],
      period,
    }),
    sums: counts.map((count) => count.subject),
    indicators: derived.flatMap((code) => {
      const definition = entryAt(library, code, period)?.definition
      const { name, formula } = definition ?? {}
      return name === undefined || formula === undefined ? [] : [{ code, name, formula }]
    }),
    targets: (await bindingsMeasuredBy(db, region, [indicator, ...derived], subjects)).map(
      ({ id, indicator: code, name }) => ({ id, indicator: code, name }),
    ),
  }
}

/** The warnings about subjects that stood in a period and whose rule looks at one of the indicators. */
async function warningsAbout(
  db: ReadDb,
  region: string,
  {
    subjects,
    indicators,
    period,
  }: {
    readonly subjects: readonly Subject[]
    readonly indicators: readonly string[]
    readonly period: Period
  },
): Promise<Answer<typeof figuresHanging>['warnings']> {
  const rules = (await rulesOf(db, region)).filter(({ rule }) =>
    Object.values(rule.indicators).some((code) => indicators.includes(code)),
  )
  const nameOf = new Map(rules.map(({ rule }) => [rule.code, rule.name]))
  const rows = await warningsStanding(db, region, {
    rules: [...nameOf.keys()],
    subjects: subjects.map(subjectKey),
    ends: endMonth(period),
  })
  return rows
    .filter(({ since }) => endMonth(since) <= endMonth(period))
    .flatMap(({ id, ruleCode, subjectKind, subjectCode, grade, isOpen }) => {
      const [rule, subject] = [nameOf.get(ruleCode), readSubject(`${subjectKind}:${subjectCode}`)]
      return rule !== undefined && subject ? [{ id, rule, subject, grade, isOpen }] : []
    })
}

interface TakenFigure extends FigureKey {
  readonly place?: string
  readonly value: string | null
  readonly knownFrom: string
}

/** The figures a submission, document or file gave, as far as they are the caller's to see. */
export async function takenFrom(
  context: ReadContext,
  { reference, place }: Parsed<typeof figuresOfSource>,
): Promise<{ readonly figures: readonly TakenFigure[] }> {
  const { db, region } = context
  const rows = (await figuresTaken(db, region.code, { reference, place })).map((row) => ({
    ...row,
    subject: { kind: row.subjectKind, code: row.subjectCode },
  }))
  const enterprises = rows.filter(({ subject }) => subject.kind === 'enterprise')
  const open = await subjectsWithin(
    db,
    lookerOf(context),
    enterprises.map(({ subject }) => subject),
  )
  const shown = rows.filter(
    ({ subject }) => subject.kind !== 'enterprise' || open.has(subjectKey(subject)),
  )
  return {
    figures: shown.map((row) => ({
      subject: row.subject,
      indicator: row.indicator,
      period: row.period,
      ...(row.place !== null && { place: row.place }),
      value: row.value,
      knownFrom: row.knownFrom,
    })),
  }
}
