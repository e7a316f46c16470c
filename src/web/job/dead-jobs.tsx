import { jobTexts } from '#contract/texts/job-texts.zh.ts'
import type { Job } from '#contract/job.ts'
import { App, Button, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { ReasonDialog } from '../identity/users/reason-dialog.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { Glyph } from '../ui/glyph.tsx'
import { useCodeWords } from '../ui/use-code-words.ts'
import { useProblemText } from '../ui/use-problem-text.ts'
import styles from './jobs-page.module.css'
import { useDiscardJob, useRetryJob } from './queries.ts'
import { useProblemWords } from './use-problem-words.ts'

/** What was given up, with its reason: to be tried once more or put aside. */
export function DeadJobs({ jobs }: { jobs: readonly Job[] }) {
  const text = useTranslations('jobs')
  const format = useFormatter()
  const nameOf = useCodeWords(jobTexts)
  const wordsFor = useProblemWords()
  const problems = useProblemText()
  const { message } = App.useApp()
  const [leaving, setLeaving] = useState<Job>()
  const retry = useRetryJob()
  const discard = useDiscardJob()
  const fail = (error: Error) => void message.error(problems(error).message)
  if (jobs.length === 0) {
    return (
      <p className={styles.calm}>
        <Glyph shape="check" /> {text('noDead')}
      </p>
    )
  }
  const columns: TableColumnsType<Job> = [
    { title: text('job'), key: 'job', render: (_, { kind }) => nameOf(kind) },
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
    { title: text('attempts'), dataIndex: 'attempts', align: 'right' },
    {
      title: text('when'),
      key: 'when',
      render: (_, { endedAt }) =>
        endedAt !== undefined &&
        format.dateTime(new Date(endedAt), { dateStyle: 'medium', timeStyle: 'short' }),
    },
    {
      title: text('action'),
      key: 'action',
      align: 'right',
      render: (_, job) => (
        <span className={styles.actions}>
          <Button
            size="small"
            aria-label={text('retryOf', { job: nameOf(job.kind) })}
            onClick={() =>
              retry.mutate(
                { id: job.id },
                { onSuccess: () => void message.success(text('retried')), onError: fail },
              )
            }
          >
            {text('retry')}
          </Button>
          <Button
            size="small"
            aria-label={text('discardOf', { job: nameOf(job.kind) })}
            onClick={() => setLeaving(job)}
          >
            {text('discard')}
          </Button>
        </span>
      ),
    },
  ]
  return (
    <>
      <DataTable label={text('dead')} rowKey="id" rows={jobs} columns={columns} empty={null} />
      <ReasonDialog
        title={text('discard')}
        note={text('discardNote')}
        open={leaving !== undefined}
        isPending={discard.isPending}
        onClose={() => setLeaving(undefined)}
        onReason={(why) => {
          if (!leaving) return
          discard.mutate(
            { id: leaving.id, why },
            {
              onSuccess: () => {
                setLeaving(undefined)
                void message.success(text('discarded'))
              },
              onError: fail,
            },
          )
        }}
      />
    </>
  )
}

/** What a job was told, on one line; empty where it was told nothing. */
export function contentWords(payload: unknown): string {
  const words = JSON.stringify(payload)
  return words === '{}' || words === undefined ? '' : words.slice(0, 200)
}
