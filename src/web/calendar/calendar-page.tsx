import { changeCalendar } from '#contract/matter-rule.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMay } from '../api/use-may.ts'
import { today } from '../ui/china-day.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { DayDialog } from './day-dialog.tsx'
import { calendarOfYear } from './queries.ts'
import { monthsOfYear, type YearDay, type YearMonth } from './year-days.ts'
import styles from './calendar.module.css'

const route = getRouteApi('/calendar')

/** The days that are worked: by the notice of the year, and as the region decides for itself. */
export function CalendarPage() {
  const text = useTranslations('calendar')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const year = search.year ?? Number(today().slice(0, 4))
  const query = useQuery(calendarOfYear(year))
  const mayChange = useMay(changeCalendar)
  const [chosen, setChosen] = useState<YearDay>()
  const go = (next: number) => void navigate({ search: { year: next }, replace: true })
  return (
    <>
      <PageHeader
        title={text('title')}
        note={text('note')}
        actions={
          <>
            <Button disabled={year <= 2000} onClick={() => go(year - 1)}>
              {text('yearBefore')}
            </Button>
            <b className={styles.year}>{text('year', { year: String(year) })}</b>
            <Button disabled={year >= 2100} onClick={() => go(year + 1)}>
              {text('yearAfter')}
            </Button>
          </>
        }
      />
      <QueryState query={query}>
        {({ days, notice }) => (
          <>
            <p className={styles.notice}>
              {notice ? text('notice', { notice }) : text('noNotice')}
            </p>
            <ul className={styles.legend}>
              <li data-working="true">{text('working')}</li>
              <li data-working="false">{text('off')}</li>
              <li data-own="true">{text('own')}</li>
            </ul>
            <div className={styles.months}>
              {monthsOfYear(year, days).map((month) => (
                <Month
                  key={month.month}
                  month={month}
                  {...(mayChange && { onChoose: setChosen })}
                />
              ))}
            </div>
          </>
        )}
      </QueryState>
      {chosen && <DayDialog day={chosen} onClose={() => setChosen(undefined)} />}
    </>
  )
}

function Month({
  month: { month, before, days },
  onChoose,
}: {
  month: YearMonth
  onChoose?: (day: YearDay) => void
}) {
  const text = useTranslations('calendar')
  return (
    <section className={styles.month} aria-label={month}>
      <h2>{text('month', { month: String(Number(month.slice(5))) })}</h2>
      <div className={styles.days}>
        {(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const).map((weekday) => (
          <span key={weekday} className={styles.weekday}>
            {text(`weekdays.${weekday}`)}
          </span>
        ))}
        {before > 0 && <span style={{ gridColumn: `span ${before}` }} />}
        {days.map((one) => (
          <Day key={one.day} day={one} {...(onChoose && { onChoose })} />
        ))}
      </div>
    </section>
  )
}

function Day({ day, onChoose }: { day: YearDay; onChoose?: (day: YearDay) => void }) {
  const text = useTranslations('calendar')
  const { day: date, working, name, own } = day
  const state = text(working ? 'working' : 'off')
  const label = [date, name, state, own ? text('own') : ''].filter(Boolean).join(' ')
  const marks = { 'data-working': working, 'data-named': name !== undefined, 'data-own': own }
  const shown = (
    <>
      {Number(date.slice(8))}
      {name !== undefined && <small>{text(working ? 'workMark' : 'offMark')}</small>}
      <span className="visually-hidden"> {label}</span>
    </>
  )
  return onChoose ? (
    <button
      type="button"
      className={styles.day}
      {...marks}
      title={label}
      onClick={() => onChoose(day)}
    >
      {shown}
    </button>
  ) : (
    <span className={styles.day} {...marks} title={label}>
      {shown}
    </span>
  )
}
