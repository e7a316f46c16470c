import type { IndicatorVersion } from '#contract/indicator.ts'
import { type SubjectKind, subjectKey, subjectKinds } from '#core/indicator/figure.ts'
import { type PivotDimension, pivotDimensions } from '#core/indicator/pivot.ts'
import type { Period } from '#core/period/period.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Segmented, Select } from 'antd'
import { SwapOutlined } from '@ant-design/icons'
import { useMemo } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { subjects } from '../indicator/queries.ts'
import type { ExplorerSearch } from '../search.ts'
import { usePeriodName } from '../watching/use-period-name.ts'
import { type ExplorerQuestion, layoutWith, quickPeriods } from './explorer-question.ts'
import styles from './explorer.module.css'

const several = {
  mode: 'multiple',
  allowClear: true,
  maxTagCount: 'responsive',
  showSearch: { optionFilterProp: 'label' },
  popupMatchSelectWidth: false,
} as const

/** Chooses subjects, indicators and periods, and what of them stands on rows and columns. */
export function ExplorerChoice({
  question,
  known,
  onChange,
}: {
  question: ExplorerQuestion
  known: { readonly library: readonly IndicatorVersion[]; readonly periods: readonly Period[] }
  onChange: (next: ExplorerSearch) => void
}) {
  const text = useTranslations('explorer')
  const nameOf = usePeriodName()
  const subjectOptions = useSubjectOptions()
  const indicatorOptions = useIndicatorOptions(known.library)
  const quick = quickPeriods(known.periods)
  return (
    <search className={styles.choice}>
      <label className={styles.field}>
        <span>{text('dimensions.subject')}</span>
        <Select<string[]>
          {...several}
          aria-label={text('dimensions.subject')}
          options={subjectOptions}
          value={[...question.subject]}
          onChange={(subject) => onChange({ subject })}
        />
      </label>
      <label className={styles.field}>
        <span>{text('dimensions.indicator')}</span>
        <Select<string[]>
          {...several}
          aria-label={text('dimensions.indicator')}
          options={indicatorOptions}
          value={[...question.indicator]}
          onChange={(indicator) => onChange({ indicator })}
        />
      </label>
      <div className={styles.field}>
        <span>{text('dimensions.period')}</span>
        <Select<Period[]>
          {...several}
          aria-label={text('dimensions.period')}
          options={known.periods.toReversed().map((each) => ({ value: each, label: nameOf(each) }))}
          value={[...question.period]}
          onChange={(period) => onChange({ period: inOrder(period, known.periods) })}
        />
        <div className={styles.quick}>
          {(['thisYear', 'twoYears', 'sameMonth', 'years'] as const).map((stretch) => (
            <Button
              key={stretch}
              size="small"
              type="link"
              disabled={quick[stretch].length === 0}
              onClick={() => onChange({ period: [...quick[stretch]] })}
            >
              {text(`quick.${stretch}`)}
            </Button>
          ))}
        </div>
      </div>
      <Layout question={question} onChange={onChange} />
    </search>
  )
}

function Layout({
  question: { layout, show },
  onChange,
}: {
  question: ExplorerQuestion
  onChange: (next: ExplorerSearch) => void
}) {
  const text = useTranslations('explorer')
  const put = (next: { rows: readonly PivotDimension[]; columns: readonly PivotDimension[] }) =>
    onChange({ rows: [...next.rows], columns: [...next.columns] })
  const options = pivotDimensions.map((each) => ({
    value: each,
    label: text(`dimensions.${each}`),
  }))
  return (
    <div className={styles.layout}>
      {(['rows', 'columns'] as const).map((side) => (
        <label key={side} className={styles.side}>
          <span>{text(side)}</span>
          <Select<PivotDimension[]>
            mode="multiple"
            showSearch={false}
            aria-label={text(side)}
            className={styles.sideSelect ?? ''}
            options={options}
            value={[...layout[side]]}
            onChange={(chosen) => put(layoutWith(layout, side, chosen))}
          />
        </label>
      ))}
      <Button
        icon={<SwapOutlined aria-hidden />}
        onClick={() => put({ rows: layout.columns, columns: layout.rows })}
      >
        {text('swap')}
      </Button>
      <Segmented
        value={show}
        onChange={(next) => onChange({ show: next })}
        aria-label={text('show')}
        options={(['value', 'growth'] as const).map((each) => ({
          value: each,
          label: text(`shows.${each}`),
        }))}
      />
    </div>
  )
}

function useSubjectOptions() {
  const text = useTranslations('explorer')
  const { data } = useQuery(subjects())
  return useMemo(() => {
    const byKind = Map.groupBy(data ?? [], ({ subject }) => subject.kind)
    return subjectKinds.flatMap((kind) => {
      const there = byKind.get(kind)
      if (!there) return []
      const all = there.length > 1 ? [{ value: `${kind}:*`, label: allOf(kind, text) }] : []
      const each = there.map(({ subject, name }) => ({ value: subjectKey(subject), label: name }))
      return [{ label: text(`kinds.${kind}`), options: [...all, ...each] }]
    })
  }, [data, text])
}

function allOf(kind: SubjectKind, text: ReturnType<typeof useTranslations<'explorer'>>): string {
  return text('allOf', { kind: text(`kinds.${kind}`) })
}

function useIndicatorOptions(indicators: readonly IndicatorVersion[]) {
  const locale = useLocale()
  return useMemo(
    () =>
      indicators.map(({ definition: { code, name, englishName, unit } }) => {
        const called = locale === 'en' ? englishName : name
        return { value: code, label: unit === '' ? called : `${called}（${unit}）` }
      }),
    [indicators, locale],
  )
}

function inOrder(chosen: readonly Period[], known: readonly Period[]): Period[] {
  return known.filter((period) => chosen.includes(period))
}
