import { columnNames, columns } from '#core/demonstration/columns.ts'
import type { Demonstration } from '#core/demonstration/demonstration.ts'
import { decimalOf, type DemonstrationReport } from '#core/demonstration/reports.ts'
import type { GivenFigure } from '#core/indicator/figure.ts'
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

/** The reports of all periods in the order in which they were accepted, late ones and corrections in their time. */
export function batchesOf(demonstration: Demonstration): readonly Batch[] {
  const accepted = demonstration.periods.flatMap((period) =>
    demonstration.reportsOf(period).filter(({ acceptedAt }) => acceptedAt !== undefined),
  )
  return [...Map.groupBy(accepted, ({ acceptedAt }) => acceptedAt ?? '')]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([at, reports]) => {
      const reference = `demonstration ${at.slice(0, 10)}`
      return { at, reference, figures: () => figuresOf(demonstration, reports, reference) }
    })
}

function figuresOf(
  { enterprises }: Demonstration,
  reports: readonly DemonstrationReport[],
  reference: string,
): readonly GivenFigure[] {
  return reports.flatMap(({ enterprise, period, values, base }) => {
    const one = enterprises[enterprise]
    if (!one) return []
    const subject = { kind: 'enterprise' as const, code: one.id }
    return columnNames.map((name) => ({
      subject,
      indicator: columns[name].code,
      period,
      value: decimalOf(name, values[name]),
      base: decimalOf(name, base[name]),
      source: { kind: 'exchange' as const, reference },
    }))
  })
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
