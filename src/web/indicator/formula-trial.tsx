import type { FormulaStep } from '#contract/indicator.ts'
import { type Period } from '#core/period/period.ts'
import { subjectKey } from '#core/indicator/figure.ts'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { withUnit } from '../plan/number-words.ts'
import { AsOfPicker } from '../ui/as-of.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { shown } from '../watching/figure-words.ts'
import { usePeriodName } from '../watching/use-period-name.ts'
import { type Definition } from './definition-form.ts'
import styles from './formula.module.css'
import { figures, periodsKnown, subjects } from './queries.ts'
import { StepTree, StepValue } from './step-tree.tsx'
import { useGapWords } from '../figure/use-gap-words.ts'

/** On whose figures a formula is tried. */
export interface TrialPlace {
  readonly subject: string
  readonly period: Period | undefined
  readonly asOf: string | undefined
}

/** What a formula gives at the moment for one subject and period, and how it came about. */
export function FormulaTrial({
  place,
  onPlace,
  outcome,
  inWords,
  before,
}: {
  place: TrialPlace
  onPlace: (next: Partial<TrialPlace>) => void
  outcome: FormulaStep | undefined
  inWords: string | undefined
  /** The indicator as it is defined now; absent for a new one. */
  before: Definition | undefined
}) {
  const text = useTranslations('formula')
  return (
    <section className={styles.panel}>
      <h2>{text('trial')}</h2>
      <TrialBar place={place} onPlace={onPlace} />
      {outcome === undefined ? (
        <EmptyState title={text('noOutcome')} hint={text('noOutcomeHint')} />
      ) : (
        <>
          <p className={styles.outcome} aria-live="polite">
            <span>{text('outcome')}</span>
            <strong>
              <StepValue step={outcome} />
            </strong>
            {before && place.period && <Before before={before} place={place} />}
          </p>
          {inWords !== undefined && <p className={styles.quiet}>{inWords}</p>}
          <h3>{text('steps')}</h3>
          <StepTree step={outcome} />
        </>
      )}
    </section>
  )
}

function TrialBar({
  place,
  onPlace,
}: {
  place: TrialPlace
  onPlace: (next: Partial<TrialPlace>) => void
}) {
  const text = useTranslations('formula')
  const nameOf = usePeriodName(true)
  const there = useQuery(subjects())
  const periods = useQuery(periodsKnown())
  const options = useMemo(
    () =>
      (there.data ?? []).map(({ subject, name }) => ({ value: subjectKey(subject), label: name })),
    [there.data],
  )
  return (
    <div className={styles.bar}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        className={styles.choice ?? ''}
        aria-label={text('subject')}
        options={options}
        value={place.subject}
        onChange={(subject) => onPlace({ subject })}
      />
      <Select<Period>
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        className={styles.choice ?? ''}
        aria-label={text('period')}
        options={(periods.data ?? [])
          .toReversed()
          .map((each) => ({ value: each, label: nameOf(each) }))}
        {...(place.period && { value: place.period })}
        onChange={(period) => onPlace({ period })}
      />
      <AsOfPicker asOf={place.asOf} onAsOf={(asOf) => onPlace({ asOf })} />
    </div>
  )
}

/** What the indicator gives as it is defined now. */
function Before({
  before: { code, unit, decimals },
  place: { subject, period, asOf },
}: {
  before: Definition
  place: TrialPlace
}) {
  const text = useTranslations('formula')
  const gapWords = useGapWords()
  const { data } = useQuery(
    figures({
      subject: [subject],
      indicator: [code],
      period: period ? [period] : [],
      ...(asOf !== undefined && { asOf }),
    }),
  )
  const figure = data?.figures[0]?.figure
  if (!figure) return null
  return (
    <span className={styles.quiet}>
      {text('before')}{' '}
      {figure.value === null
        ? gapWords(figure.gap)
        : withUnit(shown(Number(figure.value), decimals), unit)}
    </span>
  )
}
