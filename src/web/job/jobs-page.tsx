import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { DeadJobs } from './dead-jobs.tsx'
import styles from './jobs-page.module.css'
import { OpenJobs } from './open-jobs.tsx'
import { jobs } from './queries.ts'
import { ScheduleTable } from './schedule-table.tsx'

/** What the program does by itself; what it gave up comes first. */
export function JobsPage() {
  const text = useTranslations('jobs')
  const query = useQuery(jobs())
  return (
    <>
      <PageHeader title={text('title')} note={text('note')} />
      <QueryState query={query}>
        {({ dead, deadCount, schedules, running, waiting, waitingCount }) => (
          <>
            <section className={styles.part}>
              <h2>{text('dead')}</h2>
              <DeadJobs jobs={dead} />
              <More shown={dead.length} count={deadCount} />
            </section>
            <section className={styles.part}>
              <h2>{text('schedules')}</h2>
              <p className={styles.note}>{text('schedulesNote')}</p>
              <ScheduleTable schedules={schedules} />
            </section>
            <section className={styles.part}>
              <h2>{text('open')}</h2>
              <OpenJobs jobs={[...running, ...waiting]} />
              <More shown={waiting.length} count={waitingCount} />
            </section>
          </>
        )}
      </QueryState>
    </>
  )
}

function More({ shown, count }: { shown: number; count: number }) {
  const text = useTranslations('jobs')
  return count > shown && <p className={styles.note}>{text('more', { shown, count })}</p>
}
