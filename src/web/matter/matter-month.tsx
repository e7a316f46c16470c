import type { MatterSummary } from '#contract/matter.ts'
import { addMonths } from '#core/calendar/day.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslations } from 'use-intl'
import type { MatterSearch } from '../search.ts'
import { today } from '../ui/china-day.ts'
import { QueryState } from '../ui/query-state.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { ColourBadge } from './colour-badge.tsx'
import { type DayOfMatters, spanOfMonth, weeksOfMonth } from './month-days.ts'
import { matterPages, type MatterQuestion } from './queries.ts'
import styles from './matter-month.module.css'

const shownOfDay = 4

/** What is due on which day of a month, or looked at where it has no day. */
export function MatterMonth({
  question,
  month = today().slice(0, 7),
  onChoose,
}: {
  question: MatterQuestion
  month: string | undefined
  onChoose: (next: MatterSearch) => void
}) {
  const text = useTranslations('matters')
  const weekdays = useTranslations('calendar.weekdays')
  const { from, to } = spanOfMonth(month)
  const query = useInfiniteQuery(
    matterPages({ ...question, dueFrom: from, dueTo: to }, { limit: 200 }),
  )
  const go = (count: number) => onChoose({ month: addMonths(`${month}-01`, count).slice(0, 7) })
  return (
    <>
      <div className={styles.bar}>
        <Button onClick={() => go(-1)}>{text('monthBefore')}</Button>
        <b>{text('monthOf', { year: month.slice(0, 4), month: String(Number(month.slice(5))) })}</b>
        <Button onClick={() => go(1)}>{text('monthAfter')}</Button>
      </div>
      <QueryState query={query}>
        {({ pages }) => (
          <>
            <ScrollRegion className={styles.frame} label={text('calendar')}>
              <div className={styles.month}>
                {(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const).map((day) => (
                  <span key={day} className={styles.weekday}>
                    {weekdays(day)}
                  </span>
                ))}
                {weeksOfMonth(
                  month,
                  pages.flatMap((page) => page.matters),
                ).flatMap((week) =>
                  week.map((day) => <DayCell key={day.day} day={day} onChoose={onChoose} />),
                )}
              </div>
            </ScrollRegion>
            {query.hasNextPage && (
              <div className={styles.bar}>
                <Button
                  loading={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                >
                  {text('more')}
                </Button>
              </div>
            )}
          </>
        )}
      </QueryState>
    </>
  )
}

function DayCell({
  day: { day, isOfMonth, matters },
  onChoose,
}: {
  day: DayOfMatters<MatterSummary>
  onChoose: (next: MatterSearch) => void
}) {
  const text = useTranslations('matters')
  return (
    <div className={styles.day} data-outside={!isOfMonth} data-today={day === today()}>
      <span className={styles.number}>{Number(day.slice(8))}</span>
      {matters.slice(0, shownOfDay).map(({ id, title, lamp, lead }) => (
        <Link
          key={id}
          to="/matters/$matterId"
          params={{ matterId: id }}
          className={styles.matter}
          title={[title, lead?.name].filter(Boolean).join(' · ')}
        >
          {lamp && <ColourBadge colour={lamp} />} {title}
        </Link>
      ))}
      {matters.length > shownOfDay && (
        <Button
          size="small"
          type="link"
          onClick={() => onChoose({ show: 'list', dueFrom: day, dueTo: day })}
        >
          {text('moreOfDay', { count: matters.length - shownOfDay })}
        </Button>
      )}
    </div>
  )
}
