import type { Reply } from '#contract/route.ts'
import type { listFigures } from '#contract/figure.ts'
import type { FigureView } from '#contract/figure-fields.ts'
import { type FigureKey, figureKey } from '#core/indicator/figure.ts'
import { cellKey, type PivotLayout, type PivotLine, pivotOf } from '#core/indicator/pivot.ts'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useTableRoom } from '../enterprise/use-table-room.ts'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { FigureCell } from './figure-cell.tsx'
import { headCells } from './head-cells.ts'
import { membersOf } from './members-of.ts'
import { type LineWords, useLineWords } from './use-line-words.ts'
import styles from './explorer.module.css'

const sizes = { row: 36, column: 124, head: 44, label: 190, narrowLabel: 132 } as const

/** Figures as a pivot; only the rows and columns in sight are drawn, however many there are. */
export function FigureGrid({
  figures,
  layout,
  show,
  asOf,
  estimatesOf,
}: {
  figures: Reply<typeof listFigures>['figures']
  layout: PivotLayout
  show: 'value' | 'growth'
  asOf: string | undefined
  estimatesOf: (key: FigureKey) => number
}) {
  const text = useTranslations('explorer')
  const frame = useRef<HTMLElement>(null)
  const { isNarrow } = useTableRoom()
  const words = useLineWords()
  const { rows, columns, byKey } = useMemo(() => tableOf(figures, layout), [figures, layout])
  // oxlint-disable-next-line react/incompatible-library -- what is in sight is not to be memoised
  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => sizes.row,
    overscan: 12,
  })
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => frame.current,
    estimateSize: () => sizes.column,
    overscan: 4,
  })
  const seen = down.getVirtualItems()
  const shownColumns = across.getVirtualItems()
  const before = shownColumns[0]?.start ?? 0
  const after = across.getTotalSize() - (shownColumns.at(-1)?.end ?? 0)
  const labelWidth = isNarrow ? sizes.narrowLabel : sizes.label
  // On a narrow screen the labels share one column, or there were no room for a figure.
  const labels =
    isNarrow || layout.rows.length === 0 ? [layout.rows] : layout.rows.map((each) => [each])
  return (
    <>
      <ScrollRegion ref={frame} className={styles.frame} label={text('table')}>
        <table
          className={styles.grid}
          aria-rowcount={rows.length + Math.max(1, layout.columns.length)}
          aria-colcount={columns.length + labels.length}
          style={{ width: across.getTotalSize() + labels.length * labelWidth }}
        >
          <colgroup>
            {labels.map((dimensions) => (
              <col key={dimensions.join(' ')} style={{ width: labelWidth }} />
            ))}
            {before > 0 && <col style={{ width: before }} />}
            {shownColumns.map(({ index }) => (
              <col key={index} style={{ width: sizes.column }} />
            ))}
            {after > 0 && <col style={{ width: after }} />}
          </colgroup>
          <Head
            layout={layout}
            labels={labels}
            columns={shownColumns.map(({ index }) => columns[index] ?? {})}
            spacers={{ before, after }}
            words={words}
          />
          <tbody>
            <Spacer height={seen[0]?.start ?? 0} />
            {seen.map(({ index }) => {
              const row = rows[index] ?? {}
              return (
                <tr key={index} aria-rowindex={index + 1 + Math.max(1, layout.columns.length)}>
                  {labels.map((dimensions, position) => (
                    <th
                      key={dimensions.join(' ')}
                      scope="row"
                      className={styles.label}
                      style={{ left: position * sizes.label }}
                    >
                      {dimensions.map((dimension) => (
                        <span key={dimension}>{words.of(row, dimension)}</span>
                      ))}
                      {dimensions.length === 0 && text('shows.value')}
                    </th>
                  ))}
                  {before > 0 && <td aria-hidden />}
                  {shownColumns.map(({ index: at }) => {
                    const figure = byKey.get(cellKey(row, columns[at] ?? {}))
                    return (
                      <FigureCell
                        key={at}
                        figure={figure}
                        show={show}
                        asOf={asOf}
                        decimalsOf={words.decimalsOf}
                        estimated={figure ? estimatesOf(figure) : 0}
                      />
                    )
                  })}
                  {after > 0 && <td aria-hidden />}
                </tr>
              )
            })}
            <Spacer height={down.getTotalSize() - (seen.at(-1)?.end ?? 0)} />
          </tbody>
        </table>
      </ScrollRegion>
      <p className={styles.foot}>
        {text('size', { rows: rows.length, columns: columns.length })} · {text('foot')}
      </p>
    </>
  )
}

function tableOf(figures: Reply<typeof listFigures>['figures'], layout: PivotLayout) {
  const members = membersOf(figures.map(({ figure }) => figure))
  const byKey = new Map<string, FigureView>(
    figures.map(({ figure }) => [figureKey(figure), figure]),
  )
  return { ...pivotOf(members, layout), byKey }
}

function Head({
  layout,
  labels,
  columns,
  spacers,
  words,
}: {
  layout: PivotLayout
  labels: readonly (readonly PivotLayout['rows'][number][])[]
  columns: readonly PivotLine[]
  spacers: { readonly before: number; readonly after: number }
  words: LineWords
}) {
  const text = useTranslations('explorer')
  const lines = layout.columns.length > 0 ? layout.columns : [undefined]
  return (
    <thead>
      {lines.map((dimension, index) => (
        <tr key={dimension ?? 'value'} aria-rowindex={index + 1}>
          {index === 0 &&
            labels.map((dimensions, position) => (
              <th
                key={dimensions.join(' ')}
                scope="col"
                rowSpan={lines.length}
                className={styles.corner}
                style={{ left: position * sizes.label }}
              >
                {dimensions.map((each) => text(`dimensions.${each}`)).join(' · ') || text('table')}
              </th>
            ))}
          {spacers.before > 0 && <td aria-hidden className={styles.head} />}
          {headCells(columns, layout.columns.slice(0, index + 1)).map(({ line, span, at }) => (
            <th
              key={at}
              scope={index < lines.length - 1 ? 'colgroup' : 'col'}
              colSpan={span}
              className={styles.head}
              style={{ top: index * sizes.head }}
            >
              <span>{dimension ? words.of(line, dimension) : text('shows.value')}</span>
            </th>
          ))}
          {spacers.after > 0 && <td aria-hidden className={styles.head} />}
        </tr>
      ))}
    </thead>
  )
}

function Spacer({ height }: { height: number }) {
  return height > 0 ? (
    <tr aria-hidden style={{ height }}>
      <td aria-hidden />
    </tr>
  ) : null
}
