import type { Standing } from '#contract/watching.ts'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { withUnit } from '../plan/number-words.ts'
import { Sparkline } from '../ui/sparkline.tsx'
import { TargetLamp } from './lamp-of.tsx'
import { readableDecimals, shown, signedShare } from './figure-words.ts'
import styles from './watching.module.css'

/** A target in a card: where it stands, how it got there, how far the year is. */
export function KeyTarget({
  standing,
  region,
  onChoose,
  isChosen,
}: {
  standing: Standing
  region: string
  onChoose: () => void
  isChosen: boolean
}) {
  const text = useTranslations('watching')
  const { indicator, scope, actual, unit, decimals, yearGoal, planned, growth, recent } = standing
  const digits = readableDecimals(actual, decimals)
  const known = recent.filter((value) => value !== null)
  return (
    <article className={styles.card} data-chosen={isChosen}>
      <header>
        <Link
          to="/watching/targets/$region/$targetId"
          params={{ region, targetId: standing.id }}
          className={styles.cardName}
        >
          {scope ? `${scope}${indicator}` : indicator}
        </Link>
        <TargetLamp lamp={standing.lamp} />
      </header>
      <button
        type="button"
        className={styles.cardFigure}
        onClick={onChoose}
        aria-pressed={isChosen}
      >
        <span>
          <strong>{shown(actual, digits)}</strong> <small>{unit}</small>
        </span>
        <Sparkline
          values={recent.map((value) => value ?? undefined)}
          label={text('chartLabel', {
            name: indicator,
            period: standing.period ?? '',
            actual: shown(known.at(-1), digits),
            planned: shown(planned, digits),
            unit,
          })}
        />
      </button>
      <ProgressLine standing={standing} />
      <footer>
        <span>
          {yearGoal === undefined
            ? text('noGoal')
            : text('goal', { goal: withUnit(shown(yearGoal, digits), unit) })}
        </span>
        {growth !== undefined && (
          <span>
            {text('growth')} {signedShare(growth)}
          </span>
        )}
      </footer>
    </article>
  )
}

const tones = { normal: 'brand', warning: 'warn', behind: 'bad', unreported: 'none' } as const

/** How much of the year's goal is there, with a mark where the path stands by now. */
function ProgressLine({ standing }: { standing: Standing }) {
  const { actual, yearGoal, planned, lamp } = standing
  if (yearGoal === undefined || yearGoal <= 0) return <div className={styles.line} />
  const place = (value: number): string =>
    `${Math.min(100, Math.max(0, (value / yearGoal) * 100)).toFixed(1)}%`
  return (
    <div className={styles.line} data-tone={tones[lamp]}>
      {actual !== undefined && <i style={{ width: place(actual) }} />}
      {planned !== undefined && <b style={{ left: place(planned) }} />}
    </div>
  )
}
