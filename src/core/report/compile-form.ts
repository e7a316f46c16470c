import { compile, evaluate, type Expression } from '../expression/compile.ts'
import { problemInWords } from '../expression/messages.ts'
import { err, ok, type Result } from '../result.ts'
import { type Cells, type CellsAt, environmentOf } from './cells.ts'
import {
  type CellKey,
  cellKey,
  type ColumnKind,
  type Form,
  type FormCheck,
  type FormRow,
  mainColumn,
  rowsOf,
} from './form.ts'

/** A form whose formulas and checks have been read and fit each other. */
export interface CompiledForm {
  readonly form: Form
  /** Computed rows in the order in which they can be computed. */
  readonly computed: readonly { readonly row: FormRow; readonly expression: Expression }[]
  readonly checks: readonly { readonly check: FormCheck; readonly expression: Expression }[]
}

export interface FormProblem {
  readonly code:
    | 'row-doubled'
    | 'name-doubled'
    | 'formula-unread'
    | 'formula-cycle'
    | 'check-doubled'
    | 'check-unread'
    | 'check-no-condition'
    | 'column-mixed'
    | 'own-rows-doubled'
    | 'own-rows-mixed'
    | 'own-rows-total-unknown'
  /** The row or the check. */
  readonly at: string
  /** In plain Chinese, for expressions with the place in them. */
  readonly text: string
}

/** Reads a form; every problem at once, so that its author mends it in one go. */
export function compileForm(
  form: Form,
  elsewhere: readonly { readonly name: string; readonly unit: string }[] = [],
): Result<CompiledForm, readonly FormProblem[]> {
  const rows = rowsOf(form)
  const own = rows.map(({ name, unit }) => ({ name, unit }))
  const names = new Map(
    [...elsewhere, ...own].map(({ name, unit }) => [name, { unit, kind: 'number' as const }]),
  )
  const problems = [
    ...doubled(rows),
    ...mixed(rows),
    ...doubledChecks(form.checks),
    ...wrongOwnRows(form),
  ]
  const formulas = new Map<FormRow, Expression>()
  for (const row of rows) {
    if (row.formula === undefined) continue
    const read = compile(row.formula, { names, unit: row.unit })
    if (read.ok) formulas.set(row, read.value)
    else problems.push(problem('formula-unread', row.code, problemInWords(read.error)))
  }
  const checks = form.checks.flatMap((check) => {
    const read = compile(check.holds, { names })
    if (!read.ok) {
      problems.push(problem('check-unread', check.code, problemInWords(read.error)))
      return []
    }
    if (read.value.root.kind !== 'truth') {
      problems.push(problem('check-no-condition', check.code, '审核条件应当是能判断成立与否的式子'))
    }
    return [{ check, expression: read.value }]
  })
  const computed = ordered(formulas)
  if (!computed.ok) problems.push(computed.error)
  if (problems.length > 0 || !computed.ok) return err(problems)
  return ok({ form, computed: computed.value, checks })
}

function problem(code: FormProblem['code'], at: string, text: string): FormProblem {
  return { code, at, text }
}

function doubled(rows: readonly FormRow[]): FormProblem[] {
  return rows.flatMap((row, i) => {
    const earlier = rows.slice(0, i)
    return [
      ...(earlier.some(({ code }) => code === row.code)
        ? [problem('row-doubled', row.code, `行号“${row.code}”用了两次`)]
        : []),
      ...(earlier.some(({ name }) => name === row.name)
        ? [problem('name-doubled', row.code, `行名“${row.name}”用了两次，公式无法分辨`)]
        : []),
    ]
  })
}

// A row is a flow or a level; it cannot be told by months and stand at an end as well.
function mixed(rows: readonly Pick<FormRow, 'code' | 'columns'>[]): FormProblem[] {
  return rows
    .filter(({ columns }) => {
      const isLevel = columns.some((column) => column.startsWith('level'))
      return (
        columns.length === 0 || (isLevel && columns.some((column) => !column.startsWith('level')))
      )
    })
    .map(({ code }) =>
      problem('column-mixed', code, '一行要么填本月和累计，要么填期末数，至少一栏'),
    )
}

/** Sections whose rows each reporter lists: at most one of a kind, without rows of the form itself. */
function wrongOwnRows(form: Form): FormProblem[] {
  const sections = form.sections.filter(({ ownRows }) => ownRows !== undefined)
  const units = new Map(rowsOf(form).map(({ name, unit }) => [name, unit]))
  return sections.flatMap(({ title, ownRows, rows }, i) => {
    if (!ownRows) return []
    const { list, columns, addUpTo, unit } = ownRows
    const isDoubled = sections.slice(0, i).some((earlier) => earlier.ownRows?.list === list)
    const isMixed = mixed([{ code: title, columns }]).length > 0
    return [
      ...(isDoubled
        ? [problem('own-rows-doubled', title, '同一种自列行在一张表里只能有一节')]
        : []),
      ...(isMixed || rows.length > 0
        ? [
            problem(
              'own-rows-mixed',
              title,
              '自列行的一节不能再有固定的行；要么填本月和累计，要么填期末数，至少一栏',
            ),
          ]
        : []),
      ...(addUpTo !== undefined && (unit === undefined || units.get(addUpTo) !== unit)
        ? [
            problem(
              'own-rows-total-unknown',
              title,
              `没有名为“${addUpTo}”、计量单位相同的行，无法与之核对合计`,
            ),
          ]
        : []),
    ]
  })
}

function doubledChecks(checks: readonly FormCheck[]): FormProblem[] {
  return checks
    .filter(({ code }, i) => checks.slice(0, i).some((earlier) => earlier.code === code))
    .map(({ code }) => problem('check-doubled', code, `审核编号“${code}”用了两次`))
}

function ordered(
  formulas: ReadonlyMap<FormRow, Expression>,
): Result<CompiledForm['computed'], FormProblem> {
  const byName = new Map([...formulas.keys()].map((row) => [row.name, row]))
  const done = new Set<FormRow>()
  const order: FormRow[] = []
  const visit = (row: FormRow, above: readonly FormRow[]): readonly FormRow[] | undefined => {
    if (done.has(row)) return undefined
    if (above.includes(row)) return [...above.slice(above.indexOf(row)), row]
    for (const name of formulas.get(row)?.uses ?? []) {
      const input = byName.get(name)
      const cycle = input && visit(input, [...above, row])
      if (cycle) return cycle
    }
    done.add(row)
    order.push(row)
    return undefined
  }
  for (const row of formulas.keys()) {
    const cycle = visit(row, [])
    if (cycle) {
      const way = cycle.map(({ name }) => name).join(' → ')
      return err(problem('formula-cycle', row.code, `公式绕成了圈：${way}`))
    }
  }
  return ok(
    order.flatMap((row) => {
      const expression = formulas.get(row)
      return expression ? [{ row, expression }] : []
    }),
  )
}

/** The cells with all computed rows filled in, column by column; what cannot be computed stays empty. */
export function withComputed({ computed }: CompiledForm, at: CellsAt): Cells {
  const cells = new Map<CellKey, string>(at.cells)
  for (const { row, expression } of computed) {
    for (const column of row.columns) {
      const value = evaluate(
        expression,
        environmentOf({ ...at, cells: columnOnly(at.form, cells, column) }),
      )
      if (typeof value === 'number')
        cells.set(cellKey(row.code, column), rounded(value, row.decimals))
      else cells.delete(cellKey(row.code, column))
    }
  }
  return cells
}

/** The cells of one column, standing where a row's figure is looked for. */
function columnOnly(form: Form, cells: Cells, column: ColumnKind): Cells {
  return new Map(
    rowsOf(form).flatMap((row) => {
      const text = cells.get(cellKey(row.code, column))
      return text === undefined ? [] : [[cellKey(row.code, mainColumn(row)), text] as const]
    }),
  )
}

function rounded(value: number, decimals: number): string {
  const text = value.toFixed(decimals)
  return Number(text) === 0 ? (0).toFixed(decimals) : text
}
