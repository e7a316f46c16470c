import type { Subject } from '#core/indicator/figure.ts'
import { keptMember } from '#core/indicator/membership.ts'
import type { Db } from '#server/db/db.ts'
import { figuresOf } from '#server/indicator/figures.ts'
import { cpuSeconds } from './cpu.ts'
import { targetFigures } from './targets.ts'
import { quantile } from './quantile.ts'
import { reporter } from './reporter.ts'
import { enterprise, items, memberships, monthAt, ratios, region, seeded, size } from './world.ts'

const runs = 5
const reportsARun = 200

export interface Freshness {
  /** Milliseconds: p95 of each run, from the report coming in to everything read. */
  readonly p95s: readonly number[]
  readonly median: number
  /** Of all reports: the part that accepts. */
  readonly acceptP95: number
  /** Milliseconds of CPU of this process for each report, reading included. */
  readonly cpu: number
}

/**
 * Corrected reports of the last month come in one by one; after each, the sums of its region, park,
 * town, industry and chain, the ratios and the targets are read. Figures are checked, not only timed.
 */
export async function freshness(db: Db): Promise<Freshness> {
  const accept = reporter(db)
  const chance = seeded(99)
  const month = size.months - 1
  const subjects = subjectsByEnterprise()
  const spent = cpuSeconds()
  const p95s: number[] = []
  const accepts: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const times: number[] = []
    for (let count = 0; count < reportsARun; count += 1) {
      const index = Math.floor(chance() * size.enterprises)
      const began = performance.now()
      await accept(index)
      accepts.push(performance.now() - began)
      const read = await figuresOf(db, {
        region,
        subjects: subjects.get(enterprise(index)) ?? [],
        indicators: [...items, ...ratios],
        periods: [monthAt(month)],
      })
      const bound = await targetFigures(db, monthAt(month))
      times.push(performance.now() - began)
      if (bound !== 30 || read.some(({ value }) => value === null))
        throw new Error('Not all is there')
    }
    p95s.push(quantile(times, 0.95))
  }
  return {
    p95s,
    median: quantile(p95s, 0.5),
    acceptP95: quantile(accepts, 0.95),
    cpu: (spent() * 1000) / (runs * reportsARun),
  }
}

function subjectsByEnterprise(): ReadonlyMap<string, readonly Subject[]> {
  const shown = ['park', 'town', 'industry', 'chain']
  const changes = memberships().filter(({ dimension }) => shown.includes(dimension))
  return new Map(
    [...Map.groupBy(changes, ({ subject }) => subject.code)].map(([code, own]) => [
      code,
      [
        { kind: 'region' as const, code: region },
        ...own.flatMap(({ dimension, memberships: spells }) =>
          spells.map(({ member }) => ({ kind: dimension, code: keptMember(dimension, member) })),
        ),
      ],
    ]),
  )
}
