import type { Input as Sent } from '#contract/route.ts'
import { reportMissed, type Skill } from '#contract/warning.ts'
import type { Period } from '#core/period/period.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type * as z from 'zod'
import { useMay } from '../api/use-may.ts'
import { subjects } from '../indicator/queries.ts'
import { dayOf } from '../ui/china-day.ts'
import { DataTable } from '../ui/data-table.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { useProblemText } from '../ui/use-problem-text.ts'
import { share } from '../watching/figure-words.ts'
import { standings } from '../watching/queries.ts'
import { monthsOnly, usePeriodName } from '../watching/use-period-name.ts'
import styles from '../watching/watching.module.css'
import { missedBy, useReportMissed } from './queries.ts'
import type { Rule } from './rule-edit.ts'

/** How often the rule was right, and the troubles it did not tell: both make its precision and recall. */
export function MissedTroubles({ rule, skill }: { rule: Rule; skill: z.output<typeof Skill> }) {
  const text = useTranslations('warning')
  const nameOf = usePeriodName()
  const [isReporting, setReporting] = useState(false)
  const mayReport = useMay(reportMissed)
  const query = useQuery(missedBy(rule.code))
  const percent = (ratio: number | undefined): string => (ratio === undefined ? '—' : share(ratio))
  return (
    <section className={styles.panel} style={{ marginTop: 12 }}>
      <div className={styles.panelHead}>
        <h2>
          {text('page.skill')}
          <small>
            {text('page.precision')} {percent(skill.precision)} · {text('page.recall')}{' '}
            {percent(skill.recall)}
          </small>
        </h2>
        {mayReport && (
          <Button size="small" onClick={() => setReporting(true)}>
            {text('page.reportMissed')}
          </Button>
        )}
      </div>
      <p className={styles.scope}>
        {text('page.judged', skill)} · {text('page.missedCount', { missed: skill.missed })}
      </p>
      <QueryState query={query}>
        {({ missed }) => (
          <DataTable
            label={text('page.missed')}
            rows={missed}
            rowKey="id"
            size="small"
            empty={text('page.noMissed')}
            columns={[
              { title: text('columns.subject'), dataIndex: 'subjectName' },
              { title: text('columns.span'), render: (_, { period }) => nameOf(period) },
              { title: text('reason'), dataIndex: 'text' },
              {
                title: text('page.by'),
                render: (_, { by, at }) => (
                  <span className={styles.unit}>
                    {by.name} {dayOf(at)}
                  </span>
                ),
              },
            ]}
          />
        )}
      </QueryState>
      {isReporting && <ReportDialog rule={rule} onClose={() => setReporting(false)} />}
    </section>
  )
}

interface Told {
  readonly code: string
  readonly period: Period
  readonly text: string
}

function ReportDialog({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const text = useTranslations('warning')
  const nameOf = usePeriodName()
  const problems = useProblemText()
  const [form] = Form.useForm<Told>()
  const report = useReportMissed()
  const all = useQuery(subjects())
  const { data } = useQuery(standings({}))
  const send = ({ code, period, text: words }: Told) => {
    const subject: Sent<typeof reportMissed>['subject'] = { kind: rule.subject, code }
    report.mutate({ code: rule.code, subject, period, text: words }, { onSuccess: onClose })
  }
  return (
    <Modal
      open
      title={text('page.reportMissed')}
      okText={text('save')}
      cancelText={text('cancel')}
      confirmLoading={report.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p>{text('page.missedNote')}</p>
      <Form form={form} layout="vertical" onFinish={send}>
        <Form.Item name="code" label={text('columns.subject')} rules={[{ required: true }]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            loading={all.isPending}
            options={(all.data ?? [])
              .filter(({ subject }) => subject.kind === rule.subject)
              .map(({ subject, name }) => ({ value: subject.code, label: name }))}
          />
        </Form.Item>
        <Form.Item name="period" label={text('page.month')} rules={[{ required: true }]}>
          <Select
            options={monthsOnly(data?.periods ?? []).map((period) => ({
              value: period,
              label: nameOf(period),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="text"
          label={text('reason')}
          rules={[{ required: true, whitespace: true }]}
        >
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
      </Form>
      {report.error && <Alert type="error" title={problems(report.error).message} />}
    </Modal>
  )
}
