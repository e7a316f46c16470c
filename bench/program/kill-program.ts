import { readPreparation } from '#contract/demonstration.ts'
import { whoAmI } from '#contract/session.ts'
import { giveAccount, listStandings, targetStanding } from '#contract/watching.ts'
import fs from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { installationFolder, type Provider, startServer } from './running-server.ts'
import { ask, signedIn, type User } from './user.ts'

export interface Restarts {
  /** Milliseconds until it answered the first time, when the demonstration was made. */
  readonly first: number | undefined
  /** Milliseconds until it answered again, after each kill. */
  readonly starts: readonly number[]
  readonly acknowledged: number
  /** Of these, how many are not told any more in the end. */
  readonly lost: number
}

/** Kills the whole program, with all of the demonstration, at random moments while somebody writes. */
export async function killProgram(provider: Provider, kills: number): Promise<Restarts> {
  const folder = installationFolder()
  try {
    const starts: number[] = []
    const acknowledged: string[] = []
    for (let round = 0; round < kills; round += 1) {
      const program = await startServer(provider, folder)
      starts.push(program.startMs)
      const desk = await deskOf(program.url)
      const killed = wait(Math.random() * 1500).then(program.kill)
      await writeUntilRefused(desk, `第 ${round} 次`, acknowledged)
      await killed
    }
    const last = await startServer(provider, folder)
    const [first, ...again] = [...starts, last.startMs]
    const told = await accountsTold(await deskOf(last.url))
    await last.stop()
    const lost = acknowledged.filter((text) => !told.has(text)).length
    return { first, starts: again, acknowledged: acknowledged.length, lost }
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}

interface Desk {
  readonly user: User
  readonly region: string
  readonly target: Awaited<ReturnType<typeof firstTarget>>
}

/** Somebody of a unit before a target, once all of the demonstration is known. */
async function deskOf(url: string): Promise<Desk> {
  const user = await signedIn(url, 'yunxing')
  while ((await ask(user, readPreparation, {})).isPreparing) await wait(500)
  const { region } = await ask(user, whoAmI, {})
  return { user, region: region.code, target: await firstTarget(user) }
}

async function firstTarget(user: User) {
  const { period, targets } = await ask(user, listStandings, {})
  const [target] = targets
  if (!target || period === undefined) throw new Error('The demonstration has targets')
  return { id: target.id, period }
}

async function writeUntilRefused(
  { user, region, target }: Desk,
  name: string,
  acknowledged: string[],
): Promise<void> {
  for (let count = 0; ; count += 1) {
    const text = `${name}，第 ${count} 条说明`
    const isTaken = await ask(user, giveAccount, { region, ...target, text }).then(
      () => true,
      () => false,
    )
    if (!isTaken) return
    acknowledged.push(text)
  }
}

async function accountsTold({ user, region, target }: Desk): Promise<ReadonlySet<string>> {
  const { said } = await ask(user, targetStanding, { region, id: target.id })
  return new Set(said.map(({ text }) => text))
}
