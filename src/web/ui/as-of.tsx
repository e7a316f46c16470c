import { Button, Input } from 'antd'
import { useTranslations } from 'use-intl'
import styles from './as-of.module.css'

/** The day whose knowledge a page shows, `2026-03-31`; the present without one. */
export interface AsOfChoice {
  readonly asOf: string | undefined
  readonly onAsOf: (day: string | undefined) => void
}

/** Chooses the day as of which a page is seen. */
export function AsOfPicker({ asOf, onAsOf }: AsOfChoice) {
  const text = useTranslations('asOf')
  return (
    <label className={styles.picker}>
      {text('label')}
      <Input
        type="date"
        value={asOf ?? ''}
        onChange={({ target }) => onAsOf(target.value || undefined)}
      />
    </label>
  )
}

/** Says throughout the page that it does not show the present, and leads back to it. */
export function AsOfBand({ asOf, onAsOf }: AsOfChoice) {
  const text = useTranslations('asOf')
  if (asOf === undefined) return null
  return (
    <div className={styles.band}>
      <span>
        <b>{text('band', { day: asOf })}</b> {text('note')}
      </span>
      <Button size="small" onClick={() => onAsOf(undefined)}>
        {text('back')}
      </Button>
    </div>
  )
}
