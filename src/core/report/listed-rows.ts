import type { Period } from '../period/period.ts'
import type { CompiledForm } from './compile-form.ts'
import { carriedOver } from './archive.ts'
import type { Cells } from './cells.ts'
import {
  type CellKey,
  type Form,
  type FormRow,
  type OwnRows,
  type RowList,
  rowsOf,
} from './form.ts'

/** A row a reporter listed. */
export interface ListedRow {
  readonly list: RowList
  /** The class, 3981; of a product P1, P2 …: it names the row in cells, as the code of any row does. */
  readonly code: string
  readonly name: string
  readonly unit: string
}

/** So many rows of one list say all that is worth saying. */
const mostListed = 50

/** The form as one reporter fills it in: with the rows it listed. */
export function withListed(form: Form, listed: readonly ListedRow[]): Form {
  return {
    ...form,
    sections: form.sections.map((section) => {
      const { ownRows } = section
      if (!ownRows) return section
      const own = listed.filter(({ list }) => list === ownRows.list)
      return { ...section, rows: own.map((row) => rowOf(row, ownRows)) }
    }),
  }
}

/** The same for a form that has been read: listed rows have no formula and no check asks for one. */
export function compiledWithListed(
  compiled: CompiledForm,
  listed: readonly ListedRow[],
): CompiledForm {
  return { ...compiled, form: withListed(compiled.form, listed) }
}

function rowOf({ code, name, unit }: ListedRow, { decimals, columns }: OwnRows): FormRow {
  return { code, name, indent: 1, unit, decimals, columns, isRequired: false }
}

/** The rows a report begins with: those listed last that the form, in the version of now, still has room for. */
export function listedAgain(form: Form, listed: readonly ListedRow[]): readonly ListedRow[] {
  const fixed = new Set(rowsOf(withListed(form, [])).map(({ name }) => name))
  const units = new Map(
    form.sections.flatMap(({ ownRows }) => (ownRows ? [[ownRows.list, ownRows.unit]] : [])),
  )
  return listed
    .filter(({ list, name }) => units.has(list) && !fixed.has(name))
    .map((row) => ({ ...row, unit: units.get(row.list) ?? row.unit }))
}

export type ListingProblem =
  | 'row-list-unknown'
  | 'row-name-taken'
  | 'row-code-taken'
  | 'row-unit-missing'
  | 'rows-too-many'

/**
 * Puts a row on the list of a report. A code is not used twice, nor is one of `usedBefore`: under it
 * another product was told, or is being typed by somebody who does not know yet that it is gone.
 */
export function listRow(
  form: Form,
  listed: readonly ListedRow[],
  given: {
    readonly list: RowList
    readonly code?: string
    readonly name: string
    readonly unit?: string
  },
  usedBefore: readonly string[] = [],
): ListedRow | ListingProblem {
  const own = form.sections.find(({ ownRows }) => ownRows?.list === given.list)?.ownRows
  if (!own) return 'row-list-unknown'
  if (listed.filter(({ list }) => list === given.list).length >= mostListed) return 'rows-too-many'
  const rows = rowsOf(withListed(form, listed))
  if (rows.some(({ name }) => name === given.name)) return 'row-name-taken'
  const code = given.code ?? nextCode([...rows.map((row) => row.code), ...usedBefore])
  if (rows.some((row) => row.code === code)) return 'row-code-taken'
  const unit = own.unit ?? given.unit
  if (unit === undefined || unit === '') return 'row-unit-missing'
  return { list: given.list, code, name: given.name, unit }
}

function nextCode(used: readonly string[]): string {
  const numbers = used.flatMap((code) => /^P(\d+)$/.exec(code)?.[1] ?? []).map(Number)
  return `P${Math.max(0, ...numbers) + 1}`
}

/** Takes a row off the list: its cells go with it. */
export function cellsWithout<Value>(
  cells: Readonly<Record<string, Value>>,
  row: string,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    Object.entries(cells).filter(([key]) => key.slice(0, key.lastIndexOf('.')) !== row),
  )
}

/**
 * Last year's columns of listed rows, from what was told a year ago of a row of the same name and unit:
 * the number of a product may have been another's then. [K6] [K10]
 */
export function carriedListed(
  form: Form,
  period: Period,
  listed: readonly ListedRow[],
  then: { readonly listed: readonly ListedRow[]; readonly cells: Cells | undefined },
): Cells {
  const nowOf = new Map(
    then.listed.flatMap((old) => {
      const same = listed.find(
        ({ list, name, unit }) => list === old.list && name === old.name && unit === old.unit,
      )
      return same ? [[old.code, same.code]] : []
    }),
  )
  const renamed = new Map(
    [...(then.cells ?? [])].flatMap(([key, value]) => {
      const point = key.lastIndexOf('.')
      const row = nowOf.get(key.slice(0, point))
      return row === undefined ? [] : [[`${row}${key.slice(point)}` as CellKey, value] as const]
    }),
  )
  const sections = withListed(form, listed).sections.filter(({ ownRows }) => ownRows)
  return carriedOver({ sections }, period, () => renamed)
}

/** The codes of the rows whose cells these are. */
export function rowsOfCells(cells: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(cells).map((key) => key.slice(0, key.lastIndexOf('.')))
}

/** The rows of a section that add up to another, with that one. */
export interface AddedUp {
  readonly own: OwnRows
  readonly rows: readonly FormRow[]
  readonly total: FormRow
}

export function addedUp(form: Form): readonly AddedUp[] {
  return form.sections.flatMap(({ ownRows, rows }) => {
    const total = rowsOf(form).find(({ name }) => name === ownRows?.addUpTo)
    return ownRows && total && rows.length > 0 ? [{ own: ownRows, rows, total }] : []
  })
}
