import type { MatterSummary } from '#contract/matter.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { EmptyState } from '../ui/empty-state.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { ColourBadge } from './colour-badge.tsx'
import { DueWords } from './due-words.tsx'
import { matterCounts, matterPages, type MatterQuestion } from './queries.ts'
import styles from './matters.module.css'

/** Matters by state, side by side; each lane tells how many there are in all. */
export function MatterBoard({ question }: { question: MatterQuestion }) {
  const text = useTranslations('matters')
  const counts = useQuery(matterCounts(question))
  return (
    <QueryState query={counts}>
      {({ byState }) =>
        byState.length === 0 ? (
          <EmptyState title={text('none')} hint={text('noneHint')} />
        ) : (
          <ScrollRegion className={styles.board} label={text('board')}>
            {byState.map(({ key, count }) => (
              <Lane key={key} state={key} count={count} question={question} />
            ))}
          </ScrollRegion>
        )
      }
    </QueryState>
  )
}

function Lane({
  state,
  count,
  question,
}: {
  state: string
  count: number
  question: MatterQuestion
}) {
  const query = useInfiniteQuery(matterPages({ ...question, state: [state] }))
  const matters = query.data?.pages.flatMap((page) => page.matters) ?? []
  return (
    <section className={styles.lane}>
      <h2>
        {matters[0]?.stateName ?? state} {count}
      </h2>
      <ul className={styles.cards}>
        {matters.map((matter) => (
          <Card key={matter.id} matter={matter} />
        ))}
      </ul>
    </section>
  )
}

function Card({ matter }: { matter: MatterSummary }) {
  const text = useTranslations('matters')
  return (
    <li className={styles.card}>
      <Link to="/matters/$matterId" params={{ matterId: matter.id }}>
        {matter.title}
      </Link>
      <div className={styles.foot}>
        {matter.lamp && <ColourBadge colour={matter.lamp} />}
        <span>{matter.lead?.name ?? text('noLead')}</span>
      </div>
      <DueWords matter={matter} />
    </li>
  )
}
