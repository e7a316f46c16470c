import type { TargetContent } from '#contract/plan-items.ts'
import { useTranslations } from 'use-intl'
import { yearCells } from './ledger-rows.ts'
import styles from './ledger-table.module.css'

/** What a target demands of a year; a year without a milestone stays empty. */
export function YearCells({ content, year }: { content: TargetContent; year: number }) {
  const text = useTranslations('fact')
  return yearCells(content, year).map(({ words, kind, isText, stretch }) => (
    <div key={`${kind}-${words}`} className={isText ? styles.words : undefined}>
      {words}
      {kind !== 'level' && <small className={styles.year}>{text(kind)}</small>}
      {stretch && (
        <small className={styles.year}>
          {text('stretch')} {stretch}
        </small>
      )}
    </div>
  ))
}
