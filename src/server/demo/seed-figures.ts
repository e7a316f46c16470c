import { columnNames, columns } from '#core/demonstration/columns.ts'
import type { Demonstration } from '#core/demonstration/demonstration.ts'
import { furtherFigures } from '#core/demonstration/further.ts'
import { decimalOf, type DemonstrationReport } from '#core/demonstration/reports.ts'
import type { OtherFigure } from '#core/demonstration/told.ts'
import { otherFigures } from '#core/demonstration/yearly.ts'
import type { GivenFigure, Subject } from '#core/indicator/figure.ts'
import type { Db } from '#server/db/db.ts'
import { acceptFigures } from '#server/indicator/accept-figures.ts'
import { demonstrationIdentity, demonstrationRegion } from './demonstration.ts'

/** Figures of the invented district that became known at one moment. */
export interface Batch {
  readonly at: string
  /** Also tells whether it is in already. */
  readonly reference: string
  readonly figures: () => readonly GivenFigure[]
}

/** All figures in the order in which they became known, late reports and corrections in their time, in small parts. */
export function batchesOf(demonstration: Demonstration): readonly Batch[] {
  const reports = demonstration.periods
    .flatMap((period) => demonstration.reportsOf(period))
    .filter(({ acceptedAt }) => acceptedAt !== undefined)
  const others = Map.groupBy(otherFigures(demonstration), ({ at }) => at)
  const accepted = Map.groupBy(reports, ({ acceptedAt }) => acceptedAt ?? '')
  const further = furtherFigures(demonstration)
  return [...new Set([...accepted.keys(), ...others.keys()])].toSorted().flatMap((at) => {
    const reported = inParts(accepted.get(at) ?? [], mostReports)
    const told = inParts(others.get(at) ?? [], mostFigures)
    return Array.from({ length: Math.max(reported.length, told.length) }, (_, part) => {
      const reference = `demonstration ${at.slice(0, 10)}/${part}`
      return {
        at,
        reference,
        figures: () => [
          ...(reported[part] ?? []).flatMap((report) => [
            ...reportFigures(demonstration, report, reference),
            ...further(report).map((figure) => ({
              ...figure,
              ...about(demonstration, report, reference),
            })),
          ]),
          ...(told[part] ?? []).map((one) => otherFigure(demonstration, one, reference)),
        ],
      }
    })
  })
}

// What others ask for has its turn between two parts: the embedded database does one thing at a time.
const mostReports = 140
const mostFigures = 2500

function inParts<Item>(items: readonly Item[], most: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / most) }, (_, part) =>
    items.slice(part * most, (part + 1) * most),
  )
}

function reportFigures(
  demonstration: Demonstration,
  report: DemonstrationReport,
  reference: string,
): readonly GivenFigure[] {
  return columnNames.map((name) => ({
    ...about(demonstration, report, reference),
    indicator: columns[name].code,
    value: decimalOf(name, report.values[name]),
    base: decimalOf(name, report.base[name]),
  }))
}

function about(
  { enterprises }: Demonstration,
  { enterprise, period }: DemonstrationReport,
  reference: string,
): Pick<GivenFigure, 'subject' | 'period' | 'source'> {
  const subject = { kind: 'enterprise' as const, code: enterprises[enterprise]?.id ?? '' }
  return { subject, period, source: { kind: 'exchange', reference } }
}

function otherFigure(
  demonstration: Demonstration,
  { subject, indicator, period, value, base }: OtherFigure,
  reference: string,
): GivenFigure {
  return {
    subject: subjectOf(demonstration, subject),
    indicator,
    period,
    value,
    ...(base !== undefined && { base }),
    source: { kind: 'exchange', reference },
  }
}

function subjectOf(
  { enterprises, projects }: Demonstration,
  subject: OtherFigure['subject'],
): Subject {
  switch (subject.kind) {
    case 'region':
      return { kind: 'region', code: demonstrationRegion.code }
    case 'enterprise':
      return { kind: 'enterprise', code: enterprises[subject.index]?.id ?? '' }
    case 'project':
      return { kind: 'project', code: projects[subject.index]?.id ?? '' }
  }
}

/** Makes a batch known, once. */
export async function acceptBatch(db: Db, { at, reference, figures }: Batch): Promise<void> {
  const region = demonstrationRegion.code
  const known = await db
    .selectFrom('figureSource')
    .select('id')
    .where('regionCode', '=', region)
    .where('reference', '=', reference)
    .executeTakeFirst()
  if (known) return
  await acceptFigures(
    db,
    { region, by: demonstrationIdentity.user, at, cause: 'demonstration-made' },
    figures(),
  )
}
