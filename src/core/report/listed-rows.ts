import type { CompiledForm } from './compile-form.ts'
import { type Form, type FormRow, type OwnRows, type RowList, rowsOf } from './form.ts'

/** A row a reporter listed. */
export interface ListedRow {
  readonly list: RowList
  /** The class, 3981; of a product P1, P2 …: it names the row in cells, as the code of any row does. */
  readonly code: string
  readonly name: string
  readonly unit: string
}

/** So many rows of one list say all that is worth saying. */
export const mostListed = 50

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

export type ListingProblem =
  | 'row-list-unknown'
  | 'row-name-taken'
  | 'row-code-taken'
  | 'row-unit-missing'
  | 'rows-too-many'

/**
 * Puts a row on the list of a report. A code is not used twice, nor that of a product taken off again:
 * what earlier reports told under it was another product.
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
