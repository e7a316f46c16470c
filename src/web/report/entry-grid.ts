import { cellKey, type CellKey, type ColumnKind, type FormRow } from '#core/report/form.ts'
import type { Form, OwnRows } from '#core/report/form.ts'
import { isAsked, columnKinds } from '#core/report/form.ts'
import type { Period } from '#core/period/period.ts'

/** A line of the grid: the title of a section, or a row with a cell for each column. */
export type EntryLine =
  | { readonly kind: 'title'; readonly key: string; readonly text: string }
  | {
      readonly kind: 'row'
      readonly key: string
      readonly row: FormRow
      readonly cells: readonly (CellKey | undefined)[]
      /** The reporter listed it, and may take it off again. */
      readonly isListed: boolean
    }
  /** Where the reporter lists another row. */
  | { readonly kind: 'own'; readonly key: string; readonly own: OwnRows }

export interface EntryGrid {
  readonly columns: readonly ColumnKind[]
  readonly lines: readonly EntryLine[]
}

export function entryGrid(form: Pick<Form, 'sections'>, period: Period): EntryGrid {
  const used = new Set(
    form.sections.flatMap(({ rows, ownRows }) =>
      [...rows, ...(ownRows ? [ownRows] : [])].flatMap(({ columns: own }) => own),
    ),
  )
  const columns = columnKinds.filter((column) => used.has(column) && isAsked(column, period))
  const lines = form.sections.flatMap(({ title, rows, ownRows }, index): readonly EntryLine[] => [
    ...(title === '' ? [] : [{ kind: 'title' as const, key: `section-${index}`, text: title }]),
    ...rows.map((row) => ({
      kind: 'row' as const,
      key: row.code,
      row,
      cells: columns.map((column) =>
        row.columns.includes(column) ? cellKey(row.code, column) : undefined,
      ),
      isListed: ownRows !== undefined,
    })),
    ...(ownRows ? [{ kind: 'own' as const, key: `own-${ownRows.list}`, own: ownRows }] : []),
  ])
  return { columns, lines }
}

/** The cells somebody types: neither computed nor locked. */
export function typedCells(
  { lines }: EntryGrid,
  locked: Readonly<Record<string, string>>,
): ReadonlySet<CellKey> {
  return new Set(
    lines.flatMap((line) =>
      line.kind !== 'row' || line.row.formula !== undefined
        ? []
        : line.cells.filter((cell) => cell !== undefined).filter((cell) => !(cell in locked)),
    ),
  )
}

export type Move = 'up' | 'down' | 'left' | 'right'

/** The next cell one may type in, going from `from`; undefined at the edge. */
export function cellBeyond(
  { lines }: EntryGrid,
  typed: ReadonlySet<CellKey>,
  from: CellKey,
  move: Move,
): CellKey | undefined {
  const rows = lines.flatMap((line) => (line.kind === 'row' ? [line.cells] : []))
  const row = rows.findIndex((cells) => cells.includes(from))
  const column = rows[row]?.indexOf(from) ?? -1
  const [down, right] = steps[move]
  const isTyped = (cell: CellKey | undefined): cell is CellKey =>
    cell !== undefined && typed.has(cell)
  const path: (CellKey | undefined)[] = []
  for (
    let y = row + down, x = column + right;
    rows[y] !== undefined && x >= 0 && x < (rows[y]?.length ?? 0);
    y += down, x += right
  ) {
    path.push(rows[y]?.[x])
  }
  return row < 0 ? undefined : path.find(isTyped)
}

const steps = { up: [-1, 0], down: [1, 0], left: [0, -1], right: [0, 1] } as const
