import type { Report } from '#contract/report.ts'
import type { EnterpriseId } from '#core/id.ts'
import type { Period } from '#core/period/period.ts'
import { openApp } from '#server/app.ts'
import { demonstrationIdentity, demonstrationRegion } from '#server/demo/demonstration.ts'
import { insertEnterprises } from '#server/enterprise/store.ts'
import { newId } from '#server/new-id.ts'
import { insertRegion } from '#server/region/store.ts'
import fs from 'node:fs'
import path from 'node:path'
import { pino } from 'pino'
import { setTimeout as wait } from 'node:timers/promises'

export interface Load {
  readonly reports: number
  readonly requests: number
  /** Milliseconds. */
  readonly median: number
  readonly p95: number
  readonly p99: number
  readonly errors: number
  /** What was answered the first time something of a kind went wrong, by its status and code. */
  readonly firstErrors: readonly string[]
  /** How many were passed at once: all of them, as far as one request takes them. */
  readonly passed: number
  /** Passing these in one transaction, figures and sums included. */
  readonly acceptMs: number
}

export interface LoadQuestion {
  readonly enterprises: number
  /** They are spread evenly over these. */
  readonly seconds: number
  /** Only so many seconds of these are looked at; those who would report later do not. */
  readonly atMost: number
  readonly provider: string
}

const period = '2026-M1-2' as Period
const mostAtOnce = 500

/** Enterprises look at their report, save and submit it, spread evenly over some seconds. */
export async function measureLoad(
  folder: string,
  { enterprises, seconds, atMost, provider }: LoadQuestion,
): Promise<Load> {
  fs.mkdirSync(folder, { recursive: true, mode: 0o755 })
  const app = await openApp({
    dataFolder: folder,
    databaseUrl: `${provider}:${path.join(folder, 'database')}`,
    webFolder: path.join(folder, 'web'),
    metricsHosts: [],
    logger: pino({ level: 'silent' }),
    version: '0.0.0',
    isDemonstration: false,
    busyAfterMs: 0,
    requestsPerMinute: 1_000_000,
    identify: () => Promise.resolve(demonstrationIdentity),
  })
  try {
    const { db } = app.database
    await insertRegion(db, demonstrationRegion)
    await insertEnterprises(db, demonstrationRegion.code, invented(enterprises))
    const times: number[] = []
    let errors = 0
    const firstErrors = new Map<string, string>()
    const ask = async (method: 'GET' | 'PUT' | 'POST', url: string, payload?: object) => {
      const started = performance.now()
      const reply = await app.http.inject({
        method,
        url: `/api${url}`,
        ...(payload && { payload }),
      })
      times.push(performance.now() - started)
      if (reply.statusCode === 200) return reply
      errors += 1
      const kind = `${reply.statusCode} ${codeIn(reply.body)}`
      if (!firstErrors.has(kind)) {
        firstErrors.set(kind, `${method} ${url} ${kind} ${reply.body.slice(0, 500)}`)
      }
      return undefined
    }
    await ask('POST', '/reports/rounds', { form: 'output-and-sales', period })
    const rows = await db.selectFrom('report').select('id').execute()
    times.length = 0
    const reporting = rows.slice(0, Math.ceil((rows.length * atMost) / seconds))
    await Promise.all(
      reporting.map(async ({ id }, index) => {
        await wait((index / rows.length) * seconds * 1000)
        const seen = await ask('GET', `/reports/${id}`)
        if (!seen) return
        const { revision } = seen.json<Report>()
        const changes = { '01.to-date': '1000', '03.to-date': '980', '05.to-date': '12.5' }
        const saved = await ask('PUT', `/reports/${id}/cells`, { revision, changes })
        if (!saved) return
        const { report } = saved.json<{ report: Report }>()
        await ask('POST', `/reports/${id}/submission`, { revision: report.revision })
      }),
    )
    const sorted = times.toSorted((a, b) => a - b)
    const share = (of: number) => Math.round(sorted[Math.ceil(sorted.length * of) - 1] ?? 0)
    const started = performance.now()
    const passed = reporting.slice(0, mostAtOnce)
    await ask('POST', '/reports/passes', { ids: passed.map(({ id }) => id) })
    return {
      reports: reporting.length,
      requests: sorted.length,
      median: share(0.5),
      p95: share(0.95),
      p99: share(0.99),
      errors,
      firstErrors: [...firstErrors.values()],
      passed: passed.length,
      acceptMs: Math.round(performance.now() - started),
    }
  } finally {
    await app.close()
  }
}

function codeIn(body: string): string {
  return (JSON.parse(body) as { readonly code?: string }).code ?? ''
}

function invented(count: number) {
  return Array.from({ length: count }, (_, index) => {
    const id: EnterpriseId = newId('enterprise')
    return {
      id,
      name: `${index + 1}号厂`,
      formerNames: [],
      address: '',
      products: '',
      contacts: [],
      listings: [{ from: '2020-M1-2' as Period, reason: '' }],
      places: [],
      tags: [],
      state: 'active' as const,
      revision: 0,
    }
  })
}
