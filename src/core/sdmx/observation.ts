import type { FigureGap, Subject } from '../indicator/figure.ts'
import type { Period } from '../period/period.ts'

/** A figure made ready for sharing. */
export interface SharedObservation {
  readonly subject: Subject
  readonly subjectName: string
  readonly indicator: string
  readonly indicatorName: string
  readonly unit: string
  readonly period: Period
  readonly value: string | null
  readonly base: string | null
  readonly gap?: FigureGap
  readonly validFrom?: string
  readonly validTo?: string
  /** Was known at the moment asked after, and is withdrawn since. */
  readonly isGone?: true
}

/** Codes of CL_OBS_STATUS (SDMX cross-domain) that we use. */
export const observationStatuses = {
  A: ['Normal value', '正常'],
  M: ['Missing value; data cannot exist', '不适用'],
  O: ['Missing value', '缺数'],
  Q: ['Missing value; suppressed', '不公开'],
} as const
export type ObservationStatus = keyof typeof observationStatuses

export function statusOf({
  value,
  gap,
}: Pick<SharedObservation, 'value' | 'gap'>): ObservationStatus {
  if (value !== null) return 'A'
  if (gap === 'suppressed' || gap === 'confidential') return 'Q'
  return gap === 'not-applicable' ? 'M' : 'O'
}
