import type { ReportLine } from '#contract/report.ts'
import type { ReportId } from '#core/id.ts'
import { Link } from '@tanstack/react-router'
import { useFormatter, useTranslations } from 'use-intl'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { usePeriodName } from '../watching/use-period-name.ts'
import { ReportState } from './report-state.tsx'
import styles from './reports.module.css'

/** Reports, a row each; with `onChoose` those that wait for review can be marked. */
export function ReportTable({
  reports,
  chosen,
  onChoose,
}: {
  reports: readonly ReportLine[]
  chosen: readonly ReportId[]
  onChoose: ((ids: readonly ReportId[]) => void) | undefined
}) {
  const text = useTranslations('reports')
  const nameOf = usePeriodName()
  const format = useFormatter()
  return (
    <DataTable<ReportLine>
      label={text('title')}
      rows={reports}
      rowKey="id"
      empty={<EmptyState title={text('none')} hint={text('noneHint')} />}
      {...(onChoose && {
        rowSelection: {
          selectedRowKeys: [...chosen],
          onChange: (_, rows) => onChoose(rows.map(({ id }) => id)),
          getCheckboxProps: ({ standing, subjectName }) => ({
            disabled: standing.state !== 'submitted',
            'aria-label': subjectName,
          }),
        },
      })}
      columns={[
        {
          title: text('columns.subject'),
          render: (_, { id, subjectName, parkName }) => (
            <>
              <Link to="/reports/$reportId" params={{ reportId: id }}>
                {subjectName}
              </Link>
              {parkName && <div className={styles.note}>{parkName}</div>}
            </>
          ),
        },
        {
          title: text('columns.form'),
          render: (_, { formName, period }) => (
            <>
              {formName}
              <div className={styles.note}>{nameOf(period)}</div>
            </>
          ),
        },
        {
          title: text('columns.state'),
          render: (_, { standing }) => <ReportState standing={standing} />,
        },
        { title: text('columns.due'), render: (_, { standing }) => standing.due },
        {
          title: text('columns.hits'),
          align: 'right',
          render: (_, { hardHits, softHits }) => text('hitCounts', { hardHits, softHits }),
        },
        {
          title: text('columns.changed'),
          render: (_, { changedAt }) =>
            changedAt === undefined
              ? '—'
              : format.dateTime(new Date(changedAt), { dateStyle: 'short', timeStyle: 'short' }),
        },
      ]}
    />
  )
}
