import type { Standing } from '#contract/watching.ts'
import type { Period } from '#core/period/period.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { wallLook } from '../ui/chart-look.ts'
import { QueryState } from '../ui/query-state.tsx'
import { readableDecimals, share, shownWithUnit, signedShare } from '../watching/figure-words.ts'
import { keyTargets } from '../watching/key-targets.ts'
import { standingOfTarget } from '../watching/queries.ts'
import { CurveChart } from '../watching/target-curve.tsx'
import { nameOfTarget } from './name-of-target.ts'
import { WallLamp } from './screen-lamps.tsx'
import styles from './screen.module.css'

/** Two grids and a legend have to stand above each other on the sheet. */
const curveLook = { ...wallLook, scale: 1.84 }

/** The curve, deviation and fan of the target that needs it most, else of the first. */
export function ScreenCurve({
  targets,
  region,
  period,
  asOf,
}: {
  targets: readonly Standing[]
  region: string
  period: Period
  asOf: string | undefined
}) {
  const text = useTranslations('watching')
  const main = keyTargets(targets)
  const standing =
    main.find(({ lamp }) => lamp === 'behind') ??
    main.find(({ lamp }) => lamp === 'warning') ??
    main[0]
  const query = useQuery({
    ...standingOfTarget({
      region,
      id: standing?.id ?? '',
      period,
      ...(asOf !== undefined && { asOf }),
    }),
    enabled: standing !== undefined,
  })
  if (!standing) return <p>{text('nothing')}</p>
  const digits = readableDecimals(standing.actual, standing.decimals)
  const facts = [
    [text('columns.actual'), shownWithUnit(standing.actual, digits, standing.unit)],
    [text('columns.planned'), shownWithUnit(standing.planned, digits, standing.unit)],
    [text('columns.deviation'), signedShare(standing.deviation)],
    [text('columns.outlook'), shownWithUnit(standing.outlook?.mean, digits, standing.unit)],
    [
      text('probability', { share: '' }).trim(),
      standing.outlook?.probability === undefined ? '—' : share(standing.outlook.probability),
    ],
  ] as const
  return (
    <>
      <div className={styles.caption}>
        <h2>{nameOfTarget(standing)}</h2>
        <WallLamp lamp={standing.lamp} />
      </div>
      <div className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <span>{name}</span>
            <strong>{value}</strong>
          </div>
        ))}
      </div>
      <div className={styles.panel}>
        <QueryState query={query}>
          {(target) => <CurveChart target={target} look={curveLook} height={600} />}
        </QueryState>
      </div>
    </>
  )
}
