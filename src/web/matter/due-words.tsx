import type { MatterSummary } from '#contract/matter.ts'
import { useTranslations } from 'use-intl'
import styles from './matters.module.css'

/** By when, and how long that is. */
export function DueWords({
  matter: { due, rhythm, reviewOn, daysLeft },
}: {
  matter: Pick<MatterSummary, 'due' | 'rhythm' | 'reviewOn' | 'daysLeft'>
}) {
  const text = useTranslations('matters')
  return (
    <div className={styles.due}>
      <div>{due ?? (rhythm ? text('longTerm') : '—')}</div>
      {reviewOn && <div className={styles.note}>{text('reviewOn', { day: reviewOn })}</div>}
      {daysLeft !== undefined && (
        <div className={styles.note} data-late={daysLeft < 0}>
          {daysLeft === 0
            ? text('today')
            : daysLeft > 0
              ? text('daysLeft', { days: daysLeft })
              : text('daysLate', { days: -daysLeft })}
        </div>
      )}
    </div>
  )
}
