import { Decimal } from 'decimal.js'
import type { Period } from '../period/period.ts'
import { type Subject, subjectKey } from './figure.ts'

// Sums of millions of exact decimals, each weighted by a share: no digit may be lost.
const Exact = Decimal.clone({ precision: 80 })

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
  value: Decimal
  matched: Decimal
  base: Decimal
  matchedCount: number
  count: number
}

/** By how much each sum differs after the changes; sums that stay as they are do not appear. */
export function sumDifferences(changes: Iterable<SumChange>): readonly SumDifference[] {
  const accounts = new Map<string, Account>()
  for (const change of changes) {
    post(accounts, change, change.was, -1)
    post(accounts, change, change.is, 1)
  }
  return [...accounts.values()].filter(isDifferent).map((account) => ({
    ...account,
    value: account.value.toFixed(),
    matched: account.matched.toFixed(),
    base: account.base.toFixed(),
  }))
}

function post(
  accounts: Map<string, Account>,
  { indicator, period }: SumChange,
  { known, counts }: SumChange['is'],
  sign: 1 | -1,
): void {
  if (known === undefined || known.value === null) return
  const value = new Exact(known.value).times(sign)
  const base = known.base === null ? undefined : new Exact(known.base).times(sign)
  for (const { subject, share } of counts) {
    const account = accountOf(accounts, subject, indicator, period)
    const part = share === '1' ? value : value.times(share)
    account.value = account.value.plus(part)
    account.count += sign
    if (base === undefined) continue
    account.matched = account.matched.plus(part)
    account.base = account.base.plus(share === '1' ? base : base.times(share))
    account.matchedCount += sign
  }
}

function accountOf(
  accounts: Map<string, Account>,
  subject: Subject,
  indicator: string,
  period: Period,
): Account {
  const key = `${subjectKey(subject)} ${indicator} ${period}`
  const found = accounts.get(key)
  if (found) return found
  const zero = new Exact(0)
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
  accounts.set(key, opened)
  return opened
}

function isDifferent({ value, matched, base, matchedCount, count }: Account): boolean {
  return (
    count !== 0 || matchedCount !== 0 || ![value, matched, base].every((amount) => amount.isZero())
  )
}

/** Whether two exact decimals are the same amount: 1.5 and 1.50 are, and so are two that are missing. */
export function isSameAmount(a: string | null, b: string | null): boolean {
  return a === b || (a !== null && b !== null && new Exact(a).equals(b))
}
