import type { Enterprise } from '#contract/enterprise.ts'
import { sizeOf } from '#core/enterprise/size.ts'
import type { EnterpriseId } from '#core/id.ts'
import { monthPeriod } from '#core/period/period.ts'
import type { ReadDb } from '#server/db/db.ts'
import { figuresOf } from '#server/indicator/figures.ts'
import { readSizeStandard } from '#server/reference/industries.ts'

const indicators = ['average-employees', 'operating-revenue'] as const
const thousandsPerTenThousand = 10

// Reference data of the program: the same as long as it runs.
const standard = readSizeStandard()

/** The size an enterprise has after what it told of the last of some years; undefined where it told neither. */
export async function measuredSize(
  db: ReadDb,
  region: string,
  id: EnterpriseId,
  years: readonly number[],
): Promise<Enterprise['measured']> {
  const periods = years.map((year) => monthPeriod(year, 12))
  const figures = await figuresOf(db, {
    region,
    subjects: [{ kind: 'enterprise', code: id }],
    indicators,
    periods,
  })
  const valueOf = (indicator: string, period: string): number | undefined => {
    const figure = figures.find((one) => one.indicator === indicator && one.period === period)
    return figure?.value == null ? undefined : Number(figure.value)
  }
  for (const [index, period] of periods.entries()) {
    const employees = valueOf('average-employees', period)
    const thousands = valueOf('operating-revenue', period)
    const year = years[index]
    if (employees === undefined || thousands === undefined || year === undefined) continue
    const revenue = thousands / thousandsPerTenThousand
    return { year, employees, revenue, size: sizeOf(await standard, { employees, revenue }) }
  }
  return undefined
}
