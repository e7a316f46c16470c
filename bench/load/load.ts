import { decideItems, listDraftItems, listDrafts } from '#contract/draft.ts'
import { signIn } from '#contract/identity.ts'
import { callOf, type Input, type Reply, type Route } from '#contract/route.ts'
import {
  demonstrationAccounts,
  demonstrationPassword,
} from '#server/identity/demonstration-accounts.ts'
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

/** Somebody signed in to the program at `url`. */
interface User {
  readonly url: string
  readonly cookie: string
}

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
  // All use one account: one after the other, as several at once would look like guessing.
  const users: User[] = []
  while (users.length < clients) users.push(await signedIn(url))
  const draft = await draftUnderReview(await signedIn(url))
  const until = performance.now() + seconds * 1000
  await Promise.all(
    users.map(async (user, client) => {
      await wait(Math.random() * pauseMs[1])
      for (let turn = client; performance.now() < until; turn += 1) {
        if (turn % 5 === 0) await decide(user, draft, client, recorder)
        else await look(user, lookOf(turn, draft), recorder)
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

async function signedIn(url: string): Promise<User> {
  const [planner] = demonstrationAccounts
  if (!planner) throw new Error('The demonstration has accounts')
  const reply = await send({ url, cookie: '' }, signIn, {
    login: planner.login,
    password: demonstrationPassword,
  })
  const [cookie = ''] = (reply.headers.get('set-cookie') ?? '').split(';')
  if (!reply.ok) throw new Error(`Signing in was answered with ${reply.status}`)
  return { url, cookie }
}

async function draftUnderReview(user: User): Promise<string> {
  const { drafts } = await ask(user, listDrafts, { status: ['reviewing'] })
  const [draft] = drafts
  if (!draft) throw new Error('The demonstration has a draft under review')
  return draft.id
}

async function look(
  { url, cookie }: User,
  path: string,
  { reads, errors }: Recorder,
): Promise<void> {
  const started = performance.now()
  const reply = await fetch(`${url}${path}`, { headers: { cookie } })
  await reply.arrayBuffer()
  reads.push(performance.now() - started)
  if (!reply.ok) errors.push(`${reply.status} ${path}`)
}

/** Reads the items, as the page did before the click, and decides on one. */
async function decide(
  user: User,
  draft: string,
  client: number,
  recorder: Recorder,
): Promise<void> {
  const id = draft as Input<typeof listDraftItems>['id']
  const { items } = await ask(user, listDraftItems, { id })
  const item = items[client % items.length]
  if (!item) throw new Error('The draft has items')
  const action = item.status === 'accepted' ? 'restore' : 'accept'
  const started = performance.now()
  const reply = await send(user, decideItems, {
    id,
    action,
    items: [{ id: item.id, revision: item.revision }],
  })
  await reply.arrayBuffer()
  recorder.writes.push(performance.now() - started)
  if (reply.status === 409) recorder.heldBack += 1
  else if (!reply.ok) recorder.errors.push(`${reply.status} decisions`)
}

async function ask<R extends Route>(user: User, route: R, input: Input<R>): Promise<Reply<R>> {
  const reply = await send(user, route, input)
  return route.reply.parse(await reply.json()) as Reply<R>
}

function send<R extends Route>(
  { url, cookie }: User,
  route: R,
  input: Input<R>,
): Promise<Response> {
  const call = callOf(route, input as z.output<z.ZodRecord>)
  return fetch(`${url}${call.url}`, {
    method: route.method,
    headers: { cookie, ...(call.body && { 'content-type': 'application/json' }) },
    ...(call.body && { body: JSON.stringify(call.body) }),
  })
}
