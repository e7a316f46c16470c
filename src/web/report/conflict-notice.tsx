import { Alert, Button } from 'antd'
import { useTranslations } from 'use-intl'
import { goToCell } from './entry-cell.tsx'
import { shownFigure } from './typed-figure.ts'
import type { Conflicts } from './use-report-draft.ts'
import styles from './report.module.css'

function shown(value: string | null): string {
  return shownFigure(value ?? undefined) || '—'
}

/** Cells two people changed at once: theirs was kept, one's own can be put in its place. */
export function ConflictNotice({
  conflicts,
  names,
  onMine,
  onClose,
}: {
  conflicts: Conflicts
  names: ReadonlyMap<string, string>
  onMine: (cell: string, mine: string | null) => void
  onClose: () => void
}) {
  const text = useTranslations('reports')
  if (conflicts.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      className={styles.notice ?? ''}
      title={text('conflicts', { count: conflicts.length })}
      closable={{ onClose }}
      description={
        <ul className={styles.list}>
          {conflicts.map(({ cell, theirs, mine }) => (
            <li key={cell}>
              <Button type="link" size="small" onClick={() => goToCell(cell)}>
                {names.get(cell) ?? cell}
              </Button>{' '}
              {text('conflict', { theirs: shown(theirs), mine: shown(mine) })}{' '}
              <Button size="small" onClick={() => onMine(cell, mine)}>
                {text('takeMine')}
              </Button>
            </li>
          ))}
        </ul>
      }
    />
  )
}
