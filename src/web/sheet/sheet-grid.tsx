import type { SheetReport } from '#contract/collection.ts'
import type { Period } from '#core/period/period.ts'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ClipboardEvent, memo, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { FeedsLink } from '../indicator/feeds-link.tsx'
import { pastedCells } from '../report/pasted.ts'
import { shownFigure } from '../report/typed-figure.ts'
import { SheetCell, type Step } from './sheet-cell.tsx'
import type { SheetColumn } from './sheet-columns.ts'
import type { LineDraft, SheetDraft } from './sheet-draft.ts'
import styles from './sheet.module.css'

export interface Place {
  readonly row: number
  readonly column: number
}

const rowHeight = 34
const columnWidth = 116
const headHeight = 56
const overscan = 4

/** Many reports as one table, a line each; only what is in view is drawn, whatever their number. */
export function SheetGrid({
  reports,
  period,
  columns,
  draft,
  nameWidth,
  onChange,
  onWrong,
  onPaste,
  onUndo,
}: {
  reports: readonly SheetReport[]
  period: Period
  columns: readonly SheetColumn[]
  draft: SheetDraft
  nameWidth: number
  onChange: (id: string, cell: string, value: string | null) => void
  /** Whether what stands in a cell cannot be read. */
  onWrong: (id: string, cell: string, isWrong: boolean) => void
  onPaste: (start: Place, lines: readonly (readonly string[])[]) => void
  onUndo: () => void
}) {
  const text = useTranslations('sheet')
  const frame = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<Place>({ row: 0, column: 0 })
  // oxlint-disable-next-line react/incompatible-library -- it gives new rows at each scroll, as wanted
  const rows = useVirtualizer({
    count: reports.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    scrollPaddingStart: headHeight,
    overscan,
  })
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => frame.current,
    estimateSize: () => columnWidth,
    scrollPaddingStart: nameWidth,
    overscan: 2,
  })
  const { row: activeRow, column: activeColumn } = active
  // The cell that is typed in comes into view, wherever it was gone to from.
  useEffect(() => {
    rows.scrollToIndex(activeRow)
    across.scrollToIndex(activeColumn)
  }, [rows, across, activeRow, activeColumn])
  const choose = useCallback((row: number, column: number) => setActive({ row, column }), [])
  const move = useCallback(
    ([down, right]: Step) =>
      setActive(({ row, column }) => ({
        row: Math.min(reports.length - 1, Math.max(0, row + down)),
        column: Math.min(columns.length - 1, Math.max(0, column + right)),
      })),
    [reports.length, columns.length],
  )
  const paste = (event: ClipboardEvent) => {
    const words = event.clipboardData.getData('text/plain')
    if (!/[\t\n\r]/u.test(words)) return
    event.preventDefault()
    onPaste(active, pastedCells(words))
  }
  const states = useTranslations('reports.states')
  // Said once: words are looked up for no line of every frame.
  const stateNames = useMemo(
    () => ({
      open: states('open'),
      submitted: states('submitted'),
      returned: states('returned'),
      accepted: states('accepted'),
    }),
    [states],
  )
  const noteOf = ({ hardHits, softHits, mayWrite, state }: SheetReport) =>
    hardHits + softHits > 0 && mayWrite ? text('hits', { hardHits, softHits }) : stateNames[state]
  const drawn = rows.getVirtualItems()
  const pool = Math.ceil((rows.scrollRect?.height ?? 0) / rowHeight) + 2 * overscan + 1
  // While one scrolls no line changes its place among the others, for what is put in elsewhere is styled
  // anew; at rest they stand as they are read.
  const ordered = rows.isScrolling
    ? drawn.toSorted((one, other) => (one.index % pool) - (other.index % pool))
    : drawn
  const shown = across.getVirtualItems()
  const width = nameWidth + across.getTotalSize()
  // A name that sticks is a layer of its own in each line; where all fits, nothing has to stick.
  const isWide = width > (across.scrollRect?.width ?? 0)
  return (
    <>
      <div ref={frame} className={styles.frame} data-wide={isWide} onPaste={paste}>
        <table
          className={styles.table}
          aria-label={text('grid')}
          aria-rowcount={reports.length + 1}
          aria-colcount={columns.length + 1}
        >
          <SheetHead columns={columns} shown={shown} nameWidth={nameWidth} width={width} />
          <tbody className={styles.body} style={{ height: rows.getTotalSize(), width }}>
            {ordered.map(({ index, start }) => {
              const report = reports[index]
              return report ? (
                <Line
                  // A line that leaves at one end comes in again at the other: nothing is made anew.
                  key={index % pool}
                  note={noteOf(report)}
                  report={report}
                  line={draft.get(report.id)}
                  columns={columns}
                  first={shown[0]?.index ?? 0}
                  last={shown.at(-1)?.index ?? -1}
                  row={index}
                  top={start}
                  nameWidth={nameWidth}
                  active={index === activeRow ? activeColumn : undefined}
                  onChoose={choose}
                  onChange={onChange}
                  onWrong={onWrong}
                  onMove={move}
                  onUndo={onUndo}
                />
              ) : undefined
            })}
          </tbody>
        </table>
      </div>
      <ChosenFigure report={reports[activeRow]} column={columns[activeColumn]} period={period} />
    </>
  )
}

function SheetHead({
  columns,
  shown,
  nameWidth,
  width,
}: {
  columns: readonly SheetColumn[]
  /** The columns in view. */
  shown: readonly { readonly index: number; readonly start: number }[]
  nameWidth: number
  width: number
}) {
  const text = useTranslations('sheet')
  const kinds = useTranslations('reports.kinds')
  return (
    <thead className={styles.head} style={{ width }}>
      <tr aria-rowindex={1} className={styles.headRow} style={{ height: headHeight }}>
        <th scope="col" className={styles.name} style={{ width: nameWidth }}>
          {text('reporter')}
        </th>
        {shown.map(({ index, start }) => {
          const column = columns[index]
          return column ? (
            <th
              key={column.cell}
              scope="col"
              aria-colindex={index + 2}
              className={styles.title}
              style={{ left: nameWidth + start, width: columnWidth }}
              title={`${column.name}（${column.unit}）`}
            >
              <span>{column.name}</span>
              <small>{`${kinds(column.kind)} · ${column.unit}`}</small>
            </th>
          ) : undefined
        })}
      </tr>
    </thead>
  )
}

/** What the figure of the chosen cell is needed for, once it counts. */
function ChosenFigure({
  report,
  column,
  period,
}: {
  report: SheetReport | undefined
  column: SheetColumn | undefined
  period: Period
}) {
  const source = useTranslations('source')
  if (report?.state !== 'accepted' || column?.feeds === undefined) return undefined
  const { indicator, cell } = column.feeds
  return (
    <p className={styles.feeds}>
      {report.name} {column.name}{' '}
      <FeedsLink
        reference={report.id}
        place={cell}
        figure={{ subject: report.subject, indicator, period }}
      >
        {source('link')}
      </FeedsLink>
    </p>
  )
}

interface LineParts {
  readonly report: SheetReport
  /** Where it stands, or what its checks say. */
  readonly note: string
  readonly line: LineDraft | undefined
  readonly columns: readonly SheetColumn[]
  /** The columns in view. */
  readonly first: number
  readonly last: number
  readonly row: number
  readonly top: number
  readonly nameWidth: number
  /** The column that is typed in, where it is in this line. */
  readonly active: number | undefined
  readonly onChoose: (row: number, column: number) => void
  readonly onChange: (id: string, cell: string, value: string | null) => void
  readonly onWrong: (id: string, cell: string, isWrong: boolean) => void
  readonly onMove: (step: Step) => void
  readonly onUndo: () => void
}

// While one scrolls, lines that stay in view are not drawn again.
const Line = memo(function Line(parts: LineParts) {
  const { report, note, line, columns, first, last, row, top, nameWidth, active } = parts
  return (
    <tr
      aria-rowindex={row + 2}
      className={styles.line}
      style={{ transform: `translateY(${top}px)`, height: rowHeight }}
      data-dirty={line !== undefined}
    >
      <th scope="row" className={styles.name} style={{ width: nameWidth }}>
        <span className={styles.reporter} title={report.name}>
          {report.name}
        </span>
        <small>{note}</small>
      </th>
      {columns.slice(first, last + 1).map((column, offset) => {
        const index = first + offset
        const typed = line?.changes
        const isTyped = typed !== undefined && column.cell in typed
        const value = isTyped ? (typed[column.cell] ?? undefined) : report.cells[column.cell]
        const isOpen = report.mayWrite && !report.locked.includes(column.cell)
        return (
          <td
            key={column.cell}
            aria-colindex={index + 2}
            className={styles.cell}
            data-open={isOpen}
            data-typed={isTyped}
            style={{ left: nameWidth + index * columnWidth, width: columnWidth }}
            onMouseDown={() => parts.onChoose(row, index)}
          >
            {active === index ? (
              <SheetCell
                key={report.id}
                label={`${report.name} ${column.name} ${column.unit}`}
                unit={column.unit}
                value={value}
                isOpen={isOpen}
                onChange={(next) => parts.onChange(report.id, column.cell, next)}
                onWrong={(isWrong) => parts.onWrong(report.id, column.cell, isWrong)}
                onMove={parts.onMove}
                onUndo={parts.onUndo}
              />
            ) : (
              shownFigure(value)
            )}
          </td>
        )
      })}
    </tr>
  )
})
