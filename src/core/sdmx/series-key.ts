import { comparePeriods, type Period, parsePeriod } from '../period/period.ts'
import { seriesDimensions, type SeriesDimension } from './dataflow.ts'

/** What a key asks of each dimension; absent for all of it. */
export type SeriesKey = Partial<Readonly<Record<SeriesDimension, readonly string[]>>>

/** Reads `M.REGION.999901.industrial-output+profit`, `*` or nothing for all; undefined where it is no key. */
export function readSeriesKey(text: string): SeriesKey | undefined {
  if (text === '*' || text === 'all') return {}
  const parts = text.split('.')
  if (parts.length > seriesDimensions.length) return undefined
  return Object.fromEntries(
    parts.flatMap((part, index) => {
      const dimension = seriesDimensions[index]
      if (dimension === undefined || part === '' || part === '*') return []
      return [[dimension, part.split(/[+,]/)]]
    }),
  )
}

/** Those of the periods that a condition like `ge:2026-01+le:2026-06`, `eq:2026` or `2026-03,2026-04` names. */
export function periodsMeant(
  periods: readonly Period[],
  condition: string | undefined,
): readonly Period[] | undefined {
  if (condition === undefined) return periods
  const tests = condition.split('+').map(testOf)
  if (tests.some((test) => test === undefined)) return undefined
  return periods.filter((period) => tests.every((test) => test?.(period) === true))
}

function testOf(condition: string): ((period: Period) => boolean) | undefined {
  const [, operator = 'eq', values = ''] = /^(?:(eq|ge|gt|le|lt):)?(.+)$/.exec(condition) ?? []
  const named = values.split(',').map(readTime)
  if (named.some((one) => one === undefined)) return undefined
  const [first] = named
  switch (operator) {
    case 'ge':
    case 'gt':
    case 'le':
    case 'lt':
      return first === undefined
        ? undefined
        : (period) => isBeyond(comparePeriods(period, first), operator)
    default:
      return (period) => named.includes(period)
  }
}

function isBeyond(order: number, operator: 'ge' | 'gt' | 'le' | 'lt'): boolean {
  switch (operator) {
    case 'ge':
      return order >= 0
    case 'gt':
      return order > 0
    case 'le':
      return order <= 0
    case 'lt':
      return order < 0
  }
}

function readTime(text: string): Period | undefined {
  const joint = /^(\d{4})-01-01\/P2M$/.exec(text)?.[1]
  return parsePeriod(joint === undefined ? text.replace('-S', '-H') : `${joint}-M1-2`)
}
