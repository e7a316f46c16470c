import type { MatterSummary } from '#contract/matter.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslations } from 'use-intl'
import { today } from '../ui/china-day.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { ColourBadge } from './colour-badge.tsx'
import { matterPages, type MatterQuestion } from './queries.ts'
import { barOf, marksOf, placeOf, type Scale, scaleOf } from './spans.ts'
import styles from './matter-timeline.module.css'

/** Matters side by side in time: from when they were raised to when they are due, filled as far as they are. */
export function MatterTimeline({ question }: { question: MatterQuestion }) {
  const text = useTranslations('matters')
  const query = useInfiniteQuery(matterPages(question, { limit: 100 }))
  return (
    <QueryState query={query}>
      {({ pages }) => {
        const matters = pages.flatMap((page) => page.matters)
        if (matters.length === 0) return <EmptyState title={text('none')} hint={text('noneHint')} />
        return (
          <>
            <Spans matters={matters} />
            {query.hasNextPage && (
              <div className={styles.more}>
                <Button
                  loading={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                >
                  {text('more')}
                </Button>
              </div>
            )}
          </>
        )
      }}
    </QueryState>
  )
}

function Spans({ matters }: { matters: readonly MatterSummary[] }) {
  const text = useTranslations('matters')
  const now = today()
  const scale = scaleOf(matters, now)
  return (
    <ScrollRegion className={styles.frame} label={text('timeline')}>
      <div className={styles.chart}>
        <div className={styles.head}>
          <span className={styles.name}>{text('columns.title')}</span>
          <div className={styles.track}>
            {marksOf(scale).map((mark) => (
              <span key={mark} className={styles.mark} style={{ left: at(scale, mark) }}>
                {mark.slice(5, 7) === '01'
                  ? mark.slice(0, 4)
                  : text('monthShort', {
                      month: String(Number(mark.slice(5, 7))),
                    })}
              </span>
            ))}
          </div>
        </div>
        <ul className={styles.rows}>
          {matters.map((matter) => (
            <Row key={matter.id} matter={matter} scale={scale} now={now} />
          ))}
        </ul>
      </div>
    </ScrollRegion>
  )
}

function at(scale: Scale, day: string): string {
  return `${placeOf(scale, day)}%`
}

function Row({ matter, scale, now }: { matter: MatterSummary; scale: Scale; now: string }) {
  const text = useTranslations('matters')
  const { id, title, lead, lamp, progress, raisedOn, due, reviewOn } = matter
  const { left, width, isOpenEnded } = barOf(scale, matter)
  const told = `${raisedOn} — ${due ?? (reviewOn ? text('reviewOn', { day: reviewOn }) : text('longTerm'))}${progress === undefined ? '' : ` · ${progress}%`}`
  return (
    <li className={styles.row}>
      <div className={styles.name}>
        <Link to="/matters/$matterId" params={{ matterId: id }} title={title}>
          {title}
        </Link>
        <div className={styles.note}>
          {lead?.name ?? text('noLead')} {lamp && <ColourBadge colour={lamp} />}
        </div>
      </div>
      <div className={styles.track}>
        {marksOf(scale).map((mark) => (
          <span key={mark} className={styles.line} style={{ left: at(scale, mark) }} />
        ))}
        <span
          className={styles.bar}
          data-open-ended={isOpenEnded}
          data-late={lamp === 'red'}
          style={{ left: `${left}%`, width: `${width}%` }}
          title={told}
        >
          <span className={styles.done} style={{ width: `${progress ?? 0}%` }} />
          <span className="visually-hidden">{told}</span>
        </span>
        <span className={styles.now} style={{ left: at(scale, now) }} />
      </div>
    </li>
  )
}
