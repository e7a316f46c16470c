import { cite } from '../../document/citation.ts'
import { type Document, type Table, textAt } from '../../document/document.ts'
import type { Quantity } from '../../quantity/quantity.ts'
import { readCell } from '../../quantity/read-cell.ts'
import { scanQuantities } from '../../quantity/scan-quantities.ts'
import type { Project } from '../plan.ts'
import { plainQuantity } from './plain-quantity.ts'
import { type ProjectColumns, projectColumns } from './project-columns.ts'
import { cellText, type TableRow, unitInHead, viewOf } from '../table-view.ts'

/** Reads the rows of all tables of projects; rows of sums and headings inside a table are no projects. */
export function readProjects(document: Document): Project[] {
  const projects: Project[] = []
  // A table broken over pages reaches us as several with one head: the section goes on.
  let section: Section | undefined
  for (const block of document.blocks) {
    if (block.kind !== 'table') continue
    const { heads, rows } = viewOf(block)
    const columns = projectColumns(heads)
    if (!columns) continue
    const head = heads.join()
    if (section?.head !== head) section = { head }
    const isNumbered = rows.some((row) => isNumber(cellText(row, columns.no)))
    for (const row of rows) {
      const place: Place = { document, table: block, heads, columns, row, isNumbered }
      const sector = sectionHeading(place)
      if (sector !== undefined) section = { head, sector }
      else if (isProject(place)) projects.push(projectOf(place, section.sector))
    }
  }
  return projects
}

interface Section {
  readonly head: string
  readonly sector?: string
}

interface Place {
  readonly document: Document
  readonly table: Table
  readonly heads: readonly string[]
  readonly columns: ProjectColumns
  readonly row: TableRow
  /** Whether the table counts its projects: then a row without a number is none. */
  readonly isNumbered: boolean
}

const sum = /^(?:合计|总计|小计|累计|共计)|(?:合计|小计|总计)$/
const chapter =
  /^(?:[一二三四五六七八九十]+[、.．]?|[（(][一二三四五六七八九十]+[）)]|[★☆●■◆※▲]|[IVX]+)\s*/

/** What a row names that heads the rows below: 一、装备制造 with or without its sums. */
function sectionHeading({ row, columns, isNumbered }: Place): string | undefined {
  const no = cellText(row, columns.no)
  const name = cellText(row, columns.name)
  if (row.only) return sum.test(row.only.text) ? undefined : withoutCount(row.only.text)
  if (name === '' && chapter.test(no)) return withoutCount(no)
  if (sum.test(no) || sum.test(name) || isNumber(no)) return undefined
  const isChapter = chapter.test(no) || chapter.test(name)
  const isBare = no === '' && isNumbered && cellText(row, columns.time) === ''
  return name !== '' && (isChapter || isBare) ? withoutCount(name) : undefined
}

/** 一、装备制造产业（36个） → 装备制造产业. */
function withoutCount(text: string): string {
  return text
    .replace(chapter, '')
    .replace(/[（(](?:共|合计)?\d+[个项][^（()）]*[）)]$/, '')
    .replace(/[：:]$/, '')
    .trim()
}

function isProject({ row, columns, isNumbered }: Place): boolean {
  const name = cellText(row, columns.name)
  if (name === '' || sum.test(name) || sum.test(cellText(row, columns.no))) return false
  return !isNumbered || isNumber(cellText(row, columns.no))
}

function isNumber(text: string): boolean {
  return /^\d+(?:[.．-]\d+)?[.．、]?$/.test(text)
}

function projectOf(place: Place, section: string | undefined): Project {
  const { document, table, row, columns } = place
  const text = (column: number | undefined) => cellText(row, column) || undefined
  const content = text(columns.content)
  const investment = quantityOf(place, columns.investment)
  const land = quantityOf(place, columns.land)
  const output = quantityOf(place, columns.output) ?? outputIn(content ?? '')
  const count = Number.parseInt(cellText(row, columns.count), 10)
  const no = text(columns.no)
  const sector = text(columns.sector) ?? section
  const nature = text(columns.nature)
  return {
    ...(no && { no: no.replace(/[.．、]$/, '') }),
    name: cellText(row, columns.name),
    ...(sector && { sector }),
    ...(nature && { nature }),
    ...(content && { content }),
    ...(!Number.isNaN(count) && { count }),
    ...(investment && { investment }),
    ...(land && { land }),
    ...(output && { annualOutput: output }),
    ...yearsOf(place),
    ...(table.rebuilt && hasHole(row) && { doubts: ['table-rebuilt'] as const }),
    citation: cite(document, table, { start: row.start, end: row.end }),
  }
}

function hasHole({ cells }: TableRow): boolean {
  return cells.includes(undefined)
}

/** A figure with the unit of its cell, its head or its table. */
function quantityOf(place: Place, column: number | undefined): Quantity | undefined {
  const { heads, columns, row } = place
  if (column === undefined) return undefined
  const declared = unitInHead(heads[column] ?? '') ?? unitOfTable(place, column === columns.land)
  const reading = readCell(cellText(row, column), declared)
  return reading.kind === 'quantity' ? reading.quantity : undefined
}

/** What 单位：万元、亩 over a table says of land or of money. */
function unitOfTable({ document, table }: Place, isLand: boolean): string | undefined {
  const at = document.blocks.indexOf(table)
  const above = document.blocks
    .slice(Math.max(0, at - 2), at)
    .map((block) => textAt(document, block))
  const line = above.find((text) => /单位\s*[：:]/.test(text)) ?? ''
  const units = `${table.unit ?? ''}${line}`
  return isLand ? (/亩|公顷|平方米/.exec(units)?.[0] ?? '亩') : /[千万百亿]*元/.exec(units)?.[0]
}

/** 年产值30亿元 in the description of a project. */
function outputIn(content: string): Quantity | undefined {
  const at = content.search(/(?:年|达产后?|实现|新增).{0,4}(?:总|工业)?产值/)
  if (at < 0) return undefined
  const found = scanQuantities(content.slice(at, at + 30)).find(({ unit }) => unit?.endsWith('元'))
  return found && plainQuantity(found)
}

/** From a column of years (2021~2025) or from the columns of beginning and end. */
function yearsOf({ row, columns }: Place): Pick<Project, 'startYear' | 'endYear'> {
  const years = yearsIn(cellText(row, columns.time))
  const start = yearsIn(cellText(row, columns.start))[0] ?? years[0]
  // 2023- has begun and does not say when it ends.
  const isOpen = /[-—–~～至]\s*$/.test(cellText(row, columns.time))
  const end = yearsIn(cellText(row, columns.end)).at(-1) ?? (isOpen ? undefined : years.at(-1))
  return {
    ...(start !== undefined && { startYear: start }),
    ...(end !== undefined && { endYear: end }),
  }
}

function yearsIn(text: string): number[] {
  const years = [...text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d{3})/g)].map(([year]) => Number(year))
  if (years.length > 0) return years.toSorted((left, right) => left - right)
  const ordinal = /十([一二三四五六七八九])五/.exec(text)?.[1]
  const last = ordinal ? 2005 + 5 * ('一二三四五六七八九'.indexOf(ordinal) + 1) : undefined
  return last === undefined ? [] : [last - 4, last]
}
