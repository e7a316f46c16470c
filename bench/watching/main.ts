/**
 * Watching a district of 350 enterprises: how fast the overview answers, how long a month takes with
 * all that belongs to it, and what warning rules find of what was planted.
 *
 *   npm run bench:watching [-- --times 200 --planted]
 */
import { analysisDocx, growthCauses } from '#contract/analysis.ts'
import { lookForWarnings } from '#contract/warning.ts'
import { listStandings } from '#contract/watching.ts'
import { pastError, yearOutlook } from '#core/forecast/year-outlook.ts'
import { type Period, previousPeriod, yearOf } from '#core/period/period.ts'
import { quantile } from '../indicator/quantile.ts'
import { installationFolder, startServer } from '../program/running-server.ts'
import { ask, signedIn, type User } from '../program/user.ts'
import { tellPlanted } from './planted.ts'
import { monthlySeries } from './series.ts'
import fs from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'

const { values: options } = parseArgs({
  options: {
    times: { type: 'string', default: '200' },
    planted: { type: 'boolean', default: false },
  },
})

const indicators = ['industrial-output', 'operating-revenue', 'total-profit'] as const
const ways = ['industry', 'park', 'town', 'chain', 'enterprise'] as const

if (options.planted) {
  await tellPlanted()
} else {
  const folder = installationFolder()
  const server = await startServer('pglite', folder)
  try {
    const user = await signedIn(server.url, 'yunxing')
    const period = await prepared(user)
    await overview(user)
    // The month before: nobody has looked at it yet, so nothing of it is remembered.
    await month(user, previousPeriod(period))
  } finally {
    await server.stop()
    fs.rmSync(folder, { recursive: true })
  }
}

/** Waits until the figures are in and the warnings of the last month are told; gives that month. */
async function prepared(user: User): Promise<Period> {
  for (let period: Period | undefined; ;) {
    const told = await ask(user, listStandings, {})
    const isStill = told.period !== undefined && told.period === period
    period = told.period
    if (period !== undefined && isStill && (await warned(user))) return period
    await wait(5000)
  }
}

async function warned(user: User): Promise<boolean> {
  const reply = await fetch(`${user.url}/api/warnings?state=all&limit=1`, {
    headers: { cookie: user.cookie },
  })
  const { total } = (await reply.json()) as { total: number }
  return total > 0
}

async function overview(user: User): Promise<void> {
  const taken: number[] = []
  let targets = 0
  for (let count = 0; count < Number(options.times); count += 1) {
    const begun = performance.now()
    targets = (await ask(user, listStandings, {})).targets.length
    taken.push(performance.now() - begun)
  }
  const [first = 0, ...warm] = taken
  const at = (share: number): string => `${quantile(warm, share).toFixed(0)} ms`
  console.log(`overview of ${targets} targets, ${warm.length} times, end to end`)
  console.log(
    `  p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}; the first ${first.toFixed(0)} ms`,
  )
}

/** All that a month brings, one after the other. */
async function month(user: User, period: Period): Promise<void> {
  console.log(`the run of ${period}`)
  const begun = performance.now()
  await told('targets against their paths', async () => {
    await ask(user, listStandings, { period })
  })
  await told('causes of three indicators in five ways', async () => {
    for (const indicator of indicators) {
      for (const by of ways) await ask(user, growthCauses, { indicator, period, by })
    }
  })
  const series = monthlySeries()
  await told(`outlooks of ${series.length} series with their past errors`, async () => {
    for (const one of series) {
      yearOutlook({ ...one, years: [yearOf(period)] })
      pastError(one)
    }
  })
  await told('warnings by all rules', async () => {
    await ask(user, lookForWarnings, { period })
  })
  await told('the analysis as docx', async () => {
    const page = analysisDocx.path.replace(':period', period)
    const reply = await fetch(`${user.url}/api${page}?origin=${encodeURIComponent(user.url)}`, {
      headers: { cookie: user.cookie },
    })
    if (!reply.ok) throw new Error(`The analysis was answered with ${reply.status}`)
    await reply.arrayBuffer()
  })
  console.log(`  all: ${((performance.now() - begun) / 1000).toFixed(1)} s`)
}

async function told(what: string, work: () => Promise<void>): Promise<void> {
  const begun = performance.now()
  await work()
  console.log(`  ${what}: ${((performance.now() - begun) / 1000).toFixed(2)} s`)
}
