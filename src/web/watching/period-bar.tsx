import type { Period } from '#core/period/period.ts'
import { Select } from 'antd'
import { useTranslations } from 'use-intl'
import { AsOfPicker, type AsOfChoice } from '../ui/as-of.tsx'
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
  onPeriod: (period: Period) => void
} & AsOfChoice) {
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
      <AsOfPicker asOf={asOf} onAsOf={onAsOf} />
    </div>
  )
}
