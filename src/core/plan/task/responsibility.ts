import { deadlineOf } from './deadline.ts'
import type { Doubt, Task } from '../plan.ts'
import { isUnitName, unitsIn } from './unit-list.ts'

/** Who carries out a task and by when, as a clause or the cells of a row say it. */
export type Responsibility = Pick<Task, 'lead' | 'responsible' | 'deadline'>

type Role = 'lead' | 'responsible' | 'deadline' | 'person'

const roleWords: readonly (readonly [RegExp, Role])[] = [
  [
    /^(?:责任人|责任领导|分管领导|包联领导|联系领导|牵头领导|挂帅领导|联系人|市领导|区领导|县领导)/,
    'person',
  ],
  [/^(?:完成时限|完成时间|时限要求|时间节点|时限|完成期限|实施期限|时间要求|进度要求)/, 'deadline'],
  [/^(?:牵头|总牵头|主办|主责|主牵头|第一责任|主要责任)/, 'lead'],
  [/^/, 'responsible'],
]

const labels = new RegExp(
  '(?:总?牵头|主办|主责|责任|主要责任|第一责任|配合|协同|协办|协作|参与|参加|承办|承担|落实|实施|支持|联合|共同|执行)(?:责任)?(?:单位|部门|主体|处室|科室|股室|机构)[：:]' +
    '|(?:总?牵头|主办|主责|责任|配合|协办|参与)[：:]' +
    '|(?:责任人|责任领导|分管领导|牵头领导|联系领导|联系人|完成时限|完成时间|时限要求|时间节点|完成期限|时限)[：:]',
  'g',
)
const roleVerb =
  /(?:牵头负责|牵头组织|牵头|主办|主责|(?:按照?|依|根据|按各自|按照各自)职责(?:分工)?(?:分别)?(?:负责|落实|推进|配合)?|分工负责|分别负责|共同负责|具体负责|负责|配合|协同|协办|参与|参加|承办|落实)/g

/**
 * Reads a clause such as 牵头单位：甲局；配合单位：乙局、丙局 or 甲局牵头，乙局、丙局配合 or 责任单位：甲局、乙局，丙局负责.
 * Lead is only who the clause calls so; whoever else is named is responsible. Undefined where the
 * text names no unit: most brackets are no such clause.
 */
export function responsibilityIn(clause: string): Responsibility | undefined {
  const text = clause
    .replace(/\s*([：:])\s*/g, '$1')
    .replace(remarkOnFirst, '')
    .replace(/[，,；;\s]{0,3}(?:以?下同)[。；]?/g, '')
    .trim()
  const untilWhen = finishedBy.exec(text)
  const units = untilWhen ? text.slice(0, untilWhen.index) : text
  const found = units.search(labels) >= 0 ? labelled(units) : spoken(units)
  if (untilWhen?.[1]) found.deadline ??= untilWhen[1]
  const lead = unitsIn(found.lead.join('、'))
  const responsible = unitsIn(found.responsible.join('、')).filter((unit) => unit !== '')
  if (![...lead, ...responsible].some(isUnitName)) return undefined
  const deadline = found.deadline && deadlineOf(found.deadline)
  return { lead, responsible, ...(deadline && { deadline }) }
}

/** 甲局牵头，乙局配合，2027年底前完成: the clause ends with a deadline in words. */
const finishedBy =
  /[，,；;。]\s*((?:力争|确保)?(?:到)?(?:20\d\d年[^，,；;。、]{0,8}|长期|持续)(?:底|末|前|完成|推进|坚持|实施))[。；;]?$/

const remarkOnFirst =
  /[，,；;（(\s]{0,3}(?:[列排](?:名|在)?(?:首|第一)(?:位|个|名)?|第一个?(?:位|单位)|首位)(?:者|的)?(?:单位|部门)?(?:为|是|系)?(?:总?牵头|主办)(?:单位|部门)?/

/** Whether a document says once for all that the first unit of a list leads: 列首位者为牵头单位，下同. */
export function firstUnitLeads(text: string): boolean {
  return remarkOnFirst.test(text)
}

/** Takes the first unit as the lead where the document says so and the clause names none. */
export function withFirstAsLead(found: Responsibility): Responsibility {
  const [first, ...others] = found.responsible
  if (found.lead.length > 0 || first === undefined) return found
  return { ...found, lead: [first], responsible: others }
}

interface Found {
  readonly lead: string[]
  readonly responsible: string[]
  deadline?: string
}

/** Parts that each open with a label; before the first, units may be named by what they do. */
function labelled(text: string): Found {
  const starts = [...text.matchAll(labels)]
  const before = text.slice(0, starts[0]?.index)
  const found: Found = before.search(roleVerb) >= 0 ? spoken(before) : { lead: [], responsible: [] }
  starts.forEach((match, index) => {
    const end = starts[index + 1]?.index ?? text.length
    const content = text.slice(match.index + match[0].length, end).replace(/[；;，,、\s]+$/, '')
    const role = roleWords.find(([pattern]) => pattern.test(match[0]))?.[1]
    if (role === 'deadline') found.deadline = content
    if (role === 'lead') found.lead.push(withoutVerb(content))
    if (role === 'responsible') {
      // 责任单位：甲局牵头，乙局配合 names the lead inside of the list.
      const inner = /牵头/.test(content) ? spoken(content) : undefined
      found.lead.push(...(inner?.lead ?? []))
      found.responsible.push(...(inner?.responsible ?? [withoutVerb(content)]))
    }
  })
  return found
}

/** Units before the verb that says what they do: 甲局牵头，乙局、丙局配合. */
function spoken(text: string): Found {
  const found: Found = { lead: [], responsible: [] }
  let start = 0
  for (const match of text.matchAll(roleVerb)) {
    const units = text.slice(start, match.index).replace(/^[，,；;、。\s]+|[，,；;、\s]+$/g, '')
    start = match.index + match[0].length
    if (units === '') continue
    if (/牵头|主办|主责/.test(match[0])) found.lead.push(units)
    else found.responsible.push(units)
  }
  const rest = text.slice(start).replace(/^[，,；;、。\s]+/, '')
  if (rest !== '') found.responsible.push(rest)
  return found
}

function withoutVerb(units: string): string {
  return units.replace(roleVerb, '、')
}

/** What a reader should look at before taking the units over. */
export function doubtsOn({ lead, responsible }: Responsibility): Doubt[] {
  const unnamed = [...lead, ...responsible].filter((unit) => !isUnitName(unit))
  return [
    ...(lead.length === 0 ? (['no-lead'] as const) : []),
    ...(lead.length > 1 ? (['several-leads'] as const) : []),
    ...(unnamed.length > 0 ? (['lead-unclear'] as const) : []),
  ]
}
