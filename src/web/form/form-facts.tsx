import { Checkbox, Input, InputNumber } from 'antd'
import { useTranslations } from 'use-intl'
import { ChoiceField, Field, TextField } from '../matter-rule/field.tsx'
import type { Form } from './form-edit.ts'
import styles from './design.module.css'

const frequencies = ['calendar-month', 'month', 'quarter', 'half', 'year'] as const
const reporters = ['enterprise', 'park', 'project', 'organisation'] as const
const steps = ['park', 'region'] as const

/** What a form is called, who fills it in by when, and who looks it through. */
export function FormFacts({
  form,
  isNew,
  onChange,
}: {
  form: Form
  isNew: boolean
  onChange: (form: Form) => void
}) {
  const text = useTranslations('formDesign')
  const words = useTranslations('forms')
  const put = (next: Partial<Form>) => onChange({ ...form, ...next })
  return (
    <section className={styles.part} aria-label={text('facts')}>
      <h2>{text('facts')}</h2>
      <div className={styles.fields}>
        <TextField
          label={text('name')}
          value={form.name}
          readOnly={false}
          maxLength={100}
          onChange={(name) => put({ name })}
        />
        <TextField
          label={words('number')}
          value={form.number}
          readOnly={false}
          maxLength={40}
          onChange={(number) => put({ number })}
        />
        {isNew && (
          <TextField
            label={text('code')}
            value={form.code}
            readOnly={false}
            maxLength={60}
            onChange={(code) => put({ code })}
          />
        )}
        <ChoiceField
          label={words('reporter')}
          value={form.reporter}
          readOnly={!isNew}
          options={reporters.map((value) => ({ value, label: words(`reporters.${value}`) }))}
          onChange={(reporter) =>
            reporter &&
            put({ reporter, review: reporter === 'enterprise' ? ['park', 'region'] : ['region'] })
          }
        />
        <ChoiceField
          label={words('frequency')}
          value={form.frequency}
          readOnly={!isNew}
          options={frequencies.map((value) => ({ value, label: words(`frequencies.${value}`) }))}
          onChange={(frequency) => frequency && put({ frequency })}
        />
        <Field label={text('dueAfter')}>
          {(id) => (
            <InputNumber
              id={id}
              min={0}
              max={120}
              precision={0}
              value={form.dueAfter}
              onChange={(dueAfter) => put({ dueAfter: dueAfter ?? 0 })}
            />
          )}
        </Field>
        <div className={styles.field}>
          <span id="review-steps">{words('review')}</span>
          <Checkbox.Group<(typeof steps)[number]>
            aria-labelledby="review-steps"
            value={[...form.review]}
            options={steps.map((value) => ({ value, label: words(`steps.${value}`) }))}
            onChange={(chosen) => put({ review: steps.filter((step) => chosen.includes(step)) })}
          />
        </div>
        <div className={styles.field}>
          <span>{text('waits')}</span>
          <Checkbox
            checked={form.waitsForAll}
            onChange={({ target }) => put({ waitsForAll: target.checked })}
          >
            {text('waitsForAll')}
          </Checkbox>
        </div>
        <Field label={text('notes')} wide>
          {(id) => (
            <Input.TextArea
              id={id}
              rows={2}
              maxLength={4000}
              value={form.notes}
              onChange={({ target }) => put({ notes: target.value })}
            />
          )}
        </Field>
        <TextField
          label={words('source')}
          value={form.source}
          wide
          readOnly={false}
          maxLength={300}
          onChange={(source) => put({ source })}
        />
      </div>
    </section>
  )
}
