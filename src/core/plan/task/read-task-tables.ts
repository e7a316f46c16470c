import { cite } from '../../document/citation.ts'
import type { Document, Table } from '../../document/document.ts'
import { deadlineOf } from './deadline.ts'
import type { Doubt, Task } from '../plan.ts'
import { isProjectTable } from '../part/project-columns.ts'
import {
  doubtsOn,
  firstUnitLeads,
  type Responsibility,
  responsibilityIn,
  withFirstAsLead,
} from './responsibility.ts'
import {
  cellText,
  columnOf,
  printedCell,
  type TableRow,
  type TableView,
  viewOf,
} from '../table-view.ts'
import { hasManyActions } from './task-text.ts'
import { unitsIn } from './unit-list.ts'

/** Reads the rows of all tables that give tasks to units. */
export function readTaskTables(document: Document): Task[] {
  const firstLeads = firstUnitLeads(document.text)
  return document.blocks
    .filter((block) => block.kind === 'table')
    .flatMap((table) => tasksOf(document, table, firstLeads))
}

interface Columns {
  readonly no: number | undefined
  readonly group: number | undefined
  readonly text: number
  readonly lead: number | undefined
  readonly responsible: readonly number[]
  readonly deadline: number | undefined
}

const leadHead = /(?:牵头|主办|主责)(?!领导|人)/
const unitHead =
  /(?:责任|配合|参与|协同|协办|承办|实施|落实|执行|参加|完成|负责)(?:单位|部门|主体|处室)?/
const personHead = /领导|责任人|联系人|负责人/
const deadlineHead = /时限|时间|期限|节点|年限|进度/
/** A goal or a project alone is no task: tables of chains and of targets name units too. */
const namesWork = /任务|内容|措施|举措|事项|工作|行动|要求/
const taskHead = /任务|举措|措施|事项|工作内容|重点工作|工作要点/
const textHead = /任务|内容|措施|举措|事项|重点工作|工作要点|行动|要求|项目|目标/

function columnsOf(view: TableView): Columns | undefined {
  // A remark in brackets is not what the column holds: 责任单位（首位为牵头单位）.
  const heads = view.heads.map((head) => head.replace(/[（(][^（）()]*[）)]/g, ''))
  if (
    isProjectTable(heads) ||
    (heads.some((head) => /指标/.test(head)) && !heads.some((head) => /任务/.test(head)))
  )
    return undefined
  const deadline = columnOf(heads, /完成时限|完成时间/, deadlineHead)
  const lead = columnOf(heads, leadHead)
  const isUnits = (head: string) =>
    unitHead.test(head) && !personHead.test(head) && !leadHead.test(head)
  const responsible = heads.flatMap((head, column) =>
    isUnits(head) && column !== deadline && /单位|部门|主体|处室|责任|配合/.test(head)
      ? [column]
      : [],
  )
  const texts = heads.flatMap((head, column) =>
    textHead.test(head) &&
    !personHead.test(head) &&
    column !== lead &&
    column !== deadline &&
    !responsible.includes(column)
      ? [column]
      : [],
  )
  const text = taskColumn(view, heads, texts)
  const hasWork = texts.some((column) => namesWork.test(heads[column] ?? ''))
  if (text === undefined || !hasWork) return undefined
  if (lead === undefined && responsible.length === 0) return undefined
  const shared = texts.find((column) => column !== text && !isOwn(view, column))
  const group = columnOf(heads, /类别|领域|板块|方面|工作类/) ?? shared
  return { no: columnOf(heads, /序号|编号/), group, text, lead, responsible, deadline }
}

/**
 * Where a table says it twice, in short and in full, the fuller column is the task; what is said of
 * several rows together, or is a goal beside the task, is not.
 */
function taskColumn(
  view: TableView,
  heads: readonly string[],
  texts: readonly number[],
): number | undefined {
  const own = texts.filter((column) => taskHead.test(heads[column] ?? '') && isOwn(view, column))
  const [text] = (own.length > 0 ? own : texts).toSorted(
    (left, right) => size(view, right) - size(view, left),
  )
  return text
}

/** Whether nearly every row has a text of its own there. */
function isOwn({ rows }: TableView, column: number): boolean {
  const texts = rows.filter(({ only }) => only === undefined).map((row) => cellText(row, column))
  return new Set(texts).size > texts.length * 0.8
}

function size(view: TableView, column: number): number {
  return view.rows.reduce((sum, row) => sum + cellText(row, column).length, 0)
}

function tasksOf(document: Document, table: Table, firstLeads: boolean): Task[] {
  const view = viewOf(table)
  const columns = columnsOf(view)
  if (!columns) return []
  const tasks: Task[] = []
  let group: string | undefined
  for (const row of view.rows) {
    const previous = tasks.at(-1)
    const heading = groupHeading(row, columns)
    if (heading !== undefined) group = heading
    else if (previous && goesOn(row, columns)) {
      tasks[tasks.length - 1] = {
        ...previous,
        text: `${previous.text}${cellText(row, columns.text)}`,
      }
    } else tasks.push(taskOf({ document, table, row, columns, group, previous, firstLeads }))
  }
  return tasks.filter(({ text }) => text !== '')
}

/** A row that only names what the rows below belong to: 一、产业链行动, alone or behind its number. */
function groupHeading(
  row: TableRow,
  { no, text, lead, responsible, deadline }: Columns,
): string | undefined {
  if (
    row.only &&
    (row.only.columnSpan > 1 ||
      row.cells[text] !== row.only ||
      /^[一二三四五六七八九十（]/.test(row.only.text))
  ) {
    return row.only.text
  }
  const others = [lead, ...responsible, deadline].map((column) => cellText(row, column))
  const isChapter = /^[（(]?[一二三四五六七八九十]+[）)]?、?$/.test(cellText(row, no))
  return isChapter && others.every((other) => other === '')
    ? `${cellText(row, no).replace(/(?<=[一二三四五六七八九十])$/, '、')}${cellText(row, text)}`
    : undefined
}

/** A row without number and units under a numbered one: its text was broken over two pages. */
function goesOn(row: TableRow, { no, lead, responsible, deadline }: Columns): boolean {
  if (no === undefined) return false
  return [no, lead, ...responsible, deadline].every((column) => cellText(row, column) === '')
}

interface Row {
  readonly document: Document
  readonly table: Table
  readonly row: TableRow
  readonly columns: Columns
  readonly group: string | undefined
  readonly previous: Task | undefined
  /** Whether the first unit of a list leads. */
  readonly firstLeads: boolean
}

function taskOf({ document, table, row, columns, group, previous, firstLeads }: Row): Task {
  const text = cellText(row, columns.text)
  const no = cellText(row, columns.no)
  const ownGroup = group ?? cellText(row, columns.group)
  const said = responsibilityOf(document, row, columns)
  const own = firstLeads ? withFirstAsLead(said) : said
  const isBare = own.lead.length + own.responsible.length === 0
  const inherits = isBare && previous !== undefined && (previous.group ?? '') === ownGroup
  const { lead, responsible } = inherits ? previous : own
  const deadline = own.deadline ?? (inherits ? previous.deadline : undefined)
  const doubts: Doubt[] = [
    ...doubtsOn({ lead, responsible }),
    ...(inherits ? (['units-inherited'] as const) : []),
    ...(hasManyActions(text) ? (['many-actions'] as const) : []),
  ]
  return {
    ...(no && { no }),
    ...(ownGroup && { group: ownGroup }),
    text,
    lead,
    responsible,
    ...(deadline && { deadline }),
    ...(doubts.length > 0 && { doubts }),
    citation: cite(document, table, { start: row.start, end: row.end }),
  }
}

function responsibilityOf(document: Document, row: TableRow, columns: Columns): Responsibility {
  const lead = printedCell(document, row, columns.lead)
  const responsible = columns.responsible.map((column) => printedCell(document, row, column))
  // A cell may itself say who leads: 甲局牵头，乙局配合.
  const spoken = responsible
    .filter((units) => /牵头|[：:]/.test(units))
    .map((units) => responsibilityIn(units))
    .find((found) => found !== undefined)
  const deadline = deadlineOf(cellText(row, columns.deadline)) ?? spoken?.deadline
  const leads = [...unitsIn(lead.replace(/牵头(?:负责)?/g, '')), ...(spoken?.lead ?? [])]
  return {
    lead: [...new Set(leads)],
    responsible: spoken?.responsible ?? unitsIn(responsible.join('、')),
    ...(deadline && { deadline }),
  }
}
