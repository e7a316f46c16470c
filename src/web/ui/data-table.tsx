import { Table, type TableProps } from 'antd'
import type { ReactNode } from 'react'
import styles from './data-table.module.css'
import { ScrollRegion } from './scroll-region.tsx'

/** A table that scrolls sideways in a frame of its own, never the page. */
export function DataTable<Row extends object>({
  label,
  rows,
  empty,
  isLong = false,
  fits = false,
  ...rest
}: {
  /** Names the table for those who do not see it. */
  label: string
  rows: readonly Row[]
  empty: ReactNode
  /** Scrolls within the window, so that its head stays in sight. */
  isLong?: boolean
  /** Has so few columns that they have room side by side on a narrow screen. */
  fits?: boolean
} & Omit<TableProps<Row>, 'dataSource' | 'locale' | 'scroll'>) {
  return (
    <ScrollRegion
      className={[isLong ? styles.long : styles.frame, fits && styles.fits]
        .filter(Boolean)
        .join(' ')}
      label={label}
    >
      <Table<Row>
        size="middle"
        pagination={false}
        {...rest}
        dataSource={rows}
        locale={{
          emptyText: typeof empty === 'string' ? <p className={styles.empty}>{empty}</p> : empty,
        }}
      />
    </ScrollRegion>
  )
}
