import { columnNames, columns } from '#core/demonstration/columns.ts'
import type { Demonstration } from '#core/demonstration/demonstration.ts'
import { furtherFigures } from '#core/demonstration/further.ts'
import { decimalOf, type DemonstrationReport } from '#core/demonstration/reports.ts'
import { type OtherFigure, otherFigures } from '#core/demonstration/yearly.ts'
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

/** All figures in the order in which they became known, late reports and corrections in their time. */
export function batchesOf(demonstration: Demonstration): readonly Batch[] {
  const reports = demonstration.periods
    .flatMap((period) => demonstration.reportsOf(period))
    .filter(({ acceptedAt }) => acceptedAt !== undefined)
  const others = Map.groupBy(otherFigures(demonstration), ({ at }) => at)
  const accepted = Map.groupBy(reports, ({ acceptedAt }) => acceptedAt ?? '')
  const further = furtherFigures(demonstration)
  return [...new Set([...accepted.keys(), ...others.keys()])].toSorted().map((at) => {
    const reference = `demonstration ${at.slice(0, 10)}`
    return {
      at,
      reference,
      figures: () => [
        ...(accepted.get(at) ?? []).flatMap((report) => [
          ...reportFigures(demonstration, report, reference),
          ...further(report).map((figure) => ({
            ...figure,
            ...about(demonstration, report, reference),
          })),
        ]),
        ...(others.get(at) ?? []).map((one) => otherFigure(demonstration, one, reference)),
      ],
    }
  })
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
