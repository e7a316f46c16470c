import type { FigureVerdict } from '#contract/matter.ts'
import { useTranslations } from 'use-intl'
import type * as z from 'zod'
import { Badge } from '../ui/badge.tsx'
import { usePeriodName } from '../watching/use-period-name.ts'
import styles from './matters.module.css'

const looks = {
  agrees: { tone: 'ok', shape: 'check' },
  differs: { tone: 'warn', shape: 'triangle' },
  missing: { tone: 'none', shape: 'dashed' },
} as const

const signs = { '>=': '≥', '<=': '≤', '=': '=' } as const

/** Whether the figure a matter is bound to is there; it closes only when it is. */
export function FigureState({ verdict }: { verdict: z.output<typeof FigureVerdict> }) {
  const text = useTranslations('matters.one')
  const nameOf = usePeriodName()
  const { bound, indicatorName, unit, state, value } = verdict
  return (
    <div>
      <div className={styles.note}>{text('figure')}</div>
      {indicatorName} <Badge {...looks[state]}>{text(state)}</Badge>
      <div className={styles.note}>
        {text('asked', {
          op: signs[bound.op],
          value: bound.value,
          unit,
          period: nameOf(bound.period),
        })}
        {value !== undefined && ` · ${text('actual', { value, unit })}`}
      </div>
    </div>
  )
}
