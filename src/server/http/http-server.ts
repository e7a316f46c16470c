import type { Endpoint } from './endpoint.ts'
import { mountEventStream } from './event-stream.ts'
import { type Ground, mount } from './mount.ts'
import { openApi } from './openapi.ts'
import { Failure } from './failure.ts'
import { replyToError } from './reply-to-error.ts'
import { isFromAnotherSite } from './same-site.ts'
import { contentSecurityPolicy, mountWebFiles } from './web-files.ts'
import { largestUpload } from '#contract/document.ts'
import { type HealthOptions, mountHealth } from '#server/operation/health.ts'
import { type MetricsOptions, mountMetrics } from '#server/operation/metrics.ts'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { randomUUID } from 'node:crypto'

export interface HttpOptions extends Ground, HealthOptions, MetricsOptions {
  readonly endpoints: readonly Endpoint[]
  /** Where the built web application lies. */
  readonly webFolder: string
  readonly logger: FastifyBaseLogger
  /** Requests a minute and address. */
  readonly requestsPerMinute: number
  /** How long the event loop may hang before new requests are turned away; 0 for never. */
  readonly busyAfterMs: number
  /** Proxies whose word on where a request comes from is believed. */
  readonly trustedProxies: readonly string[]
}

/** The server, ready to listen or to be asked directly. */
export async function httpServer(options: HttpOptions): Promise<FastifyInstance> {
  const { endpoints, webFolder, version, logger, requestsPerMinute, busyAfterMs } = options
  const app = Fastify({
    loggerInstance: logger,
    ...(options.trustedProxies.length > 0 && { trustProxy: [...options.trustedProxies] }),
    genReqId: () => randomUUID(),
    bodyLimit: 8 * 1024 * 1024,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  })
  app.setErrorHandler(replyToError)
  app.addHook('onRequest', (request, reply, done) => {
    void reply
      .header('x-request-id', request.id)
      .header('content-security-policy', contentSecurityPolicy())
    done(
      isFromAnotherSite(request)
        ? new Failure({ code: 'other-site', title: 'The request comes from another site' }, 403)
        : undefined,
    )
  })
  await app.register(helmet, {
    contentSecurityPolicy: false,
    // Inside an intranet pages come over plain http, where these would lock people out.
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  })
  await app.register(rateLimit, { max: requestsPerMinute, timeWindow: '1 minute' })
  await app.register(underPressure, { maxEventLoopDelay: busyAfterMs, retryAfter: 5 })
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: { fileSize: largestUpload, files: 50, fields: 20 },
  })

  mountMetrics(app, options)
  for (const endpoint of endpoints) mount(app, options, endpoint)
  mountEventStream(app, options)
  let description: ReturnType<typeof openApi> | undefined
  app.get('/api/openapi.json', () => {
    // Made when it is first asked for: it takes a tenth of the start.
    description ??= openApi(
      endpoints.map(({ route }) => route),
      version,
    )
    return description
  })
  mountHealth(app, options)
  await mountWebFiles(app, webFolder)
  return app
}
