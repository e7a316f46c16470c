import type { tryForm } from '#contract/form.ts'
import { type Period, parsePeriod } from '#core/period/period.ts'
import type { Reply } from '#contract/route.ts'
import { Alert, Button, Select } from 'antd'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { FormPaper } from '../report/form-paper.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { useProblemText } from '../ui/use-problem-text.ts'
import { usePeriodName } from '../watching/use-period-name.ts'
import type { Form, FormCheck } from './form-edit.ts'
import { useTrial } from './queries.ts'
import { usePastPeriods } from './use-past-periods.ts'
import styles from './design.module.css'

type Trial = Reply<typeof tryForm>

/** Tries a form on what was told: what each check would have found, beside the form in force, and one report in full. */
export function TrialPanel({
  form,
  held,
  isReadable,
}: {
  form: Form
  /** The form in force. */
  held: Form | undefined
  isReadable: boolean
}) {
  const text = useTranslations('formDesign')
  const problemText = useProblemText()
  const nameOf = usePeriodName()
  const periods = usePastPeriods(form)
  const [chosen, setChosen] = useState<Period>()
  const period = chosen ?? periods[0]
  const [trial, present] = [useTrial(), useTrial()]
  const go = () => {
    if (period === undefined) return
    trial.mutate({ form, period })
    if (held) present.mutate({ form: held, period })
  }
  const error = trial.error ?? present.error
  return (
    <section className={styles.part} aria-label={text('trial')}>
      <div className={styles.bar}>
        <h2>{text('trial')}</h2>
        <Select<Period>
          aria-label={text('trialPeriod')}
          {...(period !== undefined && { value: period })}
          options={periods.map((value) => ({ value, label: nameOf(value) }))}
          popupMatchSelectWidth={false}
          onChange={setChosen}
        />
        <Button loading={trial.isPending} disabled={!isReadable} onClick={go}>
          {text('try')}
        </Button>
      </div>
      <p className={styles.note}>{text('trialNote')}</p>
      {error && <Alert type="error" showIcon title={problemText(error).message} />}
      {trial.data && (
        <Outcome
          form={form}
          trial={trial.data}
          present={present.data}
          period={parsePeriod(trial.variables?.period ?? '')}
        />
      )}
    </section>
  )
}

function Outcome({
  form,
  trial,
  present,
  period,
}: {
  form: Form
  trial: Trial
  present: Trial | undefined
  period: Period | undefined
}) {
  const text = useTranslations('formDesign')
  const nameOf = usePeriodName()
  const { problems, looked, checks, sample } = trial
  if (problems.length > 0) {
    return (
      <Alert
        type="error"
        showIcon
        title={text('problems', { count: problems.length })}
        description={
          <ul className={styles.faults}>
            {problems.map((one) => (
              <li key={`${one.at} ${one.code}`}>{`${one.at} ${one.text}`}</li>
            ))}
          </ul>
        }
      />
    )
  }
  const asked = checks.reduce((sum, { hits }) => sum + hits, 0)
  return (
    <>
      <p>
        {text('looked', {
          period: period === undefined ? '' : nameOf(period),
          looked,
          hits: asked,
        })}
      </p>
      <HitTable form={form} trial={trial} present={present} />
      {sample && (
        <details className={styles.sample}>
          <summary>{text('sample', { name: sample.subjectName })}</summary>
          <FormPaper form={form} cells={sample.cells} />
        </details>
      )}
    </>
  )
}

function HitTable({
  form,
  trial,
  present,
}: {
  form: Form
  trial: Trial
  present: Trial | undefined
}) {
  const text = useTranslations('formDesign')
  const words = useTranslations('forms')
  const levels = useTranslations('reports.levels')
  const format = useFormatter()
  const found = (of: Trial | undefined, code: string) =>
    of?.checks.find(({ check }) => check === code)
  const share = (hits: number) =>
    trial.looked === 0
      ? '—'
      : format.number(hits / trial.looked, { style: 'percent', maximumFractionDigits: 1 })
  return (
    <DataTable<FormCheck>
      label={text('outcome')}
      size="small"
      rows={form.checks}
      rowKey="code"
      empty={text('noChecks')}
      expandable={{
        rowExpandable: ({ code }) => (found(trial, code)?.examples.length ?? 0) > 0,
        expandedRowRender: ({ code }) => (
          <ul className={styles.faults}>
            {found(trial, code)?.examples.map(({ subjectName, words: said }) => (
              <li key={`${subjectName} ${said}`}>{`${subjectName}：${said}`}</li>
            ))}
          </ul>
        ),
      }}
      columns={[
        { title: words('check'), dataIndex: 'name' },
        { title: words('level'), render: (_, { level }) => levels(level) },
        {
          title: text('hits'),
          align: 'right',
          render: (_, { code }) => found(trial, code)?.hits ?? 0,
        },
        {
          title: text('shareHit'),
          align: 'right',
          render: (_, { code }) => share(found(trial, code)?.hits ?? 0),
        },
        ...(present
          ? [
              {
                title: text('presentHits'),
                align: 'right' as const,
                render: (_: unknown, { code }: FormCheck) => found(present, code)?.hits ?? 0,
              },
            ]
          : []),
      ]}
    />
  )
}
