import type { MappedLine, MappedTable } from '#contract/sheet-mapping.ts'
import type { Subject } from '#core/indicator/figure.ts'
import { periodName } from '#core/period/period-name.ts'
import { periodMeant } from '#core/spreadsheet/period-words.ts'

/** Names of indicators and subjects by their codes. */
export interface Names {
  readonly indicator: (code: string) => string
  readonly subject: (subject: Subject) => string
}

/** What a line says, part by part, in the words of the screen. */
export interface LineParts {
  readonly indicator?: string
  readonly subject?: string
  readonly measure?: MappedLine['facets']['measure']
  readonly period?: string
  readonly span?: 'single' | 'cumulative' | 'end'
  readonly isYearBefore?: true
  readonly unit?: string
}

export function partsOf(line: MappedLine, table: MappedTable, names: Names): LineParts {
  const { indicator, subject, measure, period, unit } = line.facets
  const meant = period && periodMeant(period, table.defaults.period)
  const saysPeriod = period?.year !== undefined || period?.part !== undefined
  return {
    ...(indicator !== undefined && { indicator: names.indicator(indicator) }),
    ...(subject && { subject: names.subject(subject) }),
    ...(measure !== undefined && { measure }),
    ...(meant && saysPeriod && { period: periodName(meant.period) }),
    ...(period?.span !== undefined && { span: period.span }),
    ...(period?.relative === 'year-before' && { isYearBefore: true as const }),
    ...(unit !== undefined && { unit }),
  }
}

/** Of which kind a line is, for its sign and colour. */
export type LineRole =
  | 'indicator'
  | 'subject'
  | 'base'
  | 'check'
  | 'value'
  | 'total'
  | 'ignored'
  | 'open'

export function roleOf({ use, facets }: MappedLine): LineRole {
  if (use !== 'figures') return use
  if (facets.measure === 'growth') return 'check'
  if (facets.measure === 'base' || facets.period?.relative === 'year-before') return 'base'
  if (facets.indicator !== undefined) return 'indicator'
  return facets.subject ? 'subject' : 'value'
}

/** Whether somebody should look at a line. */
export function isDoubtful({ use, confidence }: MappedLine): boolean {
  return use === 'open' || (use === 'figures' && confidence < 0.85)
}
