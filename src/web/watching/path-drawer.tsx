import { type OwnPathText, setPath, type targetStanding } from '#contract/watching.ts'
import type { Reply } from '#contract/route.ts'
import { PathMethod } from '#contract/target.ts'
import type { Period } from '#core/period/period.ts'
import { Button, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMay } from '../api/use-may.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { SideDrawer } from '../ui/side-drawer.tsx'
import { OwnPoints, type PointRow, pointsTyped, rowsOf } from './own-points.tsx'
import { PathTrial } from './path-trial.tsx'
import { useSetPath, useTryPath } from './queries.ts'
import styles from './watching.module.css'

type Target = Reply<typeof targetStanding>

/** How a target goes to its milestones: method, spread within the year, values of one's own; tried, then used. */
export function PathDrawer({
  target,
  region,
  isOpen,
  onClose,
}: {
  target: Target
  region: string
  isOpen: boolean
  onClose: () => void
}) {
  const text = useTranslations('trajectory')
  return (
    <SideDrawer title={text('title')} open={isOpen} onClose={onClose}>
      <PathForm target={target} region={region} onSaved={onClose} />
    </SideDrawer>
  )
}

function PathForm({
  target,
  region,
  onSaved,
}: {
  target: Target
  region: string
  onSaved: () => void
}) {
  const text = useTranslations('trajectory')
  const mayChange = useMay(setPath)
  const { path, standing } = target
  const [method, setMethod] = useState<PathMethod | 'computed'>(path.method ?? 'computed')
  const [spread, setSpread] = useState(path.spread)
  const [rows, setRows] = useState<readonly PointRow[]>(() => rowsOf(path.points))
  const [why, setWhy] = useState('')
  const attempt = useTryPath()
  const set = useSetPath()
  const points = pointsTyped(rows)
  const typed: OwnPathText = {
    ...(method !== 'computed' && { method }),
    spread,
    points: points ?? [],
  }
  const isTried = attempt.data !== undefined && same(attempt.variables, typed)
  const isSame = same(path, typed)
  const ids = { region, id: standing.id }
  const error = attempt.error ?? set.error
  return (
    <>
      <p className={styles.scope}>{text('note')}</p>
      <label className={styles.labelled}>
        {text('method')}
        <MethodChoice
          value={method}
          computed={path.computed}
          isDisabled={!mayChange}
          onChange={setMethod}
        />
      </label>
      <div className={styles.labelled}>
        <span id="path-spread">{text('spread')}</span>
        <Radio.Group
          aria-labelledby="path-spread"
          disabled={!mayChange}
          value={spread}
          onChange={({ target: { value } }: { target: { value?: unknown } }) =>
            setSpread(value === 'calendar' ? 'calendar' : 'season')
          }
          options={(['season', 'calendar'] as const).map((value) => ({
            value,
            label: text(`spreads.${value}`),
          }))}
        />
      </div>
      <OwnPoints
        rows={rows}
        periods={periodsOf(target)}
        unit={standing.unit}
        readOnly={!mayChange}
        onChange={setRows}
      />
      {mayChange ? (
        <>
          <Input
            value={why}
            maxLength={200}
            placeholder={text('why')}
            aria-label={text('why')}
            onChange={({ target: { value } }) => setWhy(value)}
          />
          <div className={styles.acts}>
            <Button
              loading={attempt.isPending}
              disabled={points === undefined}
              onClick={() =>
                attempt.mutate({
                  ...ids,
                  ...typed,
                  ...(standing.period && { period: standing.period }),
                })
              }
            >
              {text('try')}
            </Button>
            <Button
              type="primary"
              disabled={!isTried || isSame || why.trim() === ''}
              loading={set.isPending}
              onClick={() =>
                set.mutate(
                  {
                    ...ids,
                    ...typed,
                    revision: path.revision,
                    version: path.version,
                    why: why.trim(),
                  },
                  { onSuccess: onSaved },
                )
              }
            >
              {text('save')}
            </Button>
            <span className={styles.scope}>
              {points === undefined
                ? text('unfinished')
                : isSame
                  ? text('unchanged')
                  : isTried
                    ? ''
                    : text('tryFirst')}
            </span>
          </div>
        </>
      ) : (
        <p className={styles.scope}>{text('readOnly')}</p>
      )}
      {error && <ErrorState error={error} />}
      {isTried && attempt.data && <PathTrial target={target} trial={attempt.data} />}
    </>
  )
}

function MethodChoice({
  value,
  computed,
  isDisabled,
  onChange,
}: {
  value: PathMethod | 'computed'
  computed: PathMethod
  isDisabled: boolean
  onChange: (method: PathMethod | 'computed') => void
}) {
  const text = useTranslations('trajectory')
  const words = useTranslations('watching.method')
  return (
    <Select
      value={value}
      disabled={isDisabled}
      onChange={onChange}
      options={[
        { value: 'computed' as const, label: text('computed', { method: words(computed) }) },
        ...PathMethod.options.map((each) => ({ value: each, label: words(each) })),
      ]}
    />
  )
}

/** Periods a value may be set for: those of this year, then the ends of years without a milestone. */
function periodsOf({ curve, years, standing }: Target): readonly Period[] {
  const inYear = curve.map(({ period }) => period)
  const isYearly = inYear.every((period) => period.length === 4)
  const now = Number((standing.period ?? inYear[0] ?? '0').slice(0, 4))
  const ends = years
    .filter(({ year }) => year > now)
    .map(({ year }) => (isYearly ? `${year}` : `${year}-12`) as Period)
  return [...inYear, ...ends]
}

interface PathWords extends Pick<OwnPathText, 'method' | 'spread'> {
  readonly points: readonly { readonly period: string; readonly value: number }[]
}

function same(a: PathWords | undefined, b: PathWords): boolean {
  if (!a) return false
  const words = ({ method, spread, points }: PathWords): string =>
    JSON.stringify([
      method,
      spread,
      points.map(({ period, value }) => `${period} ${value}`).toSorted(),
    ])
  return words(a) === words(b)
}
