import { Failure } from './failure.ts'
import { eventsPath, type Stale } from '#contract/stale.ts'
import type { SessionId } from '#core/id.ts'
import type { StaleMessage } from '#server/event/stale-bus.ts'
import { stillLiving } from '#server/identity/session-store.ts'
import type { Ground } from './mount.ts'
import type { FastifyInstance } from 'fastify'

const heartbeatMs = 25_000
/** How long a stream may outlive its session. */
const lookMs = 3000

interface OpenStream {
  readonly session: SessionId | undefined
  end(): void
}

/** Server-Sent Events that name what went stale in the caller's region, as long as they are signed in. */
export function mountEventStream(
  app: FastifyInstance,
  { identify, bus, database, clock }: Ground,
): void {
  const open = new Set<OpenStream>()

  app.get(eventsPath, async (request, reply) => {
    const { region, user, session, key } = await identify(request)
    if (key) throw new Failure({ code: 'not-allowed', title: 'A key does not listen' }, 403)
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
    let forget: (() => void) | undefined
    const stop = (): void => {
      clearInterval(beat)
      forget?.()
      open.delete(stream)
    }
    const stream: OpenStream = {
      session,
      end: () => {
        stop()
        response.end()
      },
    }
    forget = bus.listen(
      { region: region.code, user: user.id },
      (message) => {
        response.write(eventOf(message))
        // What was missed meanwhile says nothing new of who has just been identified.
        if (open.has(stream) && changesWhoOneIs(message)) stream.end()
      },
      typeof lastHeard === 'string' ? lastHeard : undefined,
    )
    open.add(stream)
    response.once('close', stop)
  })

  // Asked for all streams at once, and without keeping any session awake.
  const endThoseSignedOut = async (): Promise<void> => {
    const signedIn = [...open].flatMap(({ session }) => session ?? [])
    const living = await stillLiving(database.db, [...new Set(signedIn)], clock())
    for (const stream of open) {
      if (stream.session && !living.has(stream.session)) stream.end()
    }
  }
  const look = setInterval(() => {
    endThoseSignedOut().catch((error: unknown) => app.log.error(error, 'sessions-not-asked'))
  }, lookMs)
  look.unref()

  // An open stream would keep the server from stopping.
  app.addHook('preClose', (done) => {
    clearInterval(look)
    for (const stream of open) stream.end()
    done()
  })
}

/** Whoever was given or lost a role comes back as who they are now. */
function changesWhoOneIs({ users, keys }: StaleMessage): boolean {
  return users !== undefined && keys.some(([first]) => first === 'session')
}

function eventOf({ id, keys }: StaleMessage): string {
  return `id: ${id}\nevent: stale\ndata: ${JSON.stringify({ keys } satisfies Stale)}\n\n`
}
