import type { Subject } from '../indicator/figure.ts'
import type { Period } from '../period/period.ts'
import type { LabelKind, Measure } from './label.ts'
import type { MatchReason, NameIndex } from './names.ts'
import type { PeriodWords } from './period-words.ts'
import type { LoneText } from './tables.ts'

/** What a line of a table, or the table as a whole, says of its figures. */
export interface Facets {
  readonly subject?: Subject
  /** Code of the indicator. */
  readonly indicator?: string
  readonly period?: PeriodWords
  readonly measure?: Measure
  readonly unit?: string
}

/** What is done with a line: its figures are taken, held against the sum of the others, or left. */
export type LineUse = 'figures' | 'total' | 'ignored' | 'open'

/** Why a line is understood as it is, for people to judge. */
export type LineReason =
  | { readonly code: 'decided' }
  | { readonly code: 'remembered' }
  | {
      readonly code: 'matched'
      readonly what: 'indicator' | 'subject'
      readonly by: MatchReason
      readonly name: string
    }
  /** Taken from the line before it: 同比 stands beside what it is the growth of. */
  | { readonly code: 'inherited'; readonly name: string }
  | { readonly code: 'year-before-by-growth' }
  | { readonly code: 'total' }
  | { readonly code: 'group' }
  | { readonly code: 'hidden' }
  | { readonly code: 'not-kept'; readonly measure: Measure }
  | { readonly code: 'unknown-name'; readonly name: string }
  | { readonly code: 'nothing-told' }

/** A row of the body or a column of figures. */
export interface Line {
  /** Of its row or column on the sheet, from 0. */
  readonly index: number
  readonly label: string
  /** By which it is known again next month. */
  readonly key: string
  readonly use: LineUse
  readonly facets: Facets
  readonly confidence: number
  readonly reasons: readonly LineReason[]
  /** How far in its label stands, in steps. */
  readonly level: number
}

export interface LabelColumn {
  readonly index: number
  readonly label: string
  readonly key: string
  readonly holds: LabelKind
  /** The holder was told by a person, now or in an earlier month. */
  readonly isDecided: boolean
}

export interface Defaults {
  readonly subject: Subject
  readonly indicator?: string
  readonly unit?: string
  /** What the sheet is about; absent where neither the sheet nor a person says. */
  readonly period?: Period
  /** Where the period stands. */
  readonly periodFrom?: 'decided' | 'title' | 'sheet-name' | 'file-name' | 'head'
}

/** How one table of a sheet is read. */
export interface TableMapping {
  /** `sheet 0, table 1` of the file as one string. */
  readonly id: string
  readonly sheet: number
  readonly bounds: {
    readonly top: number
    readonly left: number
    readonly bottom: number
    readonly right: number
  }
  readonly headRows: readonly number[]
  readonly titles: readonly LoneText[]
  readonly notes: readonly LoneText[]
  readonly labels: readonly LabelColumn[]
  readonly rows: readonly Line[]
  readonly columns: readonly Line[]
  readonly defaults: Defaults
  /** The whole table is left out: nothing in it is known, or somebody said so. */
  readonly isSkipped: boolean
  /** The layout without what moves from month to month. */
  readonly fingerprint: string
}

/** What a person said of a line, in place of what was proposed. */
export interface LineDecision {
  readonly use?: 'figures' | 'total' | 'ignored'
  readonly subject?: Subject
  readonly indicator?: string
  readonly measure?: Measure
  readonly unit?: string
}

/** What a person said of a table; lines and columns of labels by their keys. */
export interface Decisions {
  readonly isSkipped?: boolean
  readonly period?: Period
  readonly subject?: Subject
  readonly indicator?: string
  readonly unit?: string
  readonly labels?: Readonly<Record<string, LabelKind>>
  readonly rows?: Readonly<Record<string, LineDecision>>
  readonly columns?: Readonly<Record<string, LineDecision>>
}

/** What a table is read with. */
export interface Reading {
  readonly index: NameIndex
  /** As it was uploaded: some say their period only there. */
  readonly fileName: string
  /** What was said in an earlier month, and what is said now; the present holds. */
  readonly remembered?: Decisions
  readonly decisions?: Decisions
}

/** How sure the reading of a table is: that of its least sure line; 0 where a line is still open. */
export function confidenceOf({ rows, columns }: Pick<TableMapping, 'rows' | 'columns'>): number {
  return [...rows, ...columns].reduce((least, { use, confidence }) => {
    if (use === 'open') return 0
    return use === 'figures' ? Math.min(least, confidence) : least
  }, 1)
}

interface Periods {
  readonly rows: readonly Pick<Line, 'use' | 'facets'>[]
  readonly columns: readonly Pick<Line, 'use' | 'facets'>[]
  readonly defaults: { readonly period?: Period }
}

/** Whether every figure has its period: from the table as a whole, or from each of its rows or columns. */
export function knowsPeriods({ rows, columns, defaults }: Periods): boolean {
  if (defaults.period !== undefined) return true
  return [rows, columns].some((lines) => {
    const taken = lines.filter(({ use }) => use === 'figures')
    return taken.length > 0 && taken.every(({ facets }) => facets.period?.year !== undefined)
  })
}
