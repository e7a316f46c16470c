import { setTimeout as wait } from 'node:timers/promises'
import { type Change, changesOf } from './changes.ts'
import { type Look, looksOf } from './looks.ts'
import { signedIn, type User } from '../program/user.ts'
import { worldOf } from './world.ts'

/** A request that was answered. */
export interface Timed {
  /** What was asked for, without ids. */
  readonly name: string
  readonly ms: number
}

/** What came of a load, and what went wrong. */
export interface Drawn {
  readonly reads: readonly Timed[]
  readonly writes: readonly Timed[]
  readonly errors: readonly string[]
  /** Writes refused because somebody else was faster, as they should be. */
  readonly heldBack: number
}

interface Recorder {
  readonly reads: Timed[]
  readonly writes: Timed[]
  readonly errors: string[]
  heldBack: number
}

/** Of fifty users of a bureau, how many sit before which account of the demonstration. */
const seats = [
  ['guihua', 8],
  ['yunxing', 10],
  ['zeren', 10],
  ['yuanqu', 4],
  ['qiye', 6],
  ['lingdao', 8],
  ['shenji', 2],
  ['xitong', 2],
] as const

interface Person {
  readonly user: User
  readonly looks: readonly Look[]
  readonly changes: readonly Change[]
}

// All come from one address, which may ask 3000 times a minute.
const pauseMs = [1000, 1800] as const

/**
 * Lets users of several roles look around and change things, one click in five a change, each with a
 * pause as a person makes between clicks.
 */
export async function load(people: readonly Person[], seconds: number): Promise<Drawn> {
  const recorder: Recorder = { reads: [], writes: [], errors: [], heldBack: 0 }
  const until = performance.now() + seconds * 1000
  await Promise.all(
    people.map(async ({ user, looks, changes }, seat) => {
      await wait(Math.random() * pauseMs[1])
      for (let turn = seat; performance.now() < until; turn += 1) {
        const change = turn % 5 === 0 ? changes[(turn / 5) % changes.length] : undefined
        if (change) await send(user, await change(user, turn), recorder)
        else await look(user, looks[turn % looks.length]?.(turn) ?? '/', recorder)
        await wait(pauseMs[0] + Math.random() * (pauseMs[1] - pauseMs[0]))
      }
    }),
  )
  return recorder
}

/** Signs so many users in, once all of the demonstration is there. */
export async function everybody(url: string, clients: number): Promise<readonly Person[]> {
  const world = await worldOf(url)
  const looks = looksOf(world)
  const changes = changesOf(world)
  const logins = seats.flatMap(([login, count]) => Array.from({ length: count }, () => login))
  const people: Person[] = []
  // One after the other: several at once on one account would look like guessing.
  while (people.length < clients) {
    const login = logins[people.length % logins.length] ?? 'guihua'
    const user = await signedIn(url, login)
    people.push({ user, looks: looks[login] ?? [], changes: changes[login] ?? [] })
  }
  return people
}

async function look({ url, cookie }: User, path: string, recorder: Recorder): Promise<void> {
  const started = performance.now()
  const reply = await fetch(`${url}${path}`, { headers: { cookie } })
  const body = await reply.text()
  const name = nameOf(path)
  recorder.reads.push({ name, ms: performance.now() - started })
  if (!reply.ok) recorder.errors.push(`${reply.status} ${name} ${body.slice(0, 200)}`)
}

async function send(
  { url }: User,
  sends: () => Promise<Response>,
  recorder: Recorder,
): Promise<void> {
  const started = performance.now()
  const reply = await sends()
  const body = await reply.text()
  const name = nameOf(reply.url.slice(url.length))
  recorder.writes.push({ name, ms: performance.now() - started })
  if (reply.status === 409) recorder.heldBack += 1
  else if (!reply.ok) recorder.errors.push(`${reply.status} ${name} ${body.slice(0, 200)}`)
}

function nameOf(path: string): string {
  return path.replace(/\?.*/, '').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
}
