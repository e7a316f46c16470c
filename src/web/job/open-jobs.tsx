import { jobTexts } from '#contract/texts/job-texts.zh.ts'
import type { Job } from '#contract/job.ts'
import type { TableColumnsType } from 'antd'
import { useFormatter, useTranslations } from 'use-intl'
import { DataTable } from '../ui/data-table.tsx'
import { useCodeWords } from '../ui/use-code-words.ts'
import { contentWords } from './dead-jobs.tsx'
import { JobStateBadge } from './job-state-badge.tsx'
import styles from './jobs-page.module.css'
import { useProblemWords } from './use-problem-words.ts'

/** What runs, and what waits for its moment or for another attempt. */
export function OpenJobs({ jobs }: { jobs: readonly Job[] }) {
  const text = useTranslations('jobs')
  const format = useFormatter()
  const nameOf = useCodeWords(jobTexts)
  const wordsFor = useProblemWords()
  const columns: TableColumnsType<Job> = [
    {
      title: text('job'),
      key: 'job',
      render: (_, { kind }) => <span className={styles.whole}>{nameOf(kind)}</span>,
    },
    { title: text('state'), key: 'state', render: (_, job) => <JobStateBadge job={job} /> },
    {
      title: text('due'),
      key: 'due',
      render: (_, { runAt }) => (
        <span className={styles.whole}>
          {format.dateTime(new Date(runAt), { dateStyle: 'medium', timeStyle: 'medium' })}
        </span>
      ),
    },
    { title: text('attempts'), dataIndex: 'attempts', align: 'right' },
    {
      title: text('reason'),
      key: 'reason',
      render: (_, { problem }) => <span className={styles.reason}>{wordsFor(problem)}</span>,
    },
    {
      title: text('content'),
      key: 'content',
      render: (_, { payload }) => <span className={styles.content}>{contentWords(payload)}</span>,
    },
  ]
  if (jobs.length === 0) return <p className={styles.note}>{text('noOpen')}</p>
  return <DataTable label={text('open')} rowKey="id" rows={jobs} columns={columns} empty={null} />
}
