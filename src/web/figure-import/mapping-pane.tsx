import type { ShownImport } from '#contract/figure-import.ts'
import type { MappedTable, TableDecisions } from '#contract/sheet-mapping.ts'
import { useQuery } from '@tanstack/react-query'
import { App, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '../ui/empty-state.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { useProblemText } from '../ui/use-problem-text.ts'
import styles from './figure-import.module.css'
import { LineDrawer, type ChosenLine } from './line-drawer.tsx'
import { MappingGrid } from './mapping-grid.tsx'
import { useDecide, vocabulary } from './queries.ts'
import { TableSummary } from './table-summary.tsx'
import { type Words, wordsOf } from './words.ts'

/** The tables of a file, one at a time, with what their rows and columns mean. */
export function MappingPane({ shown }: { shown: ShownImport }) {
  const text = useTranslations('figureImport')
  const { tables, sheets } = shown
  const [chosen, setChosen] = useState<string>()
  const table = tables.find(({ id }) => id === chosen) ?? firstToLookAt(tables)
  if (!table) return <EmptyState title={text('noTables')} hint={text('noTablesHint')} />
  const options = tables.map(({ id, sheet }, index) => ({
    value: id,
    label: `${sheets[sheet]?.name ?? ''}${countOn(tables, sheet) > 1 ? ` · ${index + 1}` : ''}`,
  }))
  return (
    <>
      {tables.length > 1 && (
        <div className={styles.tables}>
          <Segmented
            aria-label={text('tables')}
            options={options}
            value={table.id}
            onChange={setChosen}
          />
        </div>
      )}
      <OneTable key={table.id} shown={shown} table={table} />
    </>
  )
}

function countOn(tables: readonly MappedTable[], sheet: number): number {
  return tables.filter((one) => one.sheet === sheet).length
}

function firstToLookAt(tables: readonly MappedTable[]): MappedTable | undefined {
  return (
    tables.find(({ needsLook }) => needsLook) ?? tables.find((one) => !one.isSkipped) ?? tables[0]
  )
}

function OneTable({ shown, table }: { shown: ShownImport; table: MappedTable }) {
  const known = useQuery(vocabulary())
  return (
    <QueryState query={known}>
      {(found) => <Parts shown={shown} table={table} words={wordsOf(found)} />}
    </QueryState>
  )
}

function Parts({ shown, table, words }: { shown: ShownImport; table: MappedTable; words: Words }) {
  const decide = useDecide()
  const { message } = App.useApp()
  const problems = useProblemText()
  const [line, setLine] = useState<ChosenLine>()
  const { id, revision, state } = shown.figureImport
  const isOpen = state === 'open' && !decide.isPending
  const save = (decisions: TableDecisions) =>
    decide.mutate(
      { id, revision, table: table.id, decisions },
      { onError: (error) => void message.error(problems(error).message) },
    )
  return (
    <>
      <TableSummary table={table} words={words} isOpen={isOpen} onDecide={save} />
      {!table.isSkipped && (
        <MappingGrid importId={id} table={table} words={words} onChoose={setLine} />
      )}
      <LineDrawer
        chosen={line}
        table={table}
        words={words}
        isOpen={isOpen}
        onDecide={save}
        onClose={() => setLine(undefined)}
      />
    </>
  )
}
