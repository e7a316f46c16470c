import type { Subject } from '#core/indicator/figure.ts'
import type { Db } from '#server/db/db.ts'
import { figuresOf } from '#server/indicator/figures.ts'
import { sumsFromObservations } from '#server/indicator/recompute.ts'
import { cpuSeconds } from './cpu.ts'
import { quantile } from './quantile.ts'
import { items, monthAt, ratios, region, size } from './world.ts'
import { setTimeout as wait } from 'node:timers/promises'

const requestsASecond = 50
const dashboards = 20

export interface Reading {
  /** Milliseconds from the moment a request was due. */
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly count: number
  /** Milliseconds of CPU of this process for each. */
  readonly cpu: number
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

/**
 * Asks at a steady rate whether or not answers come; a late answer delays nobody's question. Once a
 * second `meanwhile` is called with the number of the second.
 */
export async function reading(
  db: Db,
  seconds: number,
  meanwhile?: (second: number) => Promise<void>,
): Promise<Reading> {
  return atRate(
    seconds,
    ({ subject, indicators, computed }) =>
      figuresOf(db, {
        region,
        subjects: [subject],
        indicators: [...indicators, ...computed],
        periods,
      }),
    meanwhile,
  )
}

/** The same sums made from raw rows by SQL, one question after the other: what kept sums save. */
export async function readingRawRows(db: Db, count: number): Promise<Reading> {
  const all = questions()
  const times: number[] = []
  const spent = cpuSeconds()
  for (let turn = 0; turn < count; turn += 1) {
    const question = all[turn % all.length]
    if (!question) break
    const { subject, indicators } = question
    const began = performance.now()
    await sumsFromObservations(db, { region, indicators, periods, subjects: [subject] })
    times.push(performance.now() - began)
  }
  return told(times, spent())
}

async function atRate(
  seconds: number,
  ask: (question: Question) => Promise<unknown>,
  meanwhile?: (second: number) => Promise<void>,
): Promise<Reading> {
  const all = questions()
  const times: number[] = []
  const asked: Promise<void>[] = []
  const timed = async (question: Question, due: number) => {
    await ask(question)
    times.push(performance.now() - due)
  }
  const spent = cpuSeconds()
  const began = performance.now()
  for (let turn = 0; turn < seconds * requestsASecond; turn += 1) {
    const due = began + (turn * 1000) / requestsASecond
    const early = due - performance.now()
    if (early > 0) await wait(early)
    const question = all[turn % all.length]
    if (!question) break
    if (meanwhile && turn % requestsASecond === 0) asked.push(meanwhile(turn / requestsASecond))
    asked.push(timed(question, due))
  }
  await Promise.all(asked)
  return told(times, spent())
}

function told(times: readonly number[], cpu: number): Reading {
  return {
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    p99: quantile(times, 0.99),
    count: times.length,
    cpu: (cpu * 1000) / times.length,
  }
}
