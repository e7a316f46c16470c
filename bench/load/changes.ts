import { decideItems, listDraftItems } from '#contract/draft.ts'
import { listFigures, recordFigures } from '#contract/figure.ts'
import { commentOnMatter, watchMatter } from '#contract/matter-act.ts'
import { readNotifications } from '#contract/notification.ts'
import { reportOf, saveReport } from '#contract/report.ts'
import { giveAccount, giveVerdict } from '#contract/watching.ts'
import { ask, send, type User } from '../program/user.ts'
import type { Some, World } from './world.ts'

/** Looks as the page did before the click; what it gives sends the change. */
export type Change = (user: User, turn: number) => Promise<() => Promise<Response>>

/** What each account of the demonstration changes; who is not named only looks. */
export function changesOf(world: World): Readonly<Record<string, Some<Change>>> {
  const read: Change = ready((user) => send(user, readNotifications, {}))
  return {
    guihua: [decision(world), decision(world), verdict(world)],
    yunxing: [
      verdict(world),
      comment(world),
      read,
      correction(world),
      account(world),
      verdict(world),
    ],
    zeren: [account(world), comment(world), watch(world), read],
    yuanqu: [account(world), read],
    qiye: [filledCell(world)],
    lingdao: [watch(world), read],
  }
}

function ready(sends: (user: User, turn: number) => Promise<Response>): Change {
  return async (user, turn) => () => sends(user, turn)
}

/** Decides on an item of the draft under review. */
function decision({ draft: { id } }: World): Change {
  return async (user, turn) => {
    const { items } = await ask(user, listDraftItems, { id })
    const item = one(items, turn)
    const action = item.status === 'accepted' ? 'restore' : 'accept'
    const decided = [{ id: item.id, revision: item.revision }]
    return () => send(user, decideItems, { id, action, items: decided })
  }
}

/** Corrects a figure of an enterprise, which every sum over it follows. */
function correction({ enterprises, period }: World): Change {
  return async (user, turn) => {
    const code = one(enterprises, turn).id
    const indicator = 'electricity-use'
    const question = { subject: [`enterprise:${code}`], indicator: [indicator], period: [period] }
    const { figures } = await ask(user, listFigures, question)
    const value = String(Number(figures[0]?.figure.value ?? 0) + 1)
    const subject = { kind: 'enterprise', code } as const
    return () =>
      send(user, recordFigures, {
        figures: [{ subject, indicator, period, value }],
        why: '企业来电更正',
      })
  }
}

function verdict({ targets, region, period }: World): Change {
  return ready((user, turn) =>
    send(user, giveVerdict, {
      region,
      id: one(targets, turn).id,
      period,
      lamp: 'warning',
      text: `持续关注，第 ${turn} 次核对。`,
    }),
  )
}

function account({ targets, region, period }: World): Change {
  return ready((user, turn) =>
    send(user, giveAccount, {
      region,
      id: one(targets, turn).id,
      period,
      text: `重点项目陆续投产，第 ${turn} 次说明。`,
    }),
  )
}

function comment({ mattersOfUnit }: World): Change {
  return ready((user, turn) =>
    send(user, commentOnMatter, {
      id: one(mattersOfUnit, turn).id,
      text: `已与园区对接，第 ${turn} 次沟通。`,
    }),
  )
}

function watch({ mattersOfUnit }: World): Change {
  return ready((user, turn) =>
    send(user, watchMatter, { id: one(mattersOfUnit, turn).id, watched: turn % 2 === 0 }),
  )
}

/** Types another value into the first cell of an open report. */
function filledCell({ reports }: World): Change {
  return async (user, turn) => {
    const { id } = one(reports, turn)
    const { cells, missing, revision } = await ask(user, reportOf, { id })
    const cell = one([...missing, ...Object.keys(cells)].toSorted(), 0)
    return () => send(user, saveReport, { id, revision, changes: { [cell]: String(turn % 1000) } })
  }
}

function one<Value>(values: readonly Value[], turn: number): Value {
  const value = values[turn % values.length]
  if (value === undefined) throw new Error('There is one')
  return value
}
