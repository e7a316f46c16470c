import type { Citation } from '../document/citation.ts'
import type { Quantity } from '../quantity/quantity.ts'

/**
 * Everything a document commits its region to, each item with the place that says so.
 * The shape travels as `jingwei.plan/1`; what is absent here is null there.
 */
export interface Plan {
  readonly title: string
  /** As printed, e.g. 永川府发〔2022〕7号. */
  readonly documentNumber?: string
  readonly issuer?: string
  /** A day, `2022-04-05`. */
  readonly issuedOn?: string
  /** Numbers of the documents this one repeals. */
  readonly supersedes: readonly string[]
  readonly region: { readonly name: string; readonly code?: string }
  readonly period: {
    readonly start: number
    readonly end: number
    readonly outlook?: readonly number[]
  }
  readonly targets: readonly Target[]
  readonly tasks: readonly Task[]
  readonly projects: readonly Project[]
  readonly industries: readonly Industry[]
  readonly parks: readonly Park[]
  readonly enterprises: readonly Mention[]
  /** What of the above had to be inferred. */
  readonly doubts?: readonly Doubt[]
}

interface Item {
  readonly citation: Citation
  /** Why a person should look before it is taken over; absent where nothing speaks against it. */
  readonly doubts?: readonly Doubt[]
}

/** A stable code for the web layer to put into words. */
export type Doubt =
  | 'unit-guessed'
  | 'year-guessed'
  | 'indicator-unclear'
  | 'scope-unclear'
  | 'maybe-history'
  | 'maybe-threshold'
  | 'table-rebuilt'
  | 'cell-unread'
  | 'bound-unclear'
  | 'lead-unclear'
  /** Units are named, none of them as the lead. */
  | 'no-lead'
  | 'several-leads'
  /** Units taken over from the row above, whose cell stands empty here. */
  | 'units-inherited'
  | 'many-actions'
  | 'title-guessed'
  | 'period-guessed'

export type Attribute = '预期性' | '约束性' | '限制性'

export interface Target extends Item {
  /** As printed, without its unit, e.g. 规模以上工业总产值. */
  readonly indicator: string
  readonly category?: string
  /** Absent: the whole region. */
  readonly scope?: Scope
  readonly unit?: string
  readonly attribute?: Attribute
  readonly baseline?: Baseline
  readonly milestones: readonly Milestone[]
  readonly growth: readonly Growth[]
}

export interface Scope {
  readonly kind: 'industry' | 'park' | 'group' | 'enterprise' | 'other'
  readonly name: string
}

export interface Baseline {
  readonly year: number
  readonly value?: number
  readonly text?: string
}

/**
 * `level`: the value in that year; `cumulative`: summed or counted over the plan period (brackets,
 * 累计, 新增); `change`: a rise or fall against the baseline (下降15%, then the value is negative).
 */
export interface Milestone extends Quantity {
  readonly year: number
  readonly kind: 'level' | 'cumulative' | 'change'
  /** The 力争 figure beside a firm one (确保 … 力争 …). */
  readonly stretch?: number
}

/** Stated growth between two years: per year unless `cumulative`; decreases are negative. */
export interface Growth {
  readonly from: number
  readonly to: number
  readonly value: number
  readonly unit: '%' | '百分点' | 'absolute'
  readonly text?: string
  /** True where the document states it for the whole stretch (累计增长). */
  readonly cumulative?: boolean
}

export interface Task extends Item {
  readonly no?: string
  readonly group?: string
  readonly text: string
  /** Only units the text says or marks as 牵头. */
  readonly lead: readonly string[]
  readonly responsible: readonly string[]
  readonly deadline?: { readonly year?: number; readonly text: string }
}

export interface Project extends Item {
  readonly no?: string
  readonly name: string
  readonly sector?: string
  readonly nature?: string
  readonly content?: string
  readonly count?: number
  readonly investment?: Quantity
  readonly land?: Quantity
  readonly annualOutput?: Quantity
  readonly startYear?: number
  readonly endYear?: number
}

export interface Industry extends Item {
  readonly name: string
  readonly parent?: string
  /** 支柱, 战略性新兴, 配套 … */
  readonly role?: string
  readonly segments: readonly string[]
  readonly goal?: Quantity
}

export interface Park extends Item {
  readonly name: string
  readonly role?: string
  readonly industries: readonly string[]
  readonly area: readonly Quantity[]
  readonly goal?: Quantity
}

/** An enterprise the document names. */
export interface Mention {
  readonly name: string
  readonly count: number
  readonly first: Citation
}
