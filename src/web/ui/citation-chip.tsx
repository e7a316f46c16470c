import { Tooltip } from 'antd'
import { useTranslations } from 'use-intl'
import styles from './citation-chip.module.css'

/** 来处: one click from a figure to the sentence that says it. */
export function CitationChip({
  place,
  quote,
  onOpen,
}: {
  /** Section or table, in words. */
  place: string
  quote: string
  onOpen: () => void
}) {
  const text = useTranslations('common')
  return (
    <Tooltip title={quote}>
      <button
        type="button"
        className={styles.chip}
        onClick={onOpen}
        aria-label={text('openSource', { place })}
      >
        <span aria-hidden="true" className={styles.sign}>
          {text('source')}
        </span>
        <span className={styles.place}>{place}</span>
      </button>
    </Tooltip>
  )
}
