import { eventsPath } from '#contract/stale.ts'
import type { Database } from '#server/db/database.ts'
import { openJobs } from '#server/job/job-store.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export interface MetricsOptions {
  readonly database: Database
  /** Addresses that may read the figures. */
  readonly metricsHosts: readonly string[]
}

/**
 * Figures for Prometheus at `/metrics`: requests by route and status, the process, connections to
 * the database. Only for the addresses named; to others there is nothing there.
 */
export function mountMetrics(app: FastifyInstance, options: MetricsOptions): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  measureRequests(app, registry)
  measureConnections(options.database, registry)
  measureJobs(options.database, registry)
  app.get('/metrics', async (request, reply) => {
    if (!isAllowed(request, options.metricsHosts)) return reply.callNotFound()
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

function measureRequests(app: FastifyInstance, registry: Registry): void {
  const seconds = new Histogram({
    name: 'jingwei_request_seconds',
    help: 'Duration of requests',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  app.addHook('onResponse', (request, reply, done) => {
    // The pattern of the route: addresses themselves would be a series each.
    const route = request.routeOptions.url ?? 'none'
    // A stream stays open as long as a page does.
    if (route !== eventsPath) {
      seconds.observe(
        { method: request.method, route, status: reply.statusCode },
        reply.elapsedTime / 1000,
      )
    }
    done()
  })
}

function measureConnections({ pool }: Database, registry: Registry): void {
  const gauge = new Gauge({
    name: 'jingwei_database_connections',
    help: 'Connections to the database, and requests that wait for one',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      gauge.set({ state: 'open' }, pool.totalCount)
      gauge.set({ state: 'idle' }, pool.idleCount)
      gauge.set({ state: 'waiting' }, pool.waitingCount)
    },
  })
}

// A job given up waits for somebody; many that wait are a sign that the program does not keep up.
function measureJobs({ db }: Database, registry: Registry): void {
  const gauge = new Gauge({
    name: 'jingwei_jobs',
    help: 'Jobs of the program itself that wait, run, or were given up',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      const counts = await openJobs(db)
      for (const state of ['waiting', 'running', 'dead'] as const) {
        gauge.set({ state }, counts.get(state) ?? 0)
      }
    },
  })
}

// What a proxy passes on comes from its address, and from anybody.
function isAllowed({ ip, headers }: FastifyRequest, hosts: readonly string[]): boolean {
  const isPassedOn = 'x-forwarded-for' in headers || 'forwarded' in headers
  return !isPassedOn && hosts.includes(ip.replace(/^::ffff:/, ''))
}
