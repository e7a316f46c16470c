import type { Standing } from '#contract/watching.ts'
import { useTranslations } from 'use-intl'
import {
  readableDecimals,
  share,
  shown,
  shownWithUnit,
  signedShare,
} from '../watching/figure-words.ts'
import { keyTargets } from '../watching/key-targets.ts'
import { nameOfTarget } from './name-of-target.ts'
import { WallLamp } from './screen-lamps.tsx'
import styles from './screen.module.css'

/** The main targets, large: where each is, how far the year is, what it will bring. */
export function ScreenTargets({ targets }: { targets: readonly Standing[] }) {
  return (
    <div className={styles.cards}>
      {keyTargets(targets, 6).map((standing) => (
        <Card key={standing.id} standing={standing} />
      ))}
    </div>
  )
}

function Card({ standing }: { standing: Standing }) {
  const text = useTranslations('screen')
  const watching = useTranslations('watching')
  const { actual, planned, unit, decimals, yearGoal, growth, outlook, lamp } = standing
  const digits = readableDecimals(actual, decimals)
  const place = (value: number): string =>
    `${Math.min(100, Math.max(0, (value / (yearGoal ?? value)) * 100)).toFixed(1)}%`
  return (
    <article className={styles.card}>
      <header>
        <h2>{nameOfTarget(standing)}</h2>
        <WallLamp lamp={lamp} size={34} />
      </header>
      <p className={styles.figure}>
        <strong>{shown(actual, digits)}</strong> {unit}
        {growth !== undefined && <em>{signedShare(growth)}</em>}
      </p>
      {yearGoal !== undefined && yearGoal > 0 && (
        <div className={styles.line} data-lamp={lamp}>
          {actual !== undefined && <i style={{ width: place(actual) }} />}
          {planned !== undefined && <b style={{ left: place(planned) }} />}
        </div>
      )}
      <footer>
        <span>
          {text('goal')} {shownWithUnit(yearGoal, readableDecimals(yearGoal, decimals), '')}
        </span>
        {outlook?.probability !== undefined && (
          <span>{watching('probability', { share: share(outlook.probability) })}</span>
        )}
      </footer>
    </article>
  )
}
