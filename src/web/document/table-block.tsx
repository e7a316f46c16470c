import type { Cell, Table } from '#core/document/document.ts'
import { useTranslations } from 'use-intl'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import type { Mark } from './marks.ts'
import { MarkedText } from './marked-text.tsx'
import { rowsOfTable } from './table-rows.ts'
import styles from './document-view.module.css'

/** A table of the document with its merged cells; wide ones scroll in their own frame. */
export function TableBlock({
  text,
  table,
  marks,
  activeId,
}: {
  text: string
  table: Table
  marks: readonly Mark[]
  activeId: string | undefined
}) {
  const words = useTranslations('document')
  const caption = table.caption ? text.slice(table.caption.start, table.caption.end).trim() : ''
  const cell = (cell: Cell, Tag: 'th' | 'td') => (
    <Tag
      key={`${cell.row}-${cell.column}`}
      rowSpan={cell.rowSpan}
      colSpan={cell.columnSpan}
      data-start={cell.start}
    >
      <MarkedText text={text} span={cell} marks={marks} activeId={activeId} joined />
    </Tag>
  )
  const { head, body } = rowsOfTable(table)
  return (
    <ScrollRegion className={styles.table} label={caption || words('table')}>
      {/* Narrower columns would stack the characters of a word. */}
      <table style={{ minWidth: table.columns * 68 }}>
        {head.length > 0 && (
          <thead>
            {head.map((row) => (
              <tr key={row.index}>{row.cells.map((one) => cell(one, 'th'))}</tr>
            ))}
          </thead>
        )}
        <tbody>
          {body.map((row) => (
            <tr key={row.index}>{row.cells.map((one) => cell(one, 'td'))}</tr>
          ))}
        </tbody>
      </table>
      {table.rebuilt && <p className={styles.note}>{words('rebuilt')}</p>}
    </ScrollRegion>
  )
}
