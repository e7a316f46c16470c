import type { Report } from '#contract/report.ts'
import type { FigureKey } from '#core/indicator/figure.ts'
import { type CellKey, cellKey, type FormRow, lastYearOf, mainColumn } from '#core/report/form.ts'
import { previousPeriod, samePeriodLastYear } from '#core/period/period.ts'
import { App } from 'antd'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { FeedsLink } from '../indicator/feeds-link.tsx'
import { Glyph } from '../ui/glyph.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { usePeriodName } from '../watching/use-period-name.ts'
import { cellId, EntryCell, goToCell } from './entry-cell.tsx'
import { cellBeyond, type EntryGrid, entryGrid, typedCells } from './entry-grid.ts'
import { ListRow, UnlistRow } from './listed-rows.tsx'
import { landing, pastedCells } from './pasted.ts'
import type { ReportSight } from './report-sight.ts'
import { readTyped, shownFigure } from './typed-figure.ts'
import styles from './entry.module.css'

type Changes = Readonly<Record<string, string | null>>

interface Parts {
  readonly report: Report
  readonly sight: ReportSight
  readonly names: ReadonlyMap<string, string>
  readonly onChange: (changes: Changes) => void
  readonly onWrong: (cell: CellKey, isWrong: boolean) => void
  readonly onUndo: () => void
  /** Drops what was typed into a row that is taken off the list. */
  readonly onForget: (row: string) => void
}

/** The form as a grid: what is typed, what is computed or locked, and what was told before beside it. */
export function EntryTable(parts: Parts) {
  const { report } = parts
  const text = useTranslations('reports')
  const nameOf = usePeriodName()
  const { form, line } = report
  const grid = useMemo(() => entryGrid(form, line.period), [form, line.period])
  const beside = besideOf(report)
  return (
    <ScrollRegion className={styles.frame} label={text('cells')}>
      <table className={styles.grid}>
        <thead>
          <tr>
            <th scope="col">{text('row')}</th>
            <th scope="col">{text('rowName')}</th>
            <th scope="col">{text('measure')}</th>
            {grid.columns.map((column) => (
              <th key={column} scope="col" className={styles.figure}>
                {text(`kinds.${column}`)}
              </th>
            ))}
            {beside.map(({ period, title }) => (
              <th key={period} scope="col" className={styles.figure}>
                {text(title)}
                <div className={styles.note}>{nameOf(period)}</div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.lines.map((each) =>
            each.kind === 'title' ? (
              <tr key={each.key} className={styles.title}>
                <th colSpan={3 + grid.columns.length + beside.length} scope="colgroup">
                  {each.text}
                </th>
              </tr>
            ) : each.kind === 'own' ? (
              report.mayWrite && (
                <tr key={each.key}>
                  <td colSpan={3 + grid.columns.length + beside.length}>
                    <ListRow report={report} own={each.own} />
                  </td>
                </tr>
              )
            ) : (
              <tr key={each.key}>
                <td className={styles.code}>{each.row.code}</td>
                <th scope="row" data-indent={each.row.indent}>
                  {each.row.name}
                  {each.row.isRequired && each.row.formula === undefined && (
                    <span className={styles.required} title={text('required')}>
                      *
                    </span>
                  )}
                  {each.isListed && report.mayWrite && (
                    <UnlistRow report={report} row={each.row} onForget={parts.onForget} />
                  )}
                </th>
                <td className={styles.unit}>{each.row.unit}</td>
                {each.cells.map((cell, index) => (
                  <Cell
                    key={grid.columns[index]}
                    cell={cell}
                    row={each.row}
                    grid={grid}
                    title={text(`kinds.${grid.columns[index] ?? 'level'}`)}
                    {...parts}
                  />
                ))}
                {beside.map(({ period, cells, title }) => (
                  <td key={period} className={styles.beside} data-title={text(title)}>
                    {shownFigure(cells[`${each.row.code}.${mainColumn(each.row)}`]) || '—'}
                  </td>
                ))}
              </tr>
            ),
          )}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

/** What was told a period and a year before; last year only where the form has no column of its own for it. */
function besideOf({ archive, form, line }: Report) {
  const rows = form.sections.flatMap((section) => section.rows)
  const hasLastYear = rows.some((row) =>
    row.columns.includes(lastYearOf(mainColumn(row)) ?? 'level-last-year'),
  )
  const wanted = [
    { period: previousPeriod(line.period, form.frequency), title: 'lastPeriod' as const },
    ...(hasLastYear
      ? []
      : [{ period: samePeriodLastYear(line.period), title: 'lastYear' as const }]),
  ]
  return wanted.flatMap(({ period, title }) => {
    const cells = archive.find((each) => each.period === period)?.cells
    return cells ? [{ period, title, cells }] : []
  })
}

function Cell({
  cell,
  row,
  grid,
  title,
  report,
  sight,
  names,
  onChange,
  onWrong,
  onUndo,
}: Parts & {
  cell: CellKey | undefined
  row: FormRow
  grid: EntryGrid
  title: string
}) {
  const text = useTranslations('reports')
  const { message } = App.useApp()
  if (cell === undefined) return <td className={styles.none}>—</td>
  const typed = typedCells(grid, report.locked)
  const value = sight.cells.get(cell)
  const mark = markOf(cell, report, sight)
  if (!report.mayWrite || !typed.has(cell)) {
    const isLocked = cell in report.locked
    const figure = figureOf(report, row)
    return (
      <td
        className={styles.fixed}
        data-title={title}
        data-mark={mark}
        data-kind={row.formula === undefined ? undefined : 'computed'}
      >
        <span id={cellId(cell)} tabIndex={-1} title={isLocked ? text('locked') : undefined}>
          {mark && <Glyph shape="triangle" size={12} />}{' '}
          {figure && value !== undefined ? (
            <FeedsLink
              reference={report.line.id}
              place={cellKey(row.code, mainColumn(row))}
              figure={figure}
            >
              {shownFigure(value)}
            </FeedsLink>
          ) : (
            shownFigure(value) || '—'
          )}
        </span>
        {report.mayWrite && (isLocked || row.formula !== undefined) && (
          <span className={styles.why}>{text(isLocked ? 'lockedShort' : 'computedShort')}</span>
        )}
      </td>
    )
  }
  const paste = (words: string) => {
    const landed = landing(grid, cell, pastedCells(words)).filter((each) => typed.has(each.cell))
    const units = new Map(form(report).map((each) => [each.code, each.unit]))
    const read = landed.map((each) => ({
      ...each,
      figure: readTyped(each.text, units.get(each.cell.slice(0, each.cell.lastIndexOf('.'))) ?? ''),
    }))
    const refused = read.filter(({ figure }) => figure.kind === 'wrong')
    if (refused.length > 0) {
      const which = refused.map((each) => names.get(each.cell) ?? each.cell).join('、')
      void message.warning(text('pasteRefused', { which }), 8)
    }
    onChange(
      Object.fromEntries(
        read.flatMap((each) =>
          each.figure.kind === 'figure' ? [[each.cell, each.figure.value]] : [],
        ),
      ),
    )
  }
  return (
    <td className={styles.typed} data-title={title}>
      <EntryCell
        cell={cell}
        label={`${names.get(cell) ?? cell} ${row.unit}`}
        unit={row.unit}
        value={value}
        mark={mark}
        onChange={(next) => onChange({ [cell]: next })}
        onWrong={(isWrong) => onWrong(cell, isWrong)}
        onMove={(move) => {
          const next = cellBeyond(grid, typed, cell, move)
          if (next !== undefined) goToCell(next)
        }}
        onPaste={paste}
        onUndo={onUndo}
      />
    </td>
  )
}

/** The figure a row tells once the report is accepted; rows for checks alone tell none. */
function figureOf({ line }: Report, { indicator }: FormRow): FigureKey | undefined {
  const { subject, period, standing } = line
  return standing.state === 'accepted' && indicator !== undefined
    ? { subject, indicator, period }
    : undefined
}

function form({ form: { sections } }: Report): readonly FormRow[] {
  return sections.flatMap(({ rows }) => rows)
}

function markOf(cell: string, { remarks, line }: Report, { hits }: ReportSight) {
  const own = hits.filter(({ cells }) => cells.includes(cell))
  if (own.some(({ level }) => level === 'hard')) return 'hard'
  if (own.length > 0) return 'soft'
  const isReturned = line.standing.state === 'returned'
  return isReturned && remarks.some((remark) => remark.cell === cell) ? 'remark' : undefined
}
