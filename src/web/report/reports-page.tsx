import { reportSheet } from '#contract/collection.ts'
import { openRound, passReports } from '#contract/report.ts'
import type { ReportId } from '#core/id.ts'
import type { Period } from '#core/period/period.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button, Pagination, Select } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMay } from '../api/use-may.ts'
import type { ReportSearch } from '../search.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { usePeriodName } from '../watching/use-period-name.ts'
import { OpenRoundDialog } from './open-round-dialog.tsx'
import { progress, reportList, type ReportQuestion, rounds } from './queries.ts'
import { ReportFilters } from './report-filters.tsx'
import { ReportTable } from './report-table.tsx'
import { ReviewBar } from './review-bar.tsx'
import { RoundProgress } from './round-progress.tsx'
import styles from './reports.module.css'

const route = getRouteApi('/reports')
const pageSize = 100

interface Round {
  readonly form: string
  readonly period: Period
}

/** Rounds of collection: who was asked, who told, who waits for review. */
export function ReportsPage() {
  const text = useTranslations('reports')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const mayOpen = useMay(openRound)
  const [isOpening, setIsOpening] = useState(false)
  const query = useQuery(rounds())
  const choose = (next: ReportSearch) =>
    void navigate({
      search: (now) => ({ ...now, page: undefined, ...next }),
      replace: true,
      resetScroll: false,
    })
  return (
    <>
      <PageHeader
        title={text('title')}
        note={text('note')}
        actions={
          <>
            <LinkButton to="/reports/listed">{text('listed')}</LinkButton>
            <LinkButton to="/reports/burden">{text('burden')}</LinkButton>
            <LinkButton to="/reports/reminders">{text('reminders')}</LinkButton>
            <LinkButton to="/forms">{text('forms')}</LinkButton>
            {mayOpen && (
              <Button type="primary" onClick={() => setIsOpening(true)}>
                {text('openRound')}
              </Button>
            )}
          </>
        }
      />
      {isOpening && (
        <OpenRoundDialog
          onClose={() => setIsOpening(false)}
          onOpened={(round) => {
            setIsOpening(false)
            choose({ form: round.form, period: round.period as Period })
          }}
        />
      )}
      <QueryState query={query}>
        {({ rounds: known }) => {
          const asked = known.find(
            ({ form, period }) => form === search.form && period === search.period,
          )
          const round = asked ?? (search.form === undefined ? known[0] : undefined)
          return (
            <>
              <RoundChoice known={known} round={round} onChoose={choose} />
              {round && <Progress round={round} onChoose={choose} />}
              <ReportFilters search={search} onChoose={choose} />
              <Reports search={search} round={round} onChoose={choose} />
            </>
          )
        }}
      </QueryState>
    </>
  )
}

function RoundChoice({
  known,
  round,
  onChoose,
}: {
  known: readonly (Round & { formName: string; asked: number; accepted: number })[]
  round: Round | undefined
  onChoose: (next: ReportSearch) => void
}) {
  const text = useTranslations('reports')
  const mayFill = useMay(reportSheet)
  const nameOf = usePeriodName()
  const keyOf = ({ form, period }: Round) => `${form}/${period}`
  return (
    <div className={styles.filters}>
      <Select
        className={styles.round ?? ''}
        aria-label={text('round')}
        placeholder={text('round')}
        {...(round && { value: keyOf(round) })}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(key) => {
          const chosen = known.find((one) => keyOf(one) === key)
          if (chosen) onChoose({ form: chosen.form, period: chosen.period })
        }}
        options={known.map((one) => ({
          value: keyOf(one),
          label: `${nameOf(one.period)} · ${one.formName}（${one.accepted}/${one.asked}）`,
        }))}
      />
      {mayFill && round && (
        <LinkButton to="/reports/sheet" search={{ form: round.form, period: round.period }}>
          {text('sheet')}
        </LinkButton>
      )}
    </div>
  )
}

function Progress({ round, onChoose }: { round: Round; onChoose: (next: ReportSearch) => void }) {
  const query = useQuery(progress({ form: round.form, period: round.period }))
  return (
    <QueryState query={query}>
      {(far) => <RoundProgress round={round} {...far} onChoose={onChoose} />}
    </QueryState>
  )
}

function Reports({
  search,
  round,
  onChoose,
}: {
  search: ReportSearch
  round: Round | undefined
  onChoose: (next: ReportSearch) => void
}) {
  const [chosen, setChosen] = useState<readonly ReportId[]>([])
  const mayReview = useMay(passReports)
  const query = useQuery(reportList(questionOf(search, round)))
  return (
    <QueryState query={query}>
      {({ reports, total }) => (
        <>
          {mayReview && <ReviewBar round={round} chosen={chosen} onDone={() => setChosen([])} />}
          <ReportTable
            reports={reports}
            chosen={chosen}
            onChoose={mayReview ? setChosen : undefined}
          />
          {total > pageSize && (
            <Pagination
              className={styles.pages ?? ''}
              current={search.page ?? 1}
              total={total}
              pageSize={pageSize}
              showSizeChanger={false}
              onChange={(page) => onChoose({ page })}
            />
          )}
        </>
      )}
    </QueryState>
  )
}

function questionOf(search: ReportSearch, round: Round | undefined): ReportQuestion {
  return {
    ...(round && { form: round.form, period: round.period }),
    state: search.state ?? [],
    ...(search.park !== undefined && { park: search.park }),
    ...(search.late && { late: 'true' as const }),
    ...(search.text && { text: search.text }),
    limit: pageSize,
    offset: ((search.page ?? 1) - 1) * pageSize,
  }
}
