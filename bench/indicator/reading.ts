import type { Subject } from '#core/indicator/figure.ts'
import type { Db } from '#server/db/db.ts'
import { figuresOf } from '#server/indicator/figures.ts'
import { sumsFromObservations } from '#server/indicator/recompute.ts'
import { quantile } from './quantile.ts'
import { items, monthAt, ratios, region, size } from './world.ts'
import { setTimeout as wait } from 'node:timers/promises'

const requestsASecond = 50
const dashboards = 20

export interface Reading {
  /** Milliseconds from the moment a request was due. */
  readonly p50: number
  readonly p95: number
  readonly count: number
}

interface Question {
  readonly subject: Subject
  readonly indicators: readonly string[]
  readonly computed: readonly string[]
}

/** What twenty dashboards show: six items and two ratios of one subject over thirteen months. */
function questions(): readonly Question[] {
  const subjects: readonly Subject[] = [
    { kind: 'region', code: region },
    ...Array.from({ length: size.parks }, (_, park) => ({
      kind: 'park' as const,
      code: `park-${park}`,
    })),
    ...Array.from({ length: size.chains }, (_, chain) => ({
      kind: 'chain' as const,
      code: `chain-${chain}`,
    })),
    ...['13', '14', '15', '16', '17'].map((code) => ({ kind: 'industry' as const, code })),
  ]
  return subjects.slice(0, dashboards).map((subject, index) => ({
    subject,
    indicators: Array.from({ length: 6 }, (_, item) => items[(index + item) % size.items] ?? ''),
    computed: [ratios[index] ?? '', ratios[(index + 1) % ratios.length] ?? ''],
  }))
}

const periods = Array.from({ length: 13 }, (_, back) => monthAt(size.months - 1 - back))

/** Asks at a steady rate whether or not answers come; a late answer delays nobody's question. */
export async function reading(db: Db, seconds: number): Promise<Reading> {
  return atRate(seconds, ({ subject, indicators, computed }) =>
    figuresOf(db, {
      region,
      subjects: [subject],
      indicators: [...indicators, ...computed],
      periods,
    }),
  )
}

/** The same sums made from raw rows by SQL, one question after the other: what kept sums save. */
export async function readingRawRows(db: Db, count: number): Promise<Reading> {
  const all = questions()
  const times: number[] = []
  for (let turn = 0; turn < count; turn += 1) {
    const question = all[turn % all.length]
    if (!question) break
    const { subject, indicators } = question
    const began = performance.now()
    await sumsFromObservations(db, { region, indicators, periods, subjects: [subject] })
    times.push(performance.now() - began)
  }
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), count }
}

async function atRate(
  seconds: number,
  ask: (question: Question) => Promise<unknown>,
): Promise<Reading> {
  const all = questions()
  const times: number[] = []
  const asked: Promise<void>[] = []
  const began = performance.now()
  for (let turn = 0; turn < seconds * requestsASecond; turn += 1) {
    const due = began + (turn * 1000) / requestsASecond
    const early = due - performance.now()
    if (early > 0) await wait(early)
    const question = all[turn % all.length]
    if (!question) break
    asked.push(
      ask(question).then(() => {
        times.push(performance.now() - due)
      }),
    )
  }
  await Promise.all(asked)
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), count: times.length }
}
