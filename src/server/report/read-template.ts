import { periodName } from '#core/period/period-name.ts'
import { parsePeriod } from '#core/period/period.ts'
import { convertExact } from '#core/quantity/unit.ts'
import { mayBeNegative, readCellKey } from '#core/report/form.ts'
import { columnTitles, type LaidLine, type Layout, layoutOf } from '#core/report/layout.ts'
import { cellName, type Grid, sheetOf, textAt } from '#core/spreadsheet/grid.ts'
import { readFigure } from '#core/spreadsheet/read-figure.ts'
import { badInput, type Failure } from '#server/http/failure.ts'
import type { Changes } from './fill.ts'
import type { ReportGround } from './ground.ts'
import type { PlacedReport } from './report-store.ts'
import {
  firstLine,
  keyMark,
  keyOfTemplate,
  keySheet,
  leadColumns,
  type TemplateKey,
} from './template.ts'

export interface ReadTemplate {
  /** The revision the template was made of. */
  readonly revision: number
  readonly changes: Changes
}

/** What somebody typed into the template of a report; ends the request with place and reason where it is not that. */
export function readTemplate(
  grids: readonly Grid[],
  row: PlacedReport,
  ground: ReportGround,
): ReadTemplate {
  const key = keyIn(grids)
  const grid = grids.find(({ name }) => name !== keySheet)
  if (!key || !grid) throw badInput('template-foreign', 'The workbook is no template of a report')
  const mismatch = mismatchOf(key, keyOfTemplate(row))
  if (mismatch) throw mismatch
  const layout = layoutOf(ground.compiled.form, row.period)
  sameLayout(grid, layout)
  return { revision: Number(key.revision), changes: changesIn(grid, layout, ground) }
}

function keyIn(grids: readonly Grid[]): TemplateKey | undefined {
  const hidden = grids.find(({ name }) => name === keySheet)
  if (!hidden) return undefined
  const [mark, ...parts] = hidden.rows.map((cells) => cells[0]?.text.trim() ?? '')
  if (mark !== keyMark) return undefined
  const said = (name: string): string => parts[parts.indexOf(name) + 1] ?? ''
  const revision = said('revision')
  if (!/^\d{1,9}$/u.test(revision)) return undefined
  return {
    report: said('report'),
    form: said('form'),
    version: said('version'),
    period: said('period'),
    reporter: said('reporter'),
    revision,
  }
}

function mismatchOf(found: TemplateKey, wanted: TemplateKey): Failure | undefined {
  if (found.form !== wanted.form) {
    return badInput('template-other-form', 'The template is of another form')
  }
  if (found.period !== wanted.period) {
    return badInput('template-other-period', 'The template is of another period', {
      found: spoken(found.period),
      wanted: spoken(wanted.period),
    })
  }
  if (found.report !== wanted.report) {
    return badInput('template-other-reporter', 'The template is of another reporter', {
      found: found.reporter,
    })
  }
  return found.version === wanted.version
    ? undefined
    : badInput('template-other-version', 'The form has changed since')
}

function spoken(text: string): string {
  const period = parsePeriod(text)
  return period === undefined ? text : periodName(period)
}

/** Rows and columns stand where they were put: a figure in a shifted row would be another figure. */
function sameLayout(grid: Grid, { columns, lines }: Layout): void {
  const sheet = sheetOf(grid)
  const wanted: (readonly [row: number, column: number, text: string])[] = [
    ...columns.map(
      (one, index) => [firstLine - 1, leadColumns + index, columnTitles[one]] as const,
    ),
    ...lines.flatMap((line, index) => leadOf(line, firstLine + index)),
  ]
  const wrong = wanted.find(([line, column, text]) => textAt(sheet, line, column) !== text)
  if (!wrong) return
  const [line, column, text] = wrong
  throw badInput('template-layout-changed', 'Rows or columns were moved', {
    place: cellName(line, column),
    wanted: text,
    found: textAt(sheet, line, column),
  })
}

function leadOf(line: LaidLine, at: number): (readonly [number, number, string])[] {
  return line.kind === 'title'
    ? [[at, 1, line.text]]
    : [
        [at, 0, line.code],
        [at, 1, line.name],
        [at, 2, line.unit],
      ]
}

interface WrongCell {
  readonly place: string
  readonly cell: string
  readonly why: string
  readonly text: string
}

function changesIn(grid: Grid, { lines }: Layout, ground: ReportGround): Changes {
  const sheet = sheetOf(grid)
  const changes: Record<string, string | null> = {}
  const wrong: WrongCell[] = []
  lines.forEach((line, index) => {
    if (line.kind === 'title' || line.isComputed) return
    line.cells.forEach((key, offset) => {
      if (key === undefined || ground.locked.has(key)) return
      const [at, column] = [firstLine + index, leadColumns + offset]
      const told = toldIn(sheet.at(at, column), key, ground)
      if (told.ok) changes[key] = told.value
      else {
        const place = cellName(at, column)
        wrong.push({ place, cell: key, why: told.why, text: textAt(sheet, at, column) })
      }
    })
  })
  if (wrong.length > 0) {
    throw badInput('template-cells-wrong', 'Some cells cannot be read', { cells: wrong })
  }
  return changes
}

type Told =
  | { readonly ok: true; readonly value: string | null }
  | { readonly ok: false; readonly why: string }

const mostDigits = 20

function toldIn(
  cell: Parameters<typeof readFigure>[0],
  key: string,
  { compiled }: ReportGround,
): Told {
  const place = readCellKey(compiled.form, key)
  const read = readFigure(cell)
  if (read.kind === 'empty' || read.kind === 'placeholder') return { ok: true, value: null }
  if (read.kind === 'refused') return { ok: false, why: read.why }
  if (!place) return { ok: false, why: 'words-not-figure' }
  const { row, column } = place
  const value = read.unit === undefined ? read.value : convertExact(read.value, read.unit, row.unit)
  if (value === undefined) return { ok: false, why: 'unit-differs' }
  if (value.startsWith('-') && !mayBeNegative(row, column)) return { ok: false, why: 'negative' }
  const [whole = '', fraction = ''] = value.replace('-', '').split('.')
  if (whole.length > mostDigits) return { ok: false, why: 'too-long' }
  return fraction.length > row.decimals ? { ok: false, why: 'too-fine' } : { ok: true, value }
}
