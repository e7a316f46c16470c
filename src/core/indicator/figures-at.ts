import type { Computed, Environment, Reading, Shift } from '../expression/check/step.ts'
import { evaluate } from '../expression/compile.ts'
import { gap, isGap, type Value } from '../expression/value.ts'
import {
  ancestors,
  cumulativeMonth,
  firstTwoMonths,
  type Frequency,
  halfPeriod,
  monthsOf,
  monthPeriod,
  monthsToDate,
  nextPeriod,
  type Period,
  periodKind,
  previousPeriod,
  quarterPeriod,
  samePeriodLastYear,
  yearOf,
  yearPeriod,
  yearsEarlier,
} from '../period/period.ts'
import { singleTerms } from '../period/single-value.ts'
import { mean } from '../quantity/mean.ts'
import type { IndicatorDefinition } from './definition.ts'
import { type CompiledLibrary, type Entry, entryAt } from './library.ts'

/** The reported figures of one subject. */
export interface Figures {
  /** The value of an indicator in its unit at a period: of flows the cumulative value (本年累计) at its end. */
  readonly value: (code: string, period: Period) => Value
  /** 上年同期 as reported beside the figure, of the same sample; undefined where none was. */
  readonly base?: (code: string, period: Period) => Value | undefined
  /** Of a sum, what comes from members that told a base; undefined where all of it does. */
  readonly matched?: (code: string, period: Period) => Value | undefined
}

export interface FiguresAtOptions {
  readonly library: CompiledLibrary
  readonly figures: Figures
  readonly period: Period
  /** The comparable subjects, this one among them, for ranks and medians. */
  readonly peers?: () => readonly Figures[]
}

/**
 * The figures of a subject as expressions see them: reported ones, those that formulas of the library give, at the
 * period, before it, alone or to date. What was computed once is kept for as long as the environment is.
 */
export function figuresAt(options: FiguresAtOptions): Environment {
  return new Session(options).at({ period: options.period, sample: 'all' })
}

interface State {
  readonly period: Period
  /** `base`: the figures of the year before that were reported beside those of `period`, by the `matched` ones. */
  readonly sample: 'all' | 'matched' | 'base'
  readonly reading?: Reading
  /** Of figures read alone: how many months the period has that they are compared from. */
  readonly months?: number
}

/** A class, because the environments of all times share what was computed. */
class Session {
  readonly #options: FiguresAtOptions
  readonly #environments = new Map<string, Environment>()
  #peers: readonly Session[] | undefined

  constructor(options: FiguresAtOptions) {
    this.#options = options
  }

  at(state: State): Environment {
    const key = `${state.period} ${state.sample} ${state.reading ?? ''} ${state.months ?? ''}`
    const known = this.#environments.get(key)
    if (known) return known
    const made = this.#environment(state)
    this.#environments.set(key, made)
    return made
  }

  #environment(state: State): Environment {
    const values = new Map<string, Value>()
    const { period, sample } = state
    const environment: Environment = {
      value: (name) => {
        const known = values.get(name)
        if (known !== undefined) return known
        const value = this.#value(name, state, environment)
        values.set(name, value)
        return value
      },
      shifted: (shift) => this.at(shiftedState(state, shift)),
      read: (reading) => this.at(readState(state, reading)),
      monthsToDate: () => monthsOf(period).to,
      when: sample === 'base' ? samePeriodLastYear(period) : period,
      ...(sample === 'base' && { beside: period }),
      computed: (name) => this.#computed(name, state, environment),
      ...(this.#options.peers && { peers: () => this.#peersAt(state) }),
    }
    return environment
  }

  #value(name: string, state: State, environment: Environment): Value {
    const entry = entryAt(this.#options.library, name, state.period)
    if (!entry) return gap('missing', name)
    if (entry.expression) return evaluate(entry.expression, environment)
    return this.#reported(entry.definition, state)
  }

  #reported(definition: IndicatorDefinition, { period, sample, reading, months }: State): Value {
    const at = (when: Period): Value => this.#figure(definition, when, sample)
    if (definition.overTime !== 'cumulative') return at(period)
    if (reading !== 'alone') return at(period)
    if (months !== undefined && months !== lengthOf(period)) return gap('uneven-periods')
    const terms = singleTerms(period, definition.frequency)
    if (!terms) return gap('missing', definition.name)
    const plus = at(terms.plus)
    if (terms.minus === undefined || typeof plus !== 'number') return plus
    const minus = at(terms.minus)
    return typeof minus === 'number' ? plus - minus : minus
  }

  #figure(definition: IndicatorDefinition, period: Period, sample: State['sample']): Value {
    const { code, name, overTime, frequency } = definition
    for (const when of endingTogether(period)) {
      const value = this.#told(code, when, sample)
      if (!isGap(value)) return value
    }
    if (overTime === 'average' && periodKind(period) === 'year') {
      const rule = frequency === 'calendar-month' ? frequency : 'month'
      const values = monthsToDate(period, rule).map((month) => this.#told(code, month, sample))
      const numbers = values.filter((value) => typeof value === 'number')
      if (numbers.length === values.length) return mean(numbers)
    }
    const told = this.#told(code, period, sample)
    return isGap(told) && told.gap === 'missing' ? gap('missing', name) : told
  }

  #told(code: string, period: Period, sample: State['sample']): Value {
    const { figures } = this.#options
    if (sample === 'all') return figures.value(code, period)
    if (sample === 'matched') return figures.matched?.(code, period) ?? figures.value(code, period)
    return figures.base?.(code, period) ?? figures.value(code, samePeriodLastYear(period))
  }

  #computed(name: string, state: State, environment: Environment): Computed | undefined {
    const entry: Entry | undefined = entryAt(this.#options.library, name, state.period)
    const expression = entry?.expression
    return expression && { source: expression.source, root: expression.root, environment }
  }

  #peersAt(state: State): readonly Environment[] {
    const { peers } = this.#options
    this.#peers ??= (peers?.() ?? []).map((figures) => new Session({ ...this.#options, figures }))
    return this.#peers.map((peer) => peer.at(state))
  }
}

function readState({ period, sample }: State, reading: Reading): State {
  return reading === 'alone'
    ? { period, sample, reading, months: lengthOf(period) }
    : { period, sample, reading }
}

function lengthOf(period: Period): number {
  const { from, to } = monthsOf(period)
  return to - from + 1
}

function shiftedState(state: State, shift: Shift): State {
  const { period } = state
  if (shift === 'base') {
    return state.sample === 'base'
      ? { ...state, period: samePeriodLastYear(period) }
      : { ...state, sample: 'base' }
  }
  if (shift === 'matched') return state.sample === 'base' ? state : { ...state, sample: 'matched' }
  if (shift === 'year-end') return { ...state, period: lastPeriodOfYearBefore(period) }
  if ('years' in shift) return { ...state, period: yearsEarlier(period, -shift.years) }
  const step = shift.periods < 0 ? previousPeriod : nextPeriod
  const rule = roundOf(period)
  let moved = period
  for (let count = Math.abs(shift.periods); count > 0; count--) moved = step(moved, rule)
  return { ...state, period: moved }
}

// Single January and February exist only where all twelve months are told.
function roundOf(period: Period): Frequency {
  const single = periodKind(period) === 'month' && monthsOf(period).to <= 2
  return single ? 'calendar-month' : 'month'
}

function lastPeriodOfYearBefore(period: Period): Period {
  const year = yearOf(period) - 1
  switch (periodKind(period)) {
    case 'year':
      return yearPeriod(year)
    case 'half':
      return halfPeriod(year, 2)
    case 'quarter':
      return quarterPeriod(year, 4)
    case 'month':
    case 'first-two-months':
      return monthPeriod(year, 12)
  }
}

/**
 * The periods at whose end the same cumulative value or stock stands, the one asked for first: the first half of a
 * year, its second quarter and June. An indicator told by quarters is found by a month that ends one.
 */
export function endingTogether(period: Period): readonly Period[] {
  const { to } = monthsOf(period)
  const month = cumulativeMonth(period) ?? period
  const longer = ancestors(month).filter((each) => monthsOf(each).to === to)
  const second = month === firstTwoMonths(yearOf(period)) ? [monthPeriod(yearOf(period), 2)] : []
  return [...new Set([period, month, ...second, ...longer])]
}
