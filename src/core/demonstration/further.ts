import { yearOf } from '../period/period.ts'
import { highTechIndustries } from './branches.ts'
import type { Demonstration } from './demonstration.ts'
import type { DemonstrationEnterprise } from './enterprises.ts'
import type { DemonstrationReport } from './reports.ts'
import type { DemonstrationTag } from './tags.ts'

/** A figure that follows from a report, as exact decimals in the unit of its indicator. */
export interface FurtherFigure {
  readonly indicator: string
  readonly value: string
  readonly base: string
}

const energyIntensive: ReadonlySet<string> = new Set(['25', '26', '30', '31', '32', '44'])

/** What a report also says: the taxes paid, and for which part of industry its output counts. */
export function furtherFigures({
  enterprises,
  tags,
}: Demonstration): (report: DemonstrationReport) => readonly FurtherFigure[] {
  const shares = strategicShares(tags)
  return ({ enterprise, period, values, base }) => {
    const one = enterprises[enterprise]
    if (!one) return []
    const year = yearOf(period)
    const strategic = shares.get(enterprise)
    return [
      figure('taxes-paid', taxesPaid(values), taxesPaid(base)),
      ...(strategic
        ? [
            figure(
              'strategic-emerging-output',
              (values.output * shareIn(strategic, year)) / 10_000,
              (base.output * shareIn(strategic, year - 1)) / 10_000,
            ),
          ]
        : []),
      ...(highTechIndustries.has(one.branch.industry)
        ? [
            figure('high-technology-output', values.output, base.output),
            figure('high-technology-value-added', values.valueAdded, base.valueAdded),
          ]
        : []),
      ...outputOfKind('equipment-output', isEquipment(one), values.output, base.output),
      ...outputOfKind('energy-intensive-output', isIntensive(one), values.output, base.output),
    ]
  }
}

/** In 万元; it only ever grows within a year. */
function taxesPaid({ vat, taxes, revenue }: DemonstrationReport['values']): number {
  return (vat * 0.95 + taxes + revenue * 0.006) / 10
}

function outputOfKind(
  indicator: string,
  isOfKind: boolean,
  value: number,
  base: number,
): readonly FurtherFigure[] {
  return isOfKind ? [figure(indicator, value, base)] : []
}

/** 装备制造业: divisions 33 to 40. */
function isEquipment({ branch }: DemonstrationEnterprise): boolean {
  const division = Number(branch.industry.slice(0, 2))
  return division >= 33 && division <= 40
}

function isIntensive({ branch }: DemonstrationEnterprise): boolean {
  return energyIntensive.has(branch.industry.slice(0, 2))
}

function figure(indicator: string, value: number, base: number): FurtherFigure {
  return { indicator, value: String(Math.round(value)), base: String(Math.round(base)) }
}

type Shares = ReadonlyMap<number, number>

/** Ten-thousandths of output by enterprise and year. */
function strategicShares(tags: readonly DemonstrationTag[]): ReadonlyMap<number, Shares> {
  const strategic = tags.filter(({ tag }) => tag === 'strategic')
  return new Map(
    [...Map.groupBy(strategic, ({ enterprise }) => enterprise)].map(([enterprise, spans]) => [
      enterprise,
      new Map(spans.map(({ from, share }) => [yearOf(from), share])),
    ]),
  )
}

// Before the first year that is told, and after the last, the nearest one holds.
function shareIn(shares: Shares, year: number): number {
  const years = [...shares.keys()]
  const nearest = Math.min(Math.max(...years), Math.max(Math.min(...years), year))
  return shares.get(nearest) ?? 0
}
