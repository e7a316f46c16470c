import { type listReminders, type ReminderRule, setReminders } from '#contract/collection.ts'
import type { Reply } from '#contract/route.ts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { useMay } from '../api/use-may.ts'
import { forms } from '../report/queries.ts'
import { Badge } from '../ui/badge.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { usePeriodName } from '../watching/use-period-name.ts'
import { reminders } from './queries.ts'
import { everyForm, RuleDialog } from './rule-dialog.tsx'
import styles from './collection.module.css'

type Reminder = Reply<typeof listReminders>['reminders'][number]

/** On which days who owes a report is reminded, and who was reminded when. */
export function RemindersPage() {
  const text = useTranslations('reminders')
  const maySet = useMay(setReminders)
  const [edited, setEdited] = useState<ReminderRule | 'new'>()
  const query = useQuery(reminders())
  return (
    <>
      <PageHeader
        title={text('title')}
        note={text('note')}
        actions={
          maySet && (
            <Button type="primary" onClick={() => setEdited('new')}>
              {text('addRule')}
            </Button>
          )
        }
      />
      <QueryState query={query}>
        {({ rules, reminders: sent }) => (
          <>
            {edited && (
              <RuleDialog
                {...(edited !== 'new' && { rule: edited })}
                taken={rules.map(({ form }) => form)}
                onClose={() => setEdited(undefined)}
              />
            )}
            <Rules rules={rules} onEdit={maySet ? setEdited : undefined} />
            <Sent sent={sent} />
          </>
        )}
      </QueryState>
    </>
  )
}

function Rules({
  rules,
  onEdit,
}: {
  rules: readonly ReminderRule[]
  onEdit: ((rule: ReminderRule) => void) | undefined
}) {
  const text = useTranslations('reminders')
  const known = useQuery(forms()).data ?? []
  const nameOf = (code: string) =>
    code === everyForm
      ? text('everyForm')
      : (known.find(({ form }) => form.code === code)?.form.name ?? code)
  const dayOf = (day: number) =>
    text(day < 0 ? 'before' : day === 0 ? 'onDay' : 'after', { days: Math.abs(day) })
  return (
    <section className={styles.part}>
      <h2>{text('rules')}</h2>
      <DataTable<ReminderRule>
        label={text('rules')}
        size="small"
        rows={rules}
        rowKey="form"
        empty={text('none')}
        columns={[
          { title: text('form'), render: (_, { form }) => nameOf(form) },
          { title: text('days'), render: (_, { days }) => days.map(dayOf).join('、') || '—' },
          {
            title: text('escalates'),
            render: (_, { escalatesFrom }) =>
              escalatesFrom === undefined ? text('never') : dayOf(escalatesFrom),
          },
          {
            title: text('state'),
            render: (_, { isActive }) => (
              <Badge tone={isActive ? 'ok' : 'none'} shape={isActive ? 'check' : 'dashed'}>
                {text(isActive ? 'active' : 'inactive')}
              </Badge>
            ),
          },
          { title: text('why'), render: (_, { why }) => why ?? text('usual') },
          ...(onEdit
            ? [
                {
                  title: <span className="visually-hidden">{text('edit')}</span>,
                  render: (_: unknown, rule: ReminderRule) => (
                    <Button
                      size="small"
                      aria-label={text('editOf', { name: nameOf(rule.form) })}
                      onClick={() => onEdit(rule)}
                    >
                      {text('edit')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
    </section>
  )
}

function Sent({ sent }: { sent: readonly Reminder[] }) {
  const text = useTranslations('reminders')
  const nameOf = usePeriodName()
  const format = useFormatter()
  return (
    <section className={styles.part}>
      <h2>{text('sent')}</h2>
      <DataTable<Reminder>
        label={text('sent')}
        size="small"
        rows={sent}
        rowKey="id"
        empty={text('noneSent')}
        pagination={{ pageSize: 30, showSizeChanger: false, hideOnSinglePage: true }}
        columns={[
          {
            title: text('at'),
            render: (_, { at }) =>
              format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' }),
          },
          { title: text('unit'), dataIndex: 'unitName' },
          {
            title: text('form'),
            render: (_, { formName, period }) => `${formName}（${nameOf(period)}）`,
          },
          { title: text('reports'), dataIndex: 'reports', align: 'right' },
          {
            title: text('by'),
            render: (_, { by, daysAfter }) =>
              daysAfter === undefined ? text('byPerson', { name: by.name }) : text('bySchedule'),
          },
        ]}
      />
    </section>
  )
}
