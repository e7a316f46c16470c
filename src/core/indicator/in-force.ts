import { comparePeriods, type Period, previousPeriod } from '../period/period.ts'
import type { IndicatorDefinition, IndicatorLibrary } from './definition.ts'

/**
 * The library out of all versions ever written, given oldest first: of versions of one code that hold
 * for the same period the later written counts, and an earlier one ends where it begins.
 */
export function libraryInForce(written: readonly IndicatorDefinition[]): IndicatorLibrary {
  return [...Map.groupBy(written, ({ code }) => code).values()].flatMap((versions) =>
    versions.toReversed().reduce<readonly IndicatorDefinition[]>(beforeThose, []),
  )
}

function beforeThose(
  later: readonly IndicatorDefinition[],
  version: IndicatorDefinition,
): readonly IndicatorDefinition[] {
  const overlapping = later.filter((other) => overlap(version, other))
  if (overlapping.length === 0) return [...later, version]
  const first = overlapping.map(({ from }) => from).toSorted(byStart)[0]
  if (first === undefined) return later
  if (version.from !== undefined && comparePeriods(version.from, first) >= 0) return later
  return [...later, { ...version, to: previousPeriod(first) }]
}

function overlap(a: IndicatorDefinition, b: IndicatorDefinition): boolean {
  return !endsBefore(a, b) && !endsBefore(b, a)
}

function endsBefore({ to }: IndicatorDefinition, { from }: IndicatorDefinition): boolean {
  return to !== undefined && from !== undefined && comparePeriods(to, from) < 0
}

function byStart(a: Period | undefined, b: Period | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined)
  return comparePeriods(a, b)
}
