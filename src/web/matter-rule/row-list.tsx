import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { moved } from './rule-texts.ts'
import styles from './matter-rule.module.css'

/** Rows a person adds, changes, orders and takes away; their order may mean something. */
export function RowList<Row>({
  title,
  note,
  rows,
  newRow,
  readOnly,
  onChange,
  children,
}: {
  title: string
  note?: string
  rows: readonly Row[]
  newRow: () => Row
  readOnly: boolean
  onChange: (rows: readonly Row[]) => void
  children: (row: Row, change: (row: Row) => void, index: number) => ReactNode
}) {
  const text = useTranslations('matterRule')
  const named = (index: number) => ({ title, number: index + 1 })
  return (
    <section className={styles.part} aria-label={title}>
      <h2>{title}</h2>
      {note && <p className={styles.note}>{note}</p>}
      <ol className={styles.rows}>
        {rows.map((row, index) => (
          // A row has no name of its own; what it shows is held by its list.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className={styles.row}>
            <div className={styles.fields}>
              {children(
                row,
                (next) => onChange(rows.map((one, at) => (at === index ? next : one))),
                index,
              )}
            </div>
            {!readOnly && (
              <div className={styles.moves}>
                <Button
                  size="small"
                  disabled={index === 0}
                  aria-label={text('upOf', named(index))}
                  onClick={() => onChange(moved(rows, index, -1))}
                >
                  ↑
                </Button>
                <Button
                  size="small"
                  disabled={index === rows.length - 1}
                  aria-label={text('downOf', named(index))}
                  onClick={() => onChange(moved(rows, index, 1))}
                >
                  ↓
                </Button>
                <Button
                  size="small"
                  aria-label={text('removeOf', named(index))}
                  onClick={() => onChange(rows.filter((_, at) => at !== index))}
                >
                  {text('remove')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
      {rows.length === 0 && <p className={styles.note}>{text('noRows')}</p>}
      {!readOnly && (
        <Button size="small" onClick={() => onChange([...rows, newRow()])}>
          {text('addTo', { title })}
        </Button>
      )}
    </section>
  )
}
