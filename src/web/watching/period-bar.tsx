import type { Period } from '#core/period/period.ts'
import { Button, Input, Select } from 'antd'
import { useTranslations } from 'use-intl'
import { usePeriodName } from './use-period-name.ts'
import styles from './watching.module.css'

/** Which period is looked at, and as it was known on which day. */
export function PeriodBar({
  period,
  periods,
  asOf,
  onPeriod,
  onAsOf,
}: {
  period: Period | undefined
  periods: readonly Period[]
  asOf: string | undefined
  onPeriod: (period: Period) => void
  onAsOf: (day: string | undefined) => void
}) {
  const text = useTranslations('watching')
  const nameOf = usePeriodName()
  return (
    <div className={styles.bar}>
      <Select<Period>
        {...(period && { value: period })}
        className={styles.period ?? ''}
        onChange={onPeriod}
        popupMatchSelectWidth={false}
        options={periods.map((each) => ({ value: each, label: nameOf(each) }))}
        aria-label={text('period')}
      />
      <label className={styles.asOf}>
        {text('asOf')}
        <Input
          type="date"
          value={asOf ?? ''}
          onChange={({ target }) => onAsOf(target.value || undefined)}
        />
      </label>
      {asOf !== undefined && (
        <Button type="link" onClick={() => onAsOf(undefined)}>
          {text('backToNow')}
        </Button>
      )}
    </div>
  )
}
