import type { OwnPathText } from '#contract/watching.ts'
import type { Period } from '#core/period/period.ts'
import { Button, InputNumber, Select } from 'antd'
import { useTranslations } from 'use-intl'
import { usePeriodName } from './use-period-name.ts'
import styles from './watching.module.css'

/** A value being typed: either part may still be missing. */
export interface PointRow {
  readonly period: Period | undefined
  readonly value: number | undefined
}

export function rowsOf(points: OwnPathText['points']): readonly PointRow[] {
  return points
}

/** The values typed; undefined while one of them is unfinished. */
export function pointsTyped(rows: readonly PointRow[]): OwnPathText['points'] | undefined {
  const points = rows.flatMap(({ period, value }) =>
    period !== undefined && value !== undefined ? [{ period, value }] : [],
  )
  return points.length === rows.length ? points : undefined
}

/** Values a person sets for ends of periods; between them the path is a straight line. */
export function OwnPoints({
  rows,
  periods,
  unit,
  readOnly,
  onChange,
}: {
  rows: readonly PointRow[]
  periods: readonly Period[]
  unit: string
  readOnly: boolean
  onChange: (rows: readonly PointRow[]) => void
}) {
  const text = useTranslations('trajectory')
  const nameOf = usePeriodName(true)
  const taken = new Set(rows.map(({ period }) => period))
  const replace = (index: number, row: PointRow) =>
    onChange(rows.map((each, i) => (i === index ? row : each)))
  return (
    <fieldset className={styles.points}>
      <legend>{text('points')}</legend>
      <p className={styles.scope}>{text('pointsNote')}</p>
      {rows.map((row, i) => (
        <div key={`point ${String(i)}`} className={styles.point}>
          <Select<Period>
            {...(row.period && { value: row.period })}
            disabled={readOnly}
            placeholder={text('period')}
            aria-label={text('periodOf', { number: i + 1 })}
            onChange={(period) => replace(i, { ...row, period })}
            options={[...new Set([...periods, ...(row.period ? [row.period] : [])])].map(
              (period) => ({
                value: period,
                label: nameOf(period),
                disabled: taken.has(period) && period !== row.period,
              }),
            )}
          />
          <InputNumber
            value={row.value ?? null}
            disabled={readOnly}
            suffix={unit}
            aria-label={text('valueOf', { number: i + 1 })}
            onChange={(value) => replace(i, { ...row, value: value ?? undefined })}
          />
          {!readOnly && (
            <Button
              aria-label={text('removePoint', { number: i + 1 })}
              onClick={() => onChange(rows.filter((_, index) => index !== i))}
            >
              ✕
            </Button>
          )}
        </div>
      ))}
      {!readOnly && (
        <Button
          size="small"
          onClick={() => onChange([...rows, { period: undefined, value: undefined }])}
        >
          {text('addPoint')}
        </Button>
      )}
    </fieldset>
  )
}
