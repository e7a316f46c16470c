import { cite } from '../document/citation.ts'
import { type Cell, type Document, type Table, textAt } from '../document/document.ts'
import type { Quantity } from '../quantity/quantity.ts'
import { type CellReading, readCell } from '../quantity/read-cell.ts'
import { canonicalUnit } from '../quantity/unit.ts'
import { endsInMeasure, measureIn } from './indicator-name.ts'
import type { Attribute, Baseline, Doubt, Growth, Milestone, Scope, Target } from './plan.ts'
import {
  cellAt,
  type TargetColumns,
  targetColumns,
  unitInBrackets,
  type YearColumn,
} from './target-columns.ts'
import { nameWithSubject, scopeInName, scopeOf } from './target-scope.ts'
import type { PlanPeriod } from './target-time.ts'

/** The targets of one table; undefined where it is not a table of targets. */
export function readTargetsFromTable(
  document: Document,
  table: Table,
  period: PlanPeriod,
): readonly Target[] | undefined {
  const caption = table.caption ? textAt(document, table.caption).replace(/\s+/g, ' ') : ''
  const columns = targetColumns(table, caption, period)
  if (!columns) return undefined
  const unitOfTable = table.unit ?? /单位[：:]\s*([^）)\s]+)/.exec(caption)?.[1]
  const targets: Target[] = []
  for (let row = columns.headRows; row < table.rows; row += 1) {
    for (const measured of measuresOf(columns)) {
      const target = targetOfRow({
        document,
        table,
        columns: measured,
        row,
        period,
        caption,
        ...(unitOfTable && { unitOfTable }),
      })
      if (target) targets.push(target)
    }
  }
  return targets
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

interface Row {
  readonly document: Document
  readonly table: Table
  readonly columns: TargetColumns
  readonly row: number
  readonly period: PlanPeriod
  readonly caption: string
  readonly unitOfTable?: string
}

function targetOfRow(place: Row): Target | undefined {
  const { document, table, columns, row } = place
  const named = nameOfRow(place)
  if (!named) return undefined
  const declared =
    columns.unit === undefined
      ? undefined
      : cellAt(table, row, columns.unit)?.text.replace(/\s+/g, '')
  const unitOf = (column: YearColumn): string | undefined =>
    emptyToNone(declared) ?? named.unit ?? column.unit ?? place.unitOfTable
  const read = columns.milestones.map((column) => ({
    column,
    cell: cellAt(table, row, column.column),
    unit: unitOf(column),
  }))
  const milestones = read.flatMap(({ column, cell, unit }) =>
    milestoneOf(cell, column, unit, named.name),
  )
  const growth = [
    ...growthOf(place, unitOf({ column: -1, year: 0 })),
    ...read.flatMap(({ column, cell, unit }) => annualIn(cell, column, unit, place.period)),
  ]
  if (milestones.length === 0 && growth.length === 0) return undefined
  const [first] = milestones
  const unit = first?.unit ?? read[0]?.unit
  const subject = subjectOfRow(place, named.name, read[0]?.cell?.text ?? '', unit)
  const doubts = [...subject.doubts, ...doubtsOf(place, milestones)]
  const category =
    columns.category === undefined
      ? undefined
      : emptyToNone(cellAt(table, row, columns.category)?.text.replace(/\s+/g, ''))
  const attribute = attributeOf(place)
  const baseline = baselineOf(place, unitOf(columns.baseline ?? { column: -1, year: 0 }))
  return {
    indicator: subject.indicator,
    ...(category && category !== named.name && { category }),
    ...(subject.scope && { scope: subject.scope }),
    ...(unit !== undefined && { unit }),
    ...(attribute && { attribute }),
    ...(baseline && { baseline }),
    milestones,
    growth,
    citation: cite(document, table, rowSpan(place)),
    ...(doubts.length > 0 && { doubts }),
  }
}

function emptyToNone(text: string | undefined): string | undefined {
  return text === undefined || /^[-—–/]*$/.test(text) ? undefined : text
}

function nameOfRow({
  table,
  columns,
  row,
}: Row): { readonly name: string; readonly unit?: string } | undefined {
  const parts = columns.names
    .map((column) => cellAt(table, row, column)?.text.replace(/\s+/g, '') ?? '')
    .filter((part, index, all) => part !== '' && part !== all[index - 1])
  const printed = parts
    .join('')
    .replace(
      /^(?:其中[：:，,]?|[#*※△▲★①-⑳]|[（(]?\d{1,2}[）)、.．](?!\d)|[（(]?[一二三四五六七八九十]{1,2}[）)、]|[-—－]+)/,
      '',
    )
    .replace(/^其中[：:]/, '')
    .replace(/[*※①-⑳]$/, '')
  if (printed === '' || /^(?:注|备注|说明|数据来源|指标)/.test(printed) || printed.length > 60)
    return undefined
  const split = unitInBrackets(printed)
  return split ? { name: split.rest, unit: split.unit } : { name: printed }
}

function milestoneOf(
  cell: Cell | undefined,
  column: YearColumn,
  unit: string | undefined,
  name: string,
): readonly Milestone[] {
  if (!cell) return []
  const reading = readCell(cell.text, unit)
  if (reading.kind === 'blank') return []
  if (reading.kind === 'words') {
    return [
      {
        year: column.year,
        kind: 'level',
        op: '=',
        text: reading.text,
        ...(unit !== undefined && { unit }),
      },
    ]
  }
  if (reading.isAnnual && reading.isChange) return []
  return [
    { year: column.year, kind: kindOf(reading, name, unit), ...inUnit(reading.quantity, unit) },
  ]
}

// A column of % says so once; cells that print 个百分点 or another unit keep their own.
function inUnit(quantity: Quantity, unit: string | undefined): Quantity {
  const isSame =
    unit !== undefined &&
    quantity.unit !== undefined &&
    canonicalUnit(unit) === canonicalUnit(quantity.unit)
  return isSame ? { ...quantity, unit } : quantity
}

function kindOf(
  reading: Extract<CellReading, { kind: 'quantity' }>,
  name: string,
  unit: string | undefined,
): Milestone['kind'] {
  if (reading.isCumulative || /累计|新增|净增|\[|〔/.test(name) || /累计/.test(unit ?? ''))
    return 'cumulative'
  if (reading.isChange || /(?:下降|降低|减少|削减)(?:率|幅度|比例)?$/.test(name)) return 'change'
  return 'level'
}

function annualIn(
  cell: Cell | undefined,
  column: YearColumn,
  unit: string | undefined,
  period: PlanPeriod,
): readonly Growth[] {
  const reading = cell ? readCell(cell.text, unit) : undefined
  if (reading?.kind !== 'quantity' || !reading.isAnnual || !reading.isChange) return []
  return [growthFrom(reading, period.start - 1, column.year, false)]
}

// A share that grows by 0.8 grows by 百分点, unless the cell prints %.
function inPoints<R extends { readonly quantity: Quantity }>(
  reading: R,
  unit: string | undefined,
): R {
  const isShare = unit === '%' && reading.quantity.unit === undefined
  return isShare ? { ...reading, quantity: { ...reading.quantity, unit: '百分点' } } : reading
}

function growthOf(
  { table, columns, row, period }: Row,
  unit: string | undefined,
): readonly Growth[] {
  const from = columns.baseline?.year ?? period.start - 1
  return columns.growth.flatMap((column) => {
    const reading = readCell(cellAt(table, row, column.column)?.text ?? '')
    return reading.kind === 'quantity'
      ? [
          growthFrom(
            inPoints(reading, unit),
            from,
            column.to,
            column.isCumulative || reading.isCumulative,
          ),
        ]
      : []
  })
}

function growthFrom(
  { quantity }: Extract<CellReading, { kind: 'quantity' }>,
  from: number,
  to: number,
  isCumulative: boolean,
): Growth {
  const unit =
    quantity.unit === undefined || quantity.unit === '%'
      ? '%'
      : /百分点/.test(quantity.unit)
        ? '百分点'
        : 'absolute'
  return {
    from,
    to,
    value: quantity.value ?? 0,
    unit,
    text: quantity.text,
    ...(isCumulative && { cumulative: true }),
  }
}

function baselineOf({ table, columns, row }: Row, unit: string | undefined): Baseline | undefined {
  if (!columns.baseline) return undefined
  const reading = readCell(cellAt(table, row, columns.baseline.column)?.text ?? '', unit)
  const { year } = columns.baseline
  if (reading.kind === 'blank') return undefined
  if (reading.kind === 'words') return { year, text: reading.text }
  const { value, text } = reading.quantity
  return { year, ...(value !== undefined && { value }), text }
}

function attributeOf({ table, columns, row }: Row): Attribute | undefined {
  const text =
    columns.attribute === undefined ? '' : (cellAt(table, row, columns.attribute)?.text ?? '')
  if (/约束/.test(text)) return '约束性'
  if (/限制/.test(text)) return '限制性'
  return /预期|预测|指导|引导/.test(text) ? '预期性' : undefined
}

// A cell that holds figures and was taken for words; a row whose cells did not all come through.
function doubtsOf(
  { table, columns, row }: Row,
  milestones: readonly Milestone[],
): readonly Doubt[] {
  const isUnread = milestones.some(({ value, text }) => value === undefined && /\d/.test(text))
  const isTorn =
    table.rebuilt === true && columns.milestones.some(({ column }) => !cellAt(table, row, column))
  return [
    ...(isUnread ? (['cell-unread'] as const) : []),
    ...(isTorn ? (['table-rebuilt'] as const) : []),
  ]
}

// Rows named by an industry or a park take what is measured from the cell, the head or the caption.
function subjectOfRow(
  { columns, caption }: Row,
  name: string,
  cell: string,
  unit: string | undefined,
): { readonly indicator: string; readonly scope?: Scope; readonly doubts: readonly Doubt[] } {
  const inName = scopeInName(name)
  if (!columns.entity || endsInMeasure(name)) {
    return { indicator: name, ...(inName && { scope: inName }), doubts: [] }
  }
  const said = measureIn(cell) ?? columns.milestones[0]?.measure ?? measureIn(caption)
  const measure = said ?? (unit?.endsWith('元') ? '产值' : '')
  const scope: Scope | undefined = /^(?:合计|总计|小计|全[省市区县])/.test(name)
    ? undefined
    : (scopeOf(name) ?? { kind: columns.entity, name })
  const whole = scope ? nameWithSubject(scope, measure) : `${name}（${totalOf(caption)}${measure}）`
  return {
    indicator: whole,
    ...(scope && { scope }),
    doubts: said === undefined && measure !== '' ? ['indicator-unclear'] : [],
  }
}

// 表2 2025年“4+1”支柱产业发展目标(单位：亿元) → “4+1”支柱产业
function totalOf(caption: string): string {
  return caption
    .trim()
    .replace(/^(?:附?表|专栏)\s?\d*[-—.\d]*[：:]?\s*/, '')
    .replace(/[（(][^）)]*[）)]/g, '')
    .replace(/20\d\d(?:[-—–~至]+20\d\d)?年?/g, '')
    .replace(/(?:主要)?(?:发展)?(?:目标|指标|规划|情况|预测)?表?$/, '')
    .replace(/产值$/, '')
}

function rowSpan({ table, columns, row }: Row): { readonly start: number; readonly end: number } {
  const cells = table.cells.filter(
    (cell) => cell.row === row && cell.column >= (columns.names[0] ?? 0) && cell.text !== '',
  )
  const named = columns.names
    .map((column) => cellAt(table, row, column))
    .find((cell) => cell !== undefined)
  const starts = cells.map((cell) => cell.start)
  const start = Math.min(...starts, named?.row === row ? named.start : Number.POSITIVE_INFINITY)
  return { start, end: Math.max(start, ...cells.map((cell) => cell.end)) }
}
