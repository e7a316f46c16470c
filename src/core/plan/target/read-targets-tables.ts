import { cite } from '../../document/citation.ts'
import { type Document, type Table, textAt } from '../../document/document.ts'
import { scanQuantities } from '../../quantity/scan-quantities.ts'
import type { Attribute, Doubt, Milestone, Target } from '../plan.ts'
import { readTargetsByYear } from './read-targets-by-year.ts'
import { readTargetsFromProse } from './read-targets-prose.ts'
import { annualIn, asRise, baselineOf, growthOf, milestoneOf } from './target-cells.ts'
import { type TargetColumns, targetColumns, type YearColumn } from './target-columns.ts'
import { type CellLookup, cellLookup, tight } from './target-grid.ts'
import { nameOfRow, type RowName, subjectOfRow, withoutMarks } from './target-row.ts'
import type { PlanPeriod } from './target-time.ts'

/** The targets of one table; undefined where it is not a table of targets. */
export function readTargetsFromTable(
  document: Document,
  table: Table,
  period: PlanPeriod,
): readonly Target[] | undefined {
  const caption = table.caption ? textAt(document, table.caption).replace(/\s+/g, ' ') : ''
  const at = cellLookup(table)
  const sides = targetColumns(table, at, caption, period)
  if (sides.length === 0) {
    const byYear = readTargetsByYear(document, table, at, period)
    return byYear.length > 0 ? byYear : undefined
  }
  const unitOfTable = table.unit ?? /单位[：:]\s*([^）)\s]+)/.exec(caption)?.[1]
  const setting = { document, table, at, period, caption, ...(unitOfTable && { unitOfTable }) }
  return sides.flatMap((columns) => targetsOfSide(setting, columns))
}

interface Setting {
  readonly document: Document
  readonly table: Table
  readonly at: CellLookup
  readonly period: PlanPeriod
  readonly caption: string
  readonly unitOfTable?: string
}

interface Row extends Setting {
  readonly columns: TargetColumns
  readonly row: number
  /** The group a line of its own above the row names: 一、综合实力. */
  readonly group?: string
}

function targetsOfSide(setting: Setting, columns: TargetColumns): readonly Target[] {
  const targets: Target[] = []
  let group: string | undefined
  for (let row = columns.headRows; row < setting.table.rows; row += 1) {
    const line = { ...setting, columns, row }
    const heading = groupHeading(line)
    group = heading ?? group
    if (heading !== undefined) continue
    for (const measured of measuresOf(columns)) {
      targets.push(...targetsOfRow({ ...line, columns: measured, ...(group && { group }) }))
    }
  }
  return targets
}

// A cell that covers both the name and the figures is a heading between the rows.
function groupHeading({ at, columns, row }: Row): string | undefined {
  const name = at(row, columns.names.at(-1) ?? 0)
  const isAcross = columns.milestones.every(({ column }) => at(row, column) === name)
  return name && isAcross ? withoutMarks(tight(name)) : undefined
}

// A table by industry may give 产值 and 企业数 side by side: one target a row for each.
function measuresOf(columns: TargetColumns): readonly TargetColumns[] {
  const measures = [...new Set(columns.milestones.map((column) => column.measure))]
  if (measures.length < 2) return [columns]
  return measures.map((measure) => {
    const { baseline, ...others } = columns
    const milestones = columns.milestones.filter((column) => column.measure === measure)
    return { ...others, milestones, ...(baseline?.measure === measure && { baseline }) }
  })
}

function targetsOfRow(place: Row): readonly Target[] {
  const { at, columns, row } = place
  const named = nameOfRow(columns.names.map((column) => tight(at(row, column))))
  if (!named) return []
  return proseInRow(place, named) ?? targetOfRow(place, named)
}

// 产值达到100亿元，新增企业10家: a cell that says several things is read as the sentence it is.
function proseInRow(
  { document, table, at, columns, row, period }: Row,
  { name }: RowName,
): readonly Target[] | undefined {
  const cells = columns.milestones.flatMap(({ column }) => at(row, column) ?? [])
  if (!columns.entity || !cells.some((cell) => scanQuantities(cell.text).length > 1))
    return undefined
  const subject = { kind: columns.entity, name }
  const proses = cells.map(({ start, end }) => ({
    block: table,
    start,
    end,
    isPromise: true,
    subject,
  }))
  return readTargetsFromProse(document, proses, period)
}

function targetOfRow(place: Row, named: RowName): readonly Target[] {
  const { document, table, at, columns, row, period } = place
  const declared = columns.unit === undefined ? undefined : stated(tight(at(row, columns.unit)))
  const unitOf = (column?: YearColumn): string | undefined =>
    declared ?? named.unit ?? column?.unit ?? place.unitOfTable
  const read = columns.milestones.map((column) => ({
    column,
    cell: at(row, column.column),
    unit: unitOf(column),
  }))
  const milestones = read.flatMap(({ column, cell, unit }) =>
    milestoneOf(cell, column, unit, named.name),
  )
  const from = columns.baseline?.year ?? period.start - 1
  // What is itself a fall in % does not fall in 百分点.
  const unitOfGrowth = /(?:下降|降低|减少)(?:率|幅度)?$/.test(named.name) ? undefined : unitOf()
  const growth = [
    ...columns.growth.flatMap((column) =>
      growthOf(at(row, column.column), column, from, unitOfGrowth),
    ),
    ...read.flatMap(({ column, cell, unit }) => annualIn(cell, column, unit, period)),
  ]
  if (milestones.length === 0 && growth.length === 0) return []
  const unit = milestones[0]?.unit ?? read[0]?.unit
  const subject = subjectOfRow(columns, place.caption, named.name, read[0]?.cell?.text ?? '', unit)
  const doubts = [...subject.doubts, ...doubtsOf(place, milestones)]
  const category = categoryOf(place, named)
  const attribute = attributeOf(place)
  const { baseline: base } = columns
  const baseline = base && baselineOf(at(row, base.column), base, unitOf(base))
  return [
    {
      indicator: subject.indicator,
      ...(category !== undefined && { category }),
      ...(subject.scope && { scope: subject.scope }),
      ...(unit !== undefined && { unit }),
      ...(attribute && { attribute }),
      ...(baseline && { baseline }),
      milestones,
      growth: growth.map((one) => asRise(one, baseline, milestones)),
      citation: cite(document, table, rowSpan(place)),
      ...(doubts.length > 0 && { doubts }),
    },
  ]
}

function stated(text: string): string | undefined {
  return /^[-—–/]*$/.test(text) ? undefined : text
}

function categoryOf({ at, columns, row, group }: Row, named: RowName): string | undefined {
  const own = columns.category === undefined ? '' : tight(at(row, columns.category))
  const category = stated(own) ?? named.category ?? group
  return category === named.name ? undefined : category
}

function attributeOf({ at, columns, row }: Row): Attribute | undefined {
  const text = columns.attribute === undefined ? '' : tight(at(row, columns.attribute))
  if (/约束/.test(text)) return '约束性'
  if (/限制/.test(text)) return '限制性'
  return /预期|预测|指导|引导/.test(text) ? '预期性' : undefined
}

// A cell that holds figures and was taken for words; a row whose cells did not all come through.
function doubtsOf(
  { table, at, columns, row }: Row,
  milestones: readonly Milestone[],
): readonly Doubt[] {
  const isUnread = milestones.some(({ value, text }) => value === undefined && /\d/.test(text))
  const isTorn = table.rebuilt === true && columns.milestones.some(({ column }) => !at(row, column))
  return [
    ...(isUnread ? (['cell-unread'] as const) : []),
    ...(isTorn ? (['table-rebuilt'] as const) : []),
  ]
}

// From the name to the last figure of the row; cells merged from rows above lie outside.
function rowSpan({ table, at, columns, row }: Row): {
  readonly start: number
  readonly end: number
} {
  const used = [
    ...columns.names,
    columns.unit,
    columns.attribute,
    columns.baseline?.column,
    ...columns.milestones.map(({ column }) => column),
    ...columns.growth.map(({ column }) => column),
  ]
  const cells = used.flatMap((column) => (column === undefined ? [] : (at(row, column) ?? [])))
  const own = cells.filter((cell) => cell.row === row && cell.text !== '')
  const spans = own.length > 0 ? own : [...cells, table].slice(0, 1)
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  }
}
