import { decideItems, listDraftItems, listDrafts } from '#contract/draft.ts'
import { callOf, type Input, type Reply, type Route } from '#contract/route.ts'
import { setTimeout as wait } from 'node:timers/promises'
import type * as z from 'zod'

/** What came of a load: how long each request took in milliseconds, and what went wrong. */
export interface Drawn {
  readonly reads: readonly number[]
  readonly writes: readonly number[]
  readonly errors: readonly string[]
  /** Writes refused because somebody else was faster, as they should be. */
  readonly heldBack: number
}

interface Recorder {
  readonly reads: number[]
  readonly writes: number[]
  readonly errors: string[]
  heldBack: number
}

const looks = [
  '/api/session',
  '/api/drafts',
  '/api/plans',
  '/api/targets?limit=100',
  '/api/regions',
]

// All come from one address, which may ask 3000 times a minute.
const pauseMs = [900, 1600] as const

/**
 * Lets `clients` users look around and decide on items of the draft under review, one request in
 * five a write, each with a pause as a person makes between clicks.
 */
export async function load(
  url: string,
  { clients, seconds }: { clients: number; seconds: number },
): Promise<Drawn> {
  const recorder: Recorder = { reads: [], writes: [], errors: [], heldBack: 0 }
  const draft = await draftUnderReview(url)
  const until = performance.now() + seconds * 1000
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      await wait(Math.random() * pauseMs[1])
      for (let turn = client; performance.now() < until; turn += 1) {
        if (turn % 5 === 0) await decide(url, draft, client, recorder)
        else await look(`${url}${lookOf(turn, draft)}`, recorder)
        await wait(pauseMs[0] + Math.random() * (pauseMs[1] - pauseMs[0]))
      }
    }),
  )
  return recorder
}

function lookOf(turn: number, draft: string): string {
  const all = [...looks, `/api/drafts/${draft}`, `/api/drafts/${draft}/items`]
  return all[turn % all.length] ?? '/'
}

async function draftUnderReview(url: string): Promise<string> {
  const { drafts } = await ask(url, listDrafts, { status: ['reviewing'] })
  const [draft] = drafts
  if (!draft) throw new Error('The demonstration has a draft under review')
  return draft.id
}

async function look(address: string, { reads, errors }: Recorder): Promise<void> {
  const started = performance.now()
  const reply = await fetch(address)
  await reply.arrayBuffer()
  reads.push(performance.now() - started)
  if (!reply.ok) errors.push(`${reply.status} ${address}`)
}

/** Reads the items, as the page did before the click, and decides on one. */
async function decide(
  url: string,
  draft: string,
  client: number,
  recorder: Recorder,
): Promise<void> {
  const id = draft as Input<typeof listDraftItems>['id']
  const { items } = await ask(url, listDraftItems, { id })
  const item = items[client % items.length]
  if (!item) throw new Error('The draft has items')
  const action = item.status === 'accepted' ? 'restore' : 'accept'
  const started = performance.now()
  const reply = await send(url, decideItems, {
    id,
    action,
    items: [{ id: item.id, revision: item.revision }],
  })
  await reply.arrayBuffer()
  recorder.writes.push(performance.now() - started)
  if (reply.status === 409) recorder.heldBack += 1
  else if (!reply.ok) recorder.errors.push(`${reply.status} decisions`)
}

async function ask<R extends Route>(url: string, route: R, input: Input<R>): Promise<Reply<R>> {
  const reply = await send(url, route, input)
  return route.reply.parse(await reply.json()) as Reply<R>
}

function send<R extends Route>(url: string, route: R, input: Input<R>): Promise<Response> {
  const call = callOf(route, input as z.output<z.ZodRecord>)
  return fetch(`${url}${call.url}`, {
    method: route.method,
    ...(call.body && {
      body: JSON.stringify(call.body),
      headers: { 'content-type': 'application/json' },
    }),
  })
}
