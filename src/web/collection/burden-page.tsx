import { type collectionBurden, setBurdenCap } from '#contract/collection.ts'
import type { Reply } from '#contract/route.ts'
import { type Period, parsePeriod, previousPeriod } from '#core/period/period.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Alert, Button, Select } from 'antd'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { useMay } from '../api/use-may.ts'
import { rounds } from '../report/queries.ts'
import { DataTable } from '../ui/data-table.tsx'
import { Glyph } from '../ui/glyph.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { usePeriodName } from '../watching/use-period-name.ts'
import { CapDialog } from './cap-dialog.tsx'
import { burden } from './queries.ts'
import styles from './collection.module.css'

const route = getRouteApi('/reports/burden')

type Burden = Reply<typeof collectionBurden>
type Reporter = Burden['reporters'][number]
type FormAsked = Burden['forms'][number]
type Month = Burden['months'][number]

/** How many figures are asked of each reporter in a month, and how many are known and not asked again. */
export function BurdenPage() {
  const { period: asked } = route.useSearch()
  const known = useQuery(rounds())
  return (
    <QueryState query={known}>
      {({ rounds: opened }) => {
        const months = opened
          .map(({ period }) => period)
          .filter((each) => /-(?:\d\d|M1-2)$/u.test(each))
        const latest = months.toSorted().at(-1) ?? lastMonth()
        return <BurdenOf period={asked ?? latest} latest={latest} />
      }}
    </QueryState>
  )
}

function lastMonth(): Period {
  const now = new Date()
  const month = parsePeriod(`${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}`)
  return previousPeriod(month ?? ('2026-12' as Period), 'calendar-month')
}

function BurdenOf({ period, latest }: { period: Period; latest: Period }) {
  const text = useTranslations('burden')
  const nameOf = usePeriodName()
  const navigate = route.useNavigate()
  const maySet = useMay(setBurdenCap)
  const [isSetting, setIsSetting] = useState(false)
  const query = useQuery(burden(period))
  const options = [latest]
  while (options.length < 12)
    options.push(previousPeriod(options.at(-1) ?? latest, 'calendar-month'))
  if (!options.includes(period)) options.unshift(period)
  return (
    <>
      <PageHeader
        title={text('title')}
        note={text('note')}
        actions={
          <>
            <Select<Period>
              aria-label={text('month')}
              value={period}
              popupMatchSelectWidth={false}
              options={options.map((value) => ({ value, label: nameOf(value) }))}
              onChange={(next) => void navigate({ search: { period: next }, replace: true })}
            />
            {maySet && (
              <Button type="primary" onClick={() => setIsSetting(true)}>
                {text('setCap')}
              </Button>
            )}
          </>
        }
      />
      <QueryState query={query}>
        {(known) => (
          <>
            {isSetting && <CapDialog cap={known.cap} onClose={() => setIsSetting(false)} />}
            <Summary known={known} />
            <div className={styles.two}>
              <Reporters known={known} />
              <div>
                <Forms forms={known.forms} />
                <Months months={known.months} cap={known.cap} />
                <OverCap known={known} />
              </div>
            </div>
          </>
        )}
      </QueryState>
    </>
  )
}

function Summary({ known }: { known: Burden }) {
  const text = useTranslations('burden')
  const { cap, why, reporters } = known
  const over = cap === null ? 0 : reporters.filter(({ asked }) => asked > cap).length
  const sum = (key: 'asked' | 'prefilled') =>
    reporters.reduce((total, reporter) => total + reporter[key], 0)
  return (
    <Alert
      type={over > 0 ? 'warning' : 'info'}
      showIcon
      className={styles.notice ?? ''}
      title={cap === null ? text('noCap') : text(over > 0 ? 'capOver' : 'capKept', { cap, over })}
      description={
        <>
          {text('sum', {
            reporters: reporters.length,
            asked: sum('asked'),
            prefilled: sum('prefilled'),
          })}
          {why !== undefined && <div>{text('capWhy', { why })}</div>}
        </>
      }
    />
  )
}

function Reporters({ known: { reporters, cap } }: { known: Burden }) {
  const text = useTranslations('burden')
  return (
    <section className={styles.part}>
      <h2>{text('byReporter')}</h2>
      <DataTable<Reporter>
        label={text('byReporter')}
        size="small"
        rows={reporters}
        rowKey={({ subject }) => `${subject.kind}:${subject.code}`}
        empty={text('none')}
        pagination={{ pageSize: 30, showSizeChanger: false, hideOnSinglePage: true }}
        columns={[
          { title: text('reporter'), dataIndex: 'name' },
          { title: text('forms'), dataIndex: 'forms', align: 'right' },
          {
            title: text('asked'),
            align: 'right',
            render: (_, { asked }) =>
              cap !== null && asked > cap ? (
                <span className={styles.over}>
                  <Glyph shape="triangle" size={12} /> {text('overBy', { asked })}
                </span>
              ) : (
                asked
              ),
          },
          { title: text('prefilled'), dataIndex: 'prefilled', align: 'right' },
          {
            title: text('minutes'),
            align: 'right',
            render: (_, { minutes }) => <Minutes minutes={minutes} />,
          },
        ]}
      />
    </section>
  )
}

function Minutes({ minutes }: { minutes: number | undefined }) {
  const format = useFormatter()
  return minutes === undefined ? '—' : format.number(minutes, { maximumFractionDigits: 1 })
}

function Forms({ forms }: { forms: readonly FormAsked[] }) {
  const text = useTranslations('burden')
  return (
    <section className={styles.part}>
      <h2>{text('byForm')}</h2>
      <DataTable<FormAsked>
        label={text('byForm')}
        size="small"
        rows={forms}
        rowKey="form"
        empty={text('none')}
        columns={[
          { title: text('form'), dataIndex: 'name' },
          { title: text('reports'), dataIndex: 'reports', align: 'right' },
          { title: text('asked'), dataIndex: 'asked', align: 'right' },
          { title: text('prefilled'), dataIndex: 'prefilled', align: 'right' },
          {
            title: text('minutes'),
            align: 'right',
            render: (_, { minutes }) => <Minutes minutes={minutes} />,
          },
        ]}
      />
      <p className={styles.note}>{text('minutesNote')}</p>
    </section>
  )
}

function Months({ months, cap }: { months: readonly Month[]; cap: number | null }) {
  const text = useTranslations('burden')
  const nameOf = usePeriodName()
  const format = useFormatter()
  const most = Math.max(1, cap ?? 0, ...months.map((month) => month.most))
  return (
    <section className={styles.part}>
      <h2>{text('byMonth')}</h2>
      <DataTable<Month>
        label={text('byMonth')}
        size="small"
        rows={months.toReversed().filter(({ reports }) => reports > 0)}
        rowKey="period"
        empty={text('none')}
        columns={[
          { title: text('month'), render: (_, { period }) => nameOf(period) },
          { title: text('reporters'), dataIndex: 'reporters', align: 'right' },
          {
            title: text('mean'),
            align: 'right',
            render: (_, { mean }) => format.number(mean, { maximumFractionDigits: 1 }),
          },
          {
            title: text('most'),
            render: (_, { most: own }) => (
              <span className={styles.bar}>
                <span className={styles.fill} style={{ width: `${(own / most) * 100}%` }} />
                <span className={styles.barText}>{own}</span>
              </span>
            ),
          },
        ]}
      />
    </section>
  )
}

function OverCap({ known: { overCap } }: { known: Burden }) {
  const text = useTranslations('burden')
  const nameOf = usePeriodName()
  if (overCap.length === 0) return null
  return (
    <section className={styles.part}>
      <h2>{text('overCap')}</h2>
      <ul className={styles.list}>
        {overCap.map(({ formName, period, why, by }) => (
          <li key={`${formName} ${period}`}>
            {text('overCapOne', { form: formName, period: nameOf(period), why, by: by.name })}
          </li>
        ))}
      </ul>
    </section>
  )
}
