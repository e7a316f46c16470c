import { calendarOf, type HolidayNotice } from '#core/calendar/working-days.ts'
import type { EvidenceId, MatterId, OrganisationId, UserId } from '#core/id.ts'
import { act } from '#core/matter/act.ts'
import type { Order } from '#core/matter/order.ts'
import { judge } from '#core/matter/judge.ts'
import type { Kind } from '#core/matter/kind.ts'
import { type Matter, type NewMatter, raised } from '#core/matter/matter.ts'
import { play } from '#core/matter/play.ts'
import { type RuledScheme, ruledScheme } from '#core/matter/ruled-scheme.ts'
import type { Scheme } from '#core/matter/scheme.ts'
import { parties, type Workflow } from '#core/matter/workflow.ts'
import fs from 'node:fs'

const data = new URL('../../data/', import.meta.url)

/** A file of the rules the program ships. */
export function read(path: string): unknown {
  return JSON.parse(fs.readFileSync(new URL(path, data), 'utf8'))
}

function readAll(folder: string): readonly unknown[] {
  return fs
    .readdirSync(new URL(folder, data))
    .toSorted()
    .map((name) => read(`${folder}${name}`))
}

/** The rules as shipped. */
export const kinds = read('matter-rules/kinds.json') as readonly Kind[]
export const workflows = readAll('matter-rules/workflows/') as readonly Workflow[]
export const schemes = readAll('matter-rules/schemes/') as readonly Scheme[]
/** The days off of 2025 and 2026. */
export const calendar = calendarOf([
  read('reference/holidays-2025.json') as HolidayNotice,
  read('reference/holidays-2026.json') as HolidayNotice,
])
const everybody = { id: 'u' as UserId, name: '甲', parties }
/** Who leads what is assigned here. */
export const bureau = 'u1' as OrganisationId

/** The shipped rule of a code. */
export function known<Row extends { readonly code: string }>(
  rows: readonly Row[],
  code: string,
): Row {
  const row = rows.find((one) => one.code === code)
  if (!row) throw new Error(`${code} is not shipped`)
  return row
}

function schemeNamed(code: string): RuledScheme {
  const ruled = ruledScheme(known(schemes, code), kinds, workflows)
  if (!ruled.ok) throw new Error(JSON.stringify(ruled.error))
  return ruled.value
}

/** What happens on which day: the orders of a life, by day. */
export type Life = readonly (readonly [day: string, order: Order])[]

/** A matter of a kind after what happened to it. */
export function lived(kindCode: string, life: Life, more: Partial<NewMatter> = {}): Matter {
  const kind = known(kinds, kindCode)
  const workflow = known(workflows, kind.workflow)
  const [first] = life
  const start = more.day ?? first?.[0] ?? '2026-03-02'
  let matter = raised({
    id: 'm' as MatterId,
    kind: kindCode,
    title: '事项',
    day: start,
    at: start,
    by: everybody,
    state: workflow.first,
    steps: kind.steps ?? [],
    lead: bureau,
    ...more,
  })
  for (const [day, order] of life) {
    const done = act(matter, order, everybody, { kind, workflow, calendar, at: day, day })
    if (!done.ok) throw new Error(`${day} ${order.action}: ${JSON.stringify(done.error)}`)
    matter = done.value
  }
  return matter
}

/** What a scheme does with a life until a day: `2026-06-02 lamp yellow`, one a line. */
export function plays(code: string, matter: Matter, to: string): readonly string[] {
  const kind = known(kinds, matter.kind)
  const { played } = play(matter, {
    schemes: [schemeNamed(code)],
    kind,
    workflow: known(workflows, kind.workflow),
    calendar,
    from: matter.raisedOn,
    to,
  })
  return played.map((one) => `${one.day} ${one.what} ${one.code}`)
}

/** Codes of the lists a matter is on at the end of its life. */
export function listed(code: string, matter: Matter): readonly string[] {
  const kind = known(kinds, matter.kind)
  const day = matter.timeline.at(-1)?.day ?? matter.raisedOn
  return judge([schemeNamed(code)], {
    matter,
    standing: matter.standing,
    signals: matter.signals,
    kind,
    workflow: known(workflows, kind.workflow),
    calendar,
    day,
  }).lists.map((list) => list.code)
}

/** The lead tells how far it is, in per cent. */
export function progress(percent: number): Order {
  return { action: 'progress', words: '推进', progress: percent }
}

export function assigned(due: string): Order {
  return { action: 'assign', lead: bureau, due }
}

export const proof = [{ id: 'e' as EvidenceId, kind: 'words' as const, text: '文件' }]
