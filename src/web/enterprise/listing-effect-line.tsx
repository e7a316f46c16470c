import type { ListingEffect } from '#contract/enterprise.ts'
import { cumulativeName } from '#core/period/period-name.ts'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { shownWithUnit, signedPoints } from '../watching/figure-words.ts'
import styles from './enterprise.module.css'

/** What an entry or exit did to the comparable base and to growth, with the way to all causes of that period. */
export function ListingEffectLine({ effect }: { effect: ListingEffect }) {
  const text = useTranslations('enterprises')
  const { kind, amount, growthEffect, indicator, period, unit } = effect
  const values = {
    amount: shownWithUnit(amount, 1, unit),
    points: growthEffect === undefined ? '—' : signedPoints(growthEffect),
  }
  return (
    <li>
      <Link to="/causes" search={{ indicator, period }}>
        {cumulativeName(period)}
      </Link>
      <span className={styles.quiet}>{text(`effects.${kind}`, values)}</span>
    </li>
  )
}
