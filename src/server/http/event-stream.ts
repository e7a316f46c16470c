import { eventsPath, type Stale } from '#contract/stale.ts'
import type { StaleMessage } from '#server/event/stale-bus.ts'
import type { Ground } from './mount.ts'
import type { FastifyInstance } from 'fastify'
import type { ServerResponse } from 'node:http'

const heartbeatMs = 25_000

/** Server-Sent Events that name what went stale in the caller's region. */
export function mountEventStream(
  app: FastifyInstance,
  { identify, bus }: Pick<Ground, 'identify' | 'bus'>,
): void {
  const open = new Map<ServerResponse, () => void>()

  app.get(eventsPath, async (request, reply) => {
    const { region, user } = await identify(request)
    const lastHeard = request.headers['last-event-id']
    reply.hijack()
    const response = reply.raw
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    })
    // Browsers come back after this pause.
    response.write('retry: 3000\n\n')
    const beat = setInterval(() => response.write(': beat\n\n'), heartbeatMs)
    const end = bus.listen(
      { region: region.code, user: user.id },
      (message) => response.write(eventOf(message)),
      typeof lastHeard === 'string' ? lastHeard : undefined,
    )
    const stop = (): void => {
      clearInterval(beat)
      end()
      open.delete(response)
    }
    open.set(response, stop)
    response.once('close', stop)
  })

  // An open stream would keep the server from stopping.
  app.addHook('preClose', (done) => {
    for (const [response, stop] of open) {
      stop()
      response.end()
    }
    done()
  })
}

function eventOf({ id, keys }: StaleMessage): string {
  return `id: ${id}\nevent: stale\ndata: ${JSON.stringify({ keys } satisfies Stale)}\n\n`
}
