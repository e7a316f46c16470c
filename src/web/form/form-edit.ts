import type { FormVersion } from '#contract/form.ts'
import { compileForm } from '#core/report/compile-form.ts'
import { type NameElsewhere, namesElsewhere } from '#core/report/elsewhere.ts'
import { type ColumnKind, rowsOf } from '#core/report/form.ts'
import type { KnownName } from '../expression/vocabulary.ts'

export type Form = FormVersion['form']
export type FormRow = Form['sections'][number]['rows'][number]
export type FormCheck = Form['checks'][number]

/** Where a row stands: its section, and its place there. */
export interface RowPlace {
  readonly section: number
  readonly row: number
}

export const flowColumns: readonly ColumnKind[] = [
  'month',
  'to-date',
  'month-last-year',
  'to-date-last-year',
]
export const levelColumns: readonly ColumnKind[] = ['level', 'level-last-year']

/** A form nobody has filled anything into. */
export function newForm(taken: readonly string[]): Form {
  let number = 1
  while (taken.includes(`form-${number}`)) number += 1
  return {
    code: `form-${number}`,
    number: '',
    name: '',
    frequency: 'calendar-month',
    reporter: 'enterprise',
    dueAfter: 8,
    review: ['park', 'region'],
    waitsForAll: false,
    sections: [{ title: '', rows: [] }],
    checks: [],
    notes: '',
    source: '',
  }
}

export function rowAt(form: Form, place: RowPlace | undefined): FormRow | undefined {
  return place && form.sections[place.section]?.rows[place.row]
}

/** What becomes of a row; what is undefined is taken away. */
export type RowChange = { readonly [Key in keyof FormRow]?: FormRow[Key] | undefined }

export function withRow(form: Form, place: RowPlace, next: RowChange): Form {
  return inSection(form, place.section, (rows) =>
    rows.map((row, index) => (index === place.row ? changed(row, next) : row)),
  )
}

// What is undefined is not there: an empty formula is no formula.
function changed(row: FormRow, next: RowChange): FormRow {
  const parts = Object.entries<unknown>({ ...row, ...next })
  return Object.fromEntries(parts.filter(([, value]) => value !== undefined)) as FormRow
}

/** The form with a new row behind a place, and where it stands. */
export function addRow(
  form: Form,
  behind: RowPlace | undefined,
): { readonly form: Form; readonly place: RowPlace } {
  const last = form.sections.findLastIndex(({ ownRows }) => ownRows === undefined)
  if (last < 0)
    return addRow({ ...form, sections: [{ title: '', rows: [] }, ...form.sections] }, undefined)
  const section = behind?.section ?? last
  const at = behind ? behind.row + 1 : (form.sections[section]?.rows.length ?? 0)
  const fresh: FormRow = {
    code: freeNumber(rowsOf(form).map(({ code }) => code)),
    name: '',
    indent: 0,
    unit: '',
    decimals: 0,
    columns: [...flowColumns],
    isRequired: true,
  }
  return {
    form: inSection(form, section, (rows) => rows.toSpliced(at, 0, fresh)),
    place: { section, row: at },
  }
}

function freeNumber(taken: readonly string[]): string {
  const most = Math.max(0, ...taken.map(Number).filter(Number.isInteger))
  return String(most + 1).padStart(2, '0')
}

export function removeRow(form: Form, { section, row }: RowPlace): Form {
  return inSection(form, section, (rows) => rows.toSpliced(row, 1))
}

/** The form with a row one place up or down, over the edge of its section into the next; undefined at the ends. */
export function moveRow(
  form: Form,
  place: RowPlace,
  by: -1 | 1,
): { readonly form: Form; readonly place: RowPlace } | undefined {
  const row = rowAt(form, place)
  const rows = form.sections[place.section]?.rows ?? []
  if (!row) return undefined
  const to = place.row + by
  if (rows[to]) return moved(form, place, { section: place.section, row: to }, row)
  // Rows of the form do not stand among those each reporter lists.
  let section = place.section + by
  while (form.sections[section]?.ownRows) section += by
  const other = form.sections[section]
  return other && moved(form, place, { section, row: by < 0 ? other.rows.length : 0 }, row)
}

function moved(form: Form, from: RowPlace, to: RowPlace, row: FormRow) {
  const taken = removeRow(form, from)
  return { form: inSection(taken, to.section, (rows) => rows.toSpliced(to.row, 0, row)), place: to }
}

function inSection(
  form: Form,
  section: number,
  change: (rows: readonly FormRow[]) => readonly FormRow[],
): Form {
  return {
    ...form,
    sections: form.sections.map((one, index) =>
      index === section ? { ...one, rows: [...change(one.rows)] } : one,
    ),
  }
}

/** The form with a section less; its rows go to the section before, or the next. */
export function removeSection(form: Form, at: number): Form {
  const gone = form.sections[at]
  if (!gone || form.sections.length < 2) return form
  const takes = (index: number): boolean => index !== at && !form.sections[index]?.ownRows
  const indexes = [...form.sections.keys()]
  const heir = indexes.findLast((index) => index < at && takes(index)) ?? indexes.find(takes)
  if (heir === undefined && gone.rows.length > 0) return form
  return {
    ...form,
    sections: form.sections
      .map((one, index) => {
        if (index !== heir) return one
        return {
          ...one,
          rows: heir > at ? [...gone.rows, ...one.rows] : [...one.rows, ...gone.rows],
        }
      })
      .toSpliced(at, 1),
  }
}

export type OwnRows = NonNullable<Form['sections'][number]['ownRows']>

/** What becomes of the rows each reporter lists; what is undefined is taken away. */
export type OwnRowsChange = { readonly [Key in keyof OwnRows]?: OwnRows[Key] | undefined }

const usualOwnRows: Readonly<Record<OwnRows['list'], OwnRows>> = {
  'industry-class': { list: 'industry-class', decimals: 0, columns: flowColumns },
  product: { list: 'product', decimals: 2, columns: flowColumns },
}

/** The form with a section whose rows each reporter lists from now on, or the form itself again. */
export function listedBy(form: Form, at: number, list: OwnRows['list'] | undefined): Form {
  return {
    ...form,
    sections: form.sections.map(({ title, rows }, index, all) => {
      if (index !== at) return all[index] ?? { title, rows }
      return list === undefined ? { title, rows } : { title, rows, ownRows: usualOwnRows[list] }
    }),
  }
}

export function withOwnRows(form: Form, at: number, next: OwnRowsChange): Form {
  return {
    ...form,
    sections: form.sections.map((one, index) => {
      if (index !== at || !one.ownRows) return one
      const parts = Object.entries<unknown>({ ...one.ownRows, ...next })
      const known = parts.filter(([, value]) => value !== undefined && value !== '')
      return { ...one, ownRows: Object.fromEntries(known) as OwnRows }
    }),
  }
}

export function newCheck({ checks }: Form): FormCheck {
  let number = checks.length + 1
  while (checks.some(({ code }) => code === `check-${number}`)) number += 1
  return { code: `check-${number}`, name: '', holds: '', level: 'soft', advice: '', notIn: [] }
}

/** Names a formula or a check of a form may use: its own rows, and those of forms the same reporter fills in. */
export function namesFor(form: Form, others: readonly Form[]): readonly KnownName[] {
  const own = rowsOf(form).filter(({ name }) => name !== '')
  return [...own, ...namesElsewhere(form, others)].map(({ name, unit }) => ({
    name,
    unit,
    kind: 'number',
  }))
}

/** Something that has to be mended before the form can be used, with where. */
export type Fault = {
  readonly part: 'facts' | 'rows' | 'checks'
  /** The code of the row or check. */
  readonly at: string
} & (
  | { readonly code: Missing }
  /** What the compiler of forms says, in its own words. */
  | { readonly code: 'refused'; readonly text: string }
)

type Missing =
  | 'form-name'
  | 'form-code'
  | 'review'
  | 'no-rows'
  | 'row-name'
  | 'row-unit'
  | 'row-columns'
  | 'check-name'
  | 'check-holds'

/** What is wrong with a form as far as it can be known here; the server says the rest. */
export function faultsOf(form: Form, others: readonly Form[]): readonly Fault[] {
  const elsewhere: readonly NameElsewhere[] = namesElsewhere(form, others)
  const empty = [...factFaults(form), ...rowFaults(form), ...checkFaults(form)]
  const rows = new Set(rowsOf(form).map(({ code }) => code))
  const compiled = compileForm(form, elsewhere)
  const wrong = compiled.ok ? [] : compiled.error
  const said = new Set(empty.map(({ at }) => at))
  return [
    ...empty,
    ...wrong
      .filter(({ at }) => !said.has(at))
      .map(({ at, text }): Fault => {
        const isRow =
          rows.has(at) || form.sections.some(({ title, ownRows }) => ownRows && title === at)
        return { part: isRow ? 'rows' : 'checks', at, code: 'refused', text }
      }),
  ]
}

function factFaults(form: Form): readonly Fault[] {
  return faults('facts', '', {
    'form-name': isBlank(form.name),
    'form-code': !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(form.code),
    review: form.review.length === 0,
    'no-rows':
      rowsOf(form).length === 0 && form.sections.every(({ ownRows }) => ownRows === undefined),
  })
}

function rowFaults(form: Form): readonly Fault[] {
  return rowsOf(form).flatMap(({ code, name, unit, columns }) =>
    faults('rows', code, {
      'row-name': isBlank(name),
      'row-unit': isBlank(unit),
      'row-columns': columns.length === 0,
    }),
  )
}

function checkFaults({ checks }: Form): readonly Fault[] {
  return checks.flatMap(({ code, name, holds }) =>
    faults('checks', code, { 'check-name': isBlank(name), 'check-holds': isBlank(holds) }),
  )
}

function faults(
  part: Fault['part'],
  at: string,
  missing: { readonly [Code in Missing]?: boolean },
): readonly Fault[] {
  return (Object.keys(missing) as Missing[])
    .filter((code) => missing[code])
    .map((code) => ({ part, at, code }))
}

function isBlank(words: string): boolean {
  return words.trim() === ''
}
