import type { GapReason } from '../expression/value.ts'
import type { Period } from '../period/period.ts'

/**
 * What a figure can be about. Enterprises and projects are told one by one; the others are sums of
 * them, or have figures of their own that somebody else published (the official figure of a region).
 */
export const subjectKinds = [
  'region',
  'park',
  'town',
  'industry',
  'chain',
  'size',
  'tag',
  'enterprise',
  'project',
] as const
export type SubjectKind = (typeof subjectKinds)[number]

/**
 * `code` is the region's code, the code of a park's or town's organisation, a code of GB/T 4754, the
 * code of a chain, a size or a tag, the id of an enterprise or a project.
 */
export interface Subject {
  readonly kind: SubjectKind
  readonly code: string
}

/** Why somebody who was asked gave no value. */
export const givenGaps = [
  'not-reported',
  'not-due',
  'not-applicable',
  'not-measured',
  'confidential',
  'stopped-production',
  'withdrawn',
] as const
export type GivenGap = (typeof givenGaps)[number]

/** What kind of thing a figure was taken from. */
export const sourceKinds = ['submission', 'document', 'sheet', 'person', 'exchange'] as const
export type SourceKind = (typeof sourceKinds)[number]

/**
 * Where a figure comes from. `reference` is the id of the submission, document or imported file, or of
 * whoever typed it in; `place` the cell, the row and column or the span (`1204-1210`) in it.
 */
export interface Source {
  readonly kind: SourceKind
  readonly reference: string
  readonly place?: string
}

/**
 * A figure as it is given. Flows are cumulative (本年累计) at the end of the period, stocks are as of
 * its end, both in the unit of the indicator as exact decimals.
 */
export interface GivenFigure {
  readonly subject: Subject
  /** Code of the indicator. */
  readonly indicator: string
  readonly period: Period
  readonly value: string | null
  /** 上年同期 on the same sample, as told beside the value; null or absent where it was not told. */
  readonly base?: string | null
  /** Why there is no value; only where `value` is null. */
  readonly gap?: GivenGap
  readonly source: Source
}

/** Which figure is meant. */
export interface FigureKey {
  readonly subject: Subject
  readonly indicator: string
  readonly period: Period
}

/** Why a figure that was asked for has no value; `missing` is nothing known at all. */
export type FigureGap =
  | GivenGap
  /** Too few enterprises stand behind it for whom it is not theirs to see. */
  | 'suppressed'
  | GapReason

/** How a figure came about: given as it is, summed over members, or computed by a formula. */
export type FigureOrigin = 'given' | 'sum' | 'formula'

/** A figure as it is known, now or at the moment that was asked for. */
export interface Figure extends FigureKey {
  /** Exact where it was given or summed; fifteen digits where a formula computed it. */
  readonly value: string | null
  /** 上年同期, of the same members as `matched`. */
  readonly base: string | null
  /** The part of the value whose members also told their base: what growth is computed from. */
  readonly matched: string | null
  readonly gap?: FigureGap
  readonly origin: FigureOrigin
  /** How many members stand behind a sum; 1 for a given figure. */
  readonly count: number
}

/** `park:park-01`: a subject as one string, as it stands in addresses and keys of maps. */
export function subjectKey({ kind, code }: Subject): string {
  return `${kind}:${code}`
}

/** The subject written as `park:park-01`; undefined where it names none. */
export function readSubject(text: string): Subject | undefined {
  const colon = text.indexOf(':')
  const kind = subjectKinds.find((each) => each === text.slice(0, colon))
  const code = text.slice(colon + 1)
  return kind !== undefined && code !== '' ? { kind, code } : undefined
}

/** One string for each figure there can be. */
export function figureKey({ subject, indicator, period }: FigureKey): string {
  return `${subjectKey(subject)} ${indicator} ${period}`
}
