import type { MappedLine, MappedTable } from '#contract/sheet-mapping.ts'
import { useQuery } from '@tanstack/react-query'
import { columnName } from '#core/spreadsheet/grid.ts'
import { useTranslations } from 'use-intl'
import { Glyph } from '../ui/glyph.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import styles from './mapping-grid.module.css'
import { type GridRow, gridRows } from './grid-rows.ts'
import type { ChosenLine } from './line-drawer.tsx'
import { isDoubtful, roleOf } from './line-words.ts'
import { importSheet } from './queries.ts'
import { useLineWords } from './use-line-words.ts'
import type { Words } from './words.ts'

/** The sheet as it stands in the file, with what each row and column means written beside it. */
export function MappingGrid({
  importId,
  table,
  words,
  onChoose,
}: {
  importId: string
  table: MappedTable
  words: Words
  onChoose: (line: ChosenLine) => void
}) {
  const text = useTranslations('figureImport')
  const first = Math.max(0, Math.min(table.bounds.top, ...table.titles.map(({ row }) => row)))
  const sheet = useQuery(importSheet(importId, table.sheet, first))
  return (
    <QueryState query={sheet}>
      {(read) => {
        const rows = gridRows(read, table)
        const rest = table.bounds.bottom + 1 - (read.from + read.rows.length)
        return (
          <>
            <ScrollRegion className={styles.frame} label={text('grid')}>
              <table className={styles.grid}>
                <caption className={styles.hidden}>{text('gridNote')}</caption>
                <Head table={table} words={words} onChoose={onChoose} />
                <tbody>
                  {rows.map((row) => (
                    <Row
                      key={row.index}
                      row={row}
                      table={table}
                      words={words}
                      onChoose={onChoose}
                    />
                  ))}
                </tbody>
              </table>
            </ScrollRegion>
            {rest > 0 && <p className={styles.more}>{text('moreRows', { count: rest })}</p>}
            <Legend />
          </>
        )
      }}
    </QueryState>
  )
}

interface Parts {
  readonly table: MappedTable
  readonly words: Words
  readonly onChoose: (line: ChosenLine) => void
}

/** A button over each column that says what it means. */
function Head({ table, words, onChoose }: Parts) {
  const text = useTranslations('figureImport')
  const kinds = useTranslations('figureImport.labelKinds')
  const labels = new Map(table.labels.map((label) => [label.index, label]))
  const lines = new Map(table.columns.map((line) => [line.index, line]))
  const { left, right } = table.bounds
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.corner}>
          {text('meaning')}
        </th>
        {Array.from({ length: right - left + 1 }, (_, offset) => left + offset).map((column) => {
          const label = labels.get(column)
          const line = lines.get(column)
          return (
            <th key={column} scope="col" data-role={line ? roleOf(line) : 'label'}>
              <span className={styles.letter}>{columnName(column)}</span>
              {line && (
                <LineButton
                  line={line}
                  axis="columns"
                  table={table}
                  words={words}
                  onChoose={onChoose}
                />
              )}
              {label && <span className={styles.holds}>{kinds(label.holds)}</span>}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

function Row({ row, ...parts }: Parts & { row: GridRow }) {
  const { line } = row
  return (
    <tr data-kind={row.kind} data-role={line ? roleOf(line) : undefined}>
      <th scope="row" data-role={line ? roleOf(line) : undefined}>
        <span className={styles.letter}>{row.index + 1}</span>
        {line && <LineButton line={line} axis="rows" {...parts} />}
      </th>
      {row.cells.map(({ column, text, rowSpan, columnSpan, role, isHead }) => (
        <td
          key={column}
          rowSpan={rowSpan}
          colSpan={columnSpan}
          data-role={role}
          data-head={isHead || undefined}
        >
          {text}
        </td>
      ))}
    </tr>
  )
}

function LineButton({
  line,
  axis,
  table,
  words,
  onChoose,
}: Parts & { line: MappedLine; axis: ChosenLine['axis'] }) {
  const say = useLineWords(table, words)
  return (
    <button
      type="button"
      className={styles.line}
      data-role={roleOf(line)}
      onClick={() => onChoose({ axis, key: line.key })}
    >
      {isDoubtful(line) && <Glyph shape="triangle" size={12} />}
      {say(line)}
    </button>
  )
}

function Legend() {
  const text = useTranslations('figureImport.roles')
  const shown = ['indicator', 'subject', 'base', 'check', 'total', 'ignored', 'open'] as const
  return (
    <ul className={styles.legend}>
      {shown.map((role) => (
        <li key={role} data-role={role}>
          {text(role)}
        </li>
      ))}
    </ul>
  )
}
