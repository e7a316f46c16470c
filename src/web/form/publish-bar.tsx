import { Form as FormSchema } from '#contract/form-fields.ts'
import { type Period, periodsOfYear } from '#core/period/period.ts'
import { useNavigate } from '@tanstack/react-router'
import { Alert, App, Button, Checkbox, Input, Select } from 'antd'
import { useId, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Field } from '../matter-rule/field.tsx'
import { useProblemText } from '../ui/use-problem-text.ts'
import { usePeriodName } from '../watching/use-period-name.ts'
import type { Fault, Form } from './form-edit.ts'
import { usePublish } from './queries.ts'
import type { useFormDraft } from './use-form-draft.ts'
import styles from './design.module.css'

/** Publishes what was designed as the next version, from a period on; the reason is kept. */
export function PublishBar({
  draft,
  faults,
  isNew,
  isActive,
}: {
  draft: ReturnType<typeof useFormDraft>
  faults: readonly Fault[]
  isNew: boolean
  isActive: boolean
}) {
  const text = useTranslations('formDesign')
  const problemText = useProblemText()
  const nameOf = usePeriodName()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const id = useId()
  const publish = usePublish()
  const { form, version, isChanged } = draft
  const periods = useMemo(() => comingPeriods(form.frequency), [form.frequency])
  const [from, setFrom] = useState<Period>()
  const [inUse, setInUse] = useState(isActive)
  const [why, setWhy] = useState('')
  const isSame = !isChanged && inUse === isActive && !isNew
  const go = () => {
    const read = FormSchema.safeParse(form)
    if (!read.success) {
      void message.error(text('unfit', { place: read.error.issues[0]?.path.join('.') ?? '' }))
      return
    }
    publish.mutate(
      {
        code: form.code,
        form: read.data,
        version,
        ...(from !== undefined && { from }),
        isActive: inUse,
        why: why.trim(),
      },
      {
        onSuccess: (now) => {
          draft.published(now.version)
          draft.discard()
          void message.success(text('published', { version: now.version }))
          void navigate({ to: '/forms', search: { form: now.form.code } })
        },
      },
    )
  }
  return (
    <section className={styles.part} aria-label={text('publish')}>
      <h2>{text('publish')}</h2>
      <div className={styles.fields}>
        <Field label={text('from')}>
          {(field) => (
            <Select<Period | ''>
              id={field}
              value={from ?? ''}
              options={[
                { value: '', label: text('fromNow') },
                ...periods.map((value) => ({ value, label: nameOf(value) })),
              ]}
              onChange={(value) => setFrom(value === '' ? undefined : value)}
            />
          )}
        </Field>
        <div className={styles.field}>
          <span>{text('use')}</span>
          <Checkbox checked={inUse} onChange={({ target }) => setInUse(target.checked)}>
            {text('inUse')}
          </Checkbox>
        </div>
        <div className={styles.field} data-wide="true">
          <label htmlFor={id}>{text('why')}</label>
          <Input
            id={id}
            value={why}
            maxLength={500}
            placeholder={text('whyHint')}
            onChange={({ target }) => setWhy(target.value)}
          />
        </div>
      </div>
      {faults.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={text('faults', { count: faults.length })}
          description={
            <ul className={styles.faults}>
              {faults.map((fault, index) => (
                // A row may be refused twice in the same words.
                <li key={`${index} ${fault.at}`}>
                  <FaultLine fault={fault} form={form} />
                </li>
              ))}
            </ul>
          }
        />
      )}
      {publish.error && <Alert type="error" showIcon title={problemText(publish.error).message} />}
      <div className={styles.bar}>
        <Button
          type="primary"
          loading={publish.isPending}
          disabled={faults.length > 0 || why.trim() === '' || isSame}
          onClick={go}
        >
          {text('publish')}
        </Button>
        <span className={styles.note}>{text('publishNote')}</span>
      </div>
    </section>
  )
}

function FaultLine({ fault, form }: { fault: Fault; form: Form }) {
  const text = useTranslations('formDesign')
  const { at, code } = fault
  const check = form.checks.find((one) => one.code === at)
  const said = code === 'refused' ? fault.text : text(`fault.${code}`, { at })
  return check?.name ? text('faultOf', { name: check.name, fault: said }) : said
}

/** Periods a version may begin with: this year's and next year's. */
function comingPeriods(frequency: Form['frequency']): readonly Period[] {
  const year = new Date().getFullYear()
  return [...periodsOfYear(year, frequency), ...periodsOfYear(year + 1, frequency)]
}
