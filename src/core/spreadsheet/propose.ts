import { type Subject, subjectKey } from '../indicator/figure.ts'
import { comparePeriods, type Period } from '../period/period.ts'
import { columnLines } from './column-lines.ts'
import { type Sheet } from './grid.ts'
import { layoutFingerprint } from './layout-key.ts'
import { labelColumns } from './label-columns.ts'
import { readLabel, unitOfNote } from './label.ts'
import type { Decisions, Defaults, Line, LineDecision, Reading, TableMapping } from './mapping.ts'
import { knowsPeriods } from './mapping.ts'
import { indicatorWithin, type NameIndex, sureFrom } from './names.ts'
import { nearer, periodMeant, type PeriodWords } from './period-words.ts'
import { rowLines } from './row-lines.ts'
import type { TableShape } from './tables.ts'

/** Proposes how a table is read: what its rows and columns mean, how sure that is, and why. */
export function proposeTable(
  sheet: Sheet,
  shape: TableShape,
  place: { readonly sheet: number; readonly table: number },
  reading: Reading,
): TableMapping {
  const { index, decisions = {}, remembered = {} } = reading
  const labels = labelColumns(sheet, shape, reading)
  const holds = new Set(labels.map((one) => one.holds))
  const rows = rowLines(sheet, shape, labels, reading)
  const rowsHoldSubjects =
    rows.some(({ facets }) => facets.subject !== undefined) ||
    (holds.has('subject') && !holds.has('indicator'))
  const rowsHoldIndicators = rows.some(({ facets }) => facets.indicator !== undefined)
  const fallback = defaultIndicator(sheet, shape, reading)
  const columns = columnLines(sheet, shape, {
    reading,
    rowsHoldSubjects,
    rowsHoldIndicators,
    hasDefault: fallback !== undefined,
  })
  const columnsHoldIndicators = columns.some(({ facets }) => facets.indicator !== undefined)
  const needsRowIndicator = !columnsHoldIndicators && fallback === undefined
  const columnsHoldSubjects = columns.some(({ facets }) => facets.subject !== undefined)
  const settled = rows.map((line) =>
    settle(line, { needsRowIndicator, needsSubject: rowsHoldSubjects && !columnsHoldSubjects }),
  )
  const subject = decisions.subject ?? remembered.subject ?? defaultSubject(shape, sheet, index)
  const unit = decisions.unit ?? remembered.unit ?? toldUnit(sheet, shape)
  // Where every row names its indicator, the title names none.
  const indicator = rowsHoldIndicators ? undefined : fallback
  const knowsAny =
    [...settled, ...columns].some(({ facets }) => facets.indicator !== undefined) ||
    indicator !== undefined
  return {
    id: `${place.sheet}-${place.table}`,
    sheet: place.sheet,
    bounds: {
      top: Math.min(...shape.headRows, ...shape.bodyRows.slice(0, 1)),
      bottom: shape.bodyRows.at(-1) ?? 0,
      left: shape.left,
      right: shape.right,
    },
    headRows: shape.headRows,
    titles: shape.titles,
    notes: shape.notes,
    labels,
    rows: settled,
    columns,
    defaults: {
      subject,
      ...(indicator !== undefined && { indicator }),
      ...(unit !== undefined && { unit }),
      ...sheetPeriod(sheet, shape, columns, reading),
    },
    isSkipped: decisions.isSkipped ?? remembered.isSkipped ?? !knowsAny,
    fingerprint: layoutFingerprint(labels, columns),
  }
}

// A row that names neither what is needed nor a group is open until somebody says what it is.
function settle(
  line: Line,
  needs: { readonly needsRowIndicator: boolean; readonly needsSubject: boolean },
): Line {
  if (line.use !== 'figures') return line
  const { subject, indicator, measure } = line.facets
  const lacks =
    (needs.needsSubject && subject === undefined) ||
    (needs.needsRowIndicator && indicator === undefined && measure === undefined)
  if (!lacks) return line
  return {
    ...line,
    use: 'open',
    confidence: 0,
    reasons: line.reasons.length > 0 ? line.reasons : [{ code: 'nothing-told' }],
  }
}

/** The unit of a whole table: in a note, else in a title, else in the name of the sheet. */
function toldUnit(sheet: Sheet, { titles, notes }: TableShape): string | undefined {
  const noted = [...titles, ...notes].map(({ text }) => unitOfNote(text))
  const others = titles.map(({ text }) => text).filter((text) => !/单位[:：]/u.test(text))
  const titled = [...others, sheet.grid.name].map((text) => readLabel(text).unit)
  return [...noted, ...titled].find((unit) => unit !== undefined && unit !== '%')
}

function defaultIndicator(
  sheet: Sheet,
  shape: TableShape,
  { index, decisions, remembered }: Reading,
): string | undefined {
  const told = decisions?.indicator ?? remembered?.indicator
  if (told !== undefined) return told
  const texts = [...shape.titles.toReversed().map(({ text }) => text), sheet.grid.name]
  for (const text of texts) {
    const match = indicatorWithin(index, readLabel(text).name)
    if (match) return match.value.code
  }
  return undefined
}

// 高新园区主要经济指标: a sheet about one subject names it in its title.
function defaultSubject(shape: TableShape, sheet: Sheet, index: NameIndex): Subject {
  const { region, subjects } = index.vocabulary
  const texts = [...shape.titles.map(({ text }) => text), sheet.grid.name].map((text) =>
    text.normalize('NFKC').replaceAll(/\s/g, ''),
  )
  const named = subjects
    .filter(
      ({ subject, name }) =>
        subjectKey(subject) !== subjectKey(region.subject) &&
        name.length >= 3 &&
        texts.some((text) => text.includes(name)),
    )
    .toSorted((a, b) => b.name.length - a.name.length)
  return named[0]?.subject ?? region.subject
}

function sheetPeriod(
  sheet: Sheet,
  shape: TableShape,
  columns: readonly Line[],
  { fileName, decisions }: Reading,
): Pick<Defaults, 'period' | 'periodFrom'> {
  if (decisions?.period !== undefined) return { period: decisions.period, periodFrom: 'decided' }
  const title = shape.titles
    .toReversed()
    .filter(({ text, row }) => !isOtherDate(text) && !isOtherDate(before(shape, row, text)))
    .map(({ text }) => readLabel(text).period)
    .find((words) => words?.part !== undefined || words?.year !== undefined)
  const name = readLabel(sheet.grid.name).period
  const file = readLabel(fileName.replace(/\.\w+$/, '')).period
  const chain: readonly (readonly [PeriodWords | undefined, Defaults['periodFrom']])[] = [
    [title && completed(title, name, file), 'title'],
    [name && completed(name, title, file), 'sheet-name'],
    [file && completed(file, title, name), 'file-name'],
  ]
  for (const [words, periodFrom] of chain) {
    if (words?.year === undefined || (words.part === undefined && hasPart(columns))) continue
    const meant = periodMeant(words, undefined)
    if (meant && periodFrom !== undefined) return { period: meant.period, periodFrom }
  }
  return headPeriod(columns, title ?? name ?? file)
}

// When a form was made, until when it is valid, when it was sent in: none of it is what its figures are of.
function isOtherDate(text: string): boolean {
  return /有效期|文号|印发|(?:填报|报出|制表|打印|编制|更新)(?:日期|时间)|\d{1,2}日$/.test(
    text.replaceAll(/\s/g, ''),
  )
}

// 有效期至 may stand in the cell before its date.
function before({ titles }: TableShape, row: number, text: string): string {
  const own = titles.filter((title) => title.row === row)
  return own[own.findIndex((title) => title.text === text) - 1]?.text ?? ''
}

function hasPart(columns: readonly Line[]): boolean {
  return columns.some(({ facets }) => facets.period?.part !== undefined)
}

// A title of 2026年 on a sheet named 3月 is March of 2026.
function completed(
  words: PeriodWords,
  ...others: readonly (PeriodWords | undefined)[]
): PeriodWords {
  return others.reduce<PeriodWords>(
    (all, other) =>
      other
        ? {
            ...nearer(all, other),
            ...(all.part === undefined && other.part !== undefined && { part: other.part }),
          }
        : all,
    words,
  )
}

// Where only the heads say their periods, the latest is what the sheet is about.
function headPeriod(
  columns: readonly Line[],
  around: PeriodWords | undefined,
): Pick<Defaults, 'period' | 'periodFrom'> {
  const told = columns.flatMap(({ facets: { period } }): Period[] => {
    const words =
      period &&
      (period.year === undefined && around?.year !== undefined
        ? { ...period, year: around.year }
        : period)
    if (words?.year === undefined || words.relative !== undefined) return []
    const meant = periodMeant(words, undefined)
    return meant ? [meant.period] : []
  })
  const latest = told.toSorted(comparePeriods).at(-1)
  return latest === undefined ? {} : { period: latest, periodFrom: 'head' }
}

/** The decisions of a table as they are remembered: what holds for every line, whoever said it; the period moves on. */
export function settledDecisions({
  labels,
  rows,
  columns,
  defaults,
  isSkipped,
}: TableMapping): Decisions {
  return {
    isSkipped,
    subject: defaults.subject,
    ...(defaults.indicator !== undefined && { indicator: defaults.indicator }),
    ...(defaults.unit !== undefined && { unit: defaults.unit }),
    labels: Object.fromEntries(labels.map(({ key, holds }) => [key, holds])),
    rows: Object.fromEntries(rows.flatMap(decisionOf)),
    columns: Object.fromEntries(columns.flatMap(decisionOf)),
  }
}

function decisionOf({ key, use, facets }: Line): readonly (readonly [string, LineDecision])[] {
  if (use === 'open') return []
  const { subject, indicator, measure, unit } = facets
  const told = {
    ...(subject && { subject }),
    ...(indicator !== undefined && { indicator }),
    ...(measure !== undefined && { measure }),
    ...(unit !== undefined && { unit }),
  }
  return [[key, { use, ...told }]]
}

/** Whether a person should look before figures are taken: a line is open or unsure, or the period is not told. */
export function needsLook(mapping: TableMapping): boolean {
  if (mapping.isSkipped) return false
  const { rows, columns } = mapping
  return (
    !knowsPeriods(mapping) ||
    [...rows, ...columns].some(
      ({ use, confidence }) => use === 'open' || (use === 'figures' && confidence < sureFrom),
    )
  )
}
