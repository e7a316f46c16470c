import type { MeasuredTarget } from '#contract/target-binding.ts'
import { subjectKey } from '#core/indicator/figure.ts'
import { monthsOf, yearOf } from '#core/period/period.ts'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { readableDecimals, shown } from '../watching/figure-words.ts'
import styles from './ledger-table.module.css'

/** The latest figure of what measures a target, in the target's unit, leading to where it came from. */
export function MeasuredCell({
  measured,
  asOf,
}: {
  measured: MeasuredTarget | undefined
  asOf: string | undefined
}) {
  const text = useTranslations('ledger')
  if (measured?.value === undefined) return '—'
  const { value, figure } = measured
  return (
    <>
      <Link
        to="/figures/lineage"
        search={{
          subject: subjectKey(figure.subject),
          indicator: figure.indicator,
          period: figure.period,
          asOf,
        }}
      >
        {shown(value, readableDecimals(value, 2))}
      </Link>
      <small className={styles.year}>
        {text('until', { year: String(yearOf(figure.period)), month: monthsOf(figure.period).to })}
      </small>
    </>
  )
}
