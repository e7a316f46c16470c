import type { Period } from '../period/period.ts'
import {
  type Exact,
  exact,
  exactText,
  isZero,
  negative,
  plus,
  times,
  zero,
} from '../quantity/exact.ts'
import { type Subject, subjectKey } from './figure.ts'

/** What is known of one figure; a gap has no value. */
export interface Known {
  readonly value: string | null
  readonly base: string | null
}

/** A sum a subject counts in, with the share of its figures. */
export interface Counting {
  readonly subject: Subject
  /** Exact decimal above 0 and up to 1. */
  readonly share: string
}

/** One figure of a member as it was and as it is, and where it counted then and counts now. */
export interface SumChange {
  readonly indicator: string
  readonly period: Period
  readonly was: { readonly known: Known | undefined; readonly counts: readonly Counting[] }
  readonly is: { readonly known: Known | undefined; readonly counts: readonly Counting[] }
}

/** What is to be added to a kept sum. */
export interface SumDifference {
  readonly subject: Subject
  readonly indicator: string
  readonly period: Period
  /** Exact decimals. */
  readonly value: string
  /** Of the members that told 上年同期: their value, their 上年同期, their number. */
  readonly matched: string
  readonly base: string
  readonly matchedCount: number
  readonly count: number
}

interface Account {
  readonly subject: Subject
  readonly indicator: string
  readonly period: Period
  value: Exact
  matched: Exact
  base: Exact
  matchedCount: number
  count: number
}

/** By how much each sum differs after the changes; sums that stay as they are do not appear. */
export function sumDifferences(changes: Iterable<SumChange>): readonly SumDifference[] {
  const ledger = new Ledger()
  for (const change of changes) {
    post(ledger, change, change.was, -1)
    post(ledger, change, change.is, 1)
  }
  return ledger
    .accounts()
    .filter(isDifferent)
    .map((account) => ({
      ...account,
      value: exactText(account.value),
      matched: exactText(account.matched),
      base: exactText(account.base),
    }))
}

function post(
  ledger: Ledger,
  change: SumChange,
  { known, counts }: SumChange['is'],
  sign: 1 | -1,
): void {
  if (known === undefined || known.value === null) return
  const value = signed(known.value, sign)
  const base = known.base === null ? undefined : signed(known.base, sign)
  const item = `${change.indicator} ${change.period}`
  for (const { subject, share } of counts) {
    const account = ledger.account(subject, item, change)
    const weight = share === '1' ? undefined : exact(share)
    const part = weight ? times(value, weight) : value
    account.value = plus(account.value, part)
    account.count += sign
    if (base === undefined) continue
    account.matched = plus(account.matched, part)
    account.base = plus(account.base, weight ? times(base, weight) : base)
    account.matchedCount += sign
  }
}

function signed(text: string, sign: 1 | -1): Exact {
  return sign === 1 ? exact(text) : negative(exact(text))
}

/** A class, because an import posts hundreds of thousands of amounts and must find each account fast. */
class Ledger {
  readonly #bySubject = new Map<string, Map<string, Account>>()
  // The memberships of a report are one list for all its items.
  readonly #seen = new Map<Subject, Map<string, Account>>()

  account(subject: Subject, item: string, { indicator, period }: SumChange): Account {
    const items = this.#seen.get(subject) ?? this.#itemsOf(subject)
    const found = items.get(item)
    if (found) return found
    const opened: Account = {
      subject,
      indicator,
      period,
      value: zero,
      matched: zero,
      base: zero,
      matchedCount: 0,
      count: 0,
    }
    items.set(item, opened)
    return opened
  }

  accounts(): readonly Account[] {
    return [...this.#bySubject.values()].flatMap((items) => [...items.values()])
  }

  #itemsOf(subject: Subject): Map<string, Account> {
    const key = subjectKey(subject)
    const items = this.#bySubject.get(key) ?? new Map<string, Account>()
    this.#bySubject.set(key, items)
    this.#seen.set(subject, items)
    return items
  }
}

function isDifferent({ value, matched, base, matchedCount, count }: Account): boolean {
  return count !== 0 || matchedCount !== 0 || ![value, matched, base].every(isZero)
}

/** Whether two exact decimals are the same amount: 1.5 and 1.50 are, and so are two that are missing. */
export function isSameAmount(a: string | null, b: string | null): boolean {
  if (a === b) return true
  return a !== null && b !== null && exactText(exact(a)) === exactText(exact(b))
}
