import { scheduleTexts } from '#contract/texts/job-texts.zh.ts'
import type { JobSchedule } from '#contract/job.ts'
import { App, Button, type TableColumnsType } from 'antd'
import { useFormatter, useTranslations } from 'use-intl'
import { DataTable } from '../ui/data-table.tsx'
import { useCodeWords } from '../ui/use-code-words.ts'
import { useProblemText } from '../ui/use-problem-text.ts'
import { JobStateBadge } from './job-state-badge.tsx'
import { useRunSchedule } from './queries.ts'
import { useCycleWords } from './use-cycle-words.ts'

/** What comes round, when next, and how it went the last time. */
export function ScheduleTable({ schedules }: { schedules: readonly JobSchedule[] }) {
  const text = useTranslations('jobs')
  const format = useFormatter()
  const nameOf = useCodeWords(scheduleTexts)
  const cycleWords = useCycleWords()
  const problems = useProblemText()
  const { message } = App.useApp()
  const run = useRunSchedule()
  const moment = (at: string) =>
    format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })
  const columns: TableColumnsType<JobSchedule> = [
    { title: text('schedule'), key: 'name', render: (_, { code }) => nameOf(code) },
    { title: text('cycle'), key: 'cycle', render: (_, { cron }) => cycleWords(cron) },
    { title: text('next'), key: 'next', render: (_, { nextAt }) => moment(nextAt) },
    {
      title: text('last'),
      key: 'last',
      render: (_, { last }) =>
        last === undefined ? (
          text('never')
        ) : (
          <>
            {moment(last.at)} {last.job && <JobStateBadge job={last.job} />}
          </>
        ),
    },
    {
      title: text('action'),
      key: 'action',
      align: 'right',
      render: (_, { code }) => (
        <Button
          size="small"
          aria-label={text('runOf', { schedule: nameOf(code) })}
          onClick={() =>
            run.mutate(
              { code },
              {
                onSuccess: () => void message.success(text('ran')),
                onError: (error) => void message.error(problems(error).message),
              },
            )
          }
        >
          {text('run')}
        </Button>
      ),
    },
  ]
  return (
    <DataTable
      label={text('schedules')}
      rowKey="code"
      rows={schedules}
      columns={columns}
      empty={null}
    />
  )
}
