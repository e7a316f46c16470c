import { Input } from 'antd'
import { useTranslations } from 'use-intl'
import type { LoadSearch } from '../search.ts'
import styles from './matters.module.css'

/** The stretch of time the figures of units are of. */
export function LoadSpan({
  from,
  to,
  onChange,
}: {
  from: string
  to: string
  onChange: (next: LoadSearch) => void
}) {
  const text = useTranslations('matters.loads')
  return (
    <search className={styles.filters}>
      <label>
        {text('from')}{' '}
        <Input
          type="date"
          className={styles.choice ?? ''}
          value={from}
          onChange={({ target }) => onChange({ from: target.value || undefined })}
        />
      </label>
      <label>
        {text('to')}{' '}
        <Input
          type="date"
          className={styles.choice ?? ''}
          value={to}
          onChange={({ target }) => onChange({ to: target.value || undefined })}
        />
      </label>
    </search>
  )
}
