import type { MatterKind } from '#contract/matter-fields.ts'
import { InputNumber, Select } from 'antd'
import { useTranslations } from 'use-intl'
import { ChoiceField, Field, TextField } from './field.tsx'
import { RowList } from './row-list.tsx'
import { type HeldWorkflow, nextCode } from './rule-texts.ts'
import styles from './matter-rule.module.css'

const rhythms = ['month', 'quarter', 'half-year', 'year'] as const

/** All a kind of matter says. */
export function KindForm({
  kind,
  workflows,
  readOnly,
  onChange,
}: {
  kind: MatterKind
  workflows: readonly HeldWorkflow[]
  readOnly: boolean
  onChange: (kind: MatterKind) => void
}) {
  const text = useTranslations('matterRule')
  const rhythmWords = useTranslations('matters.act.rhythms')
  const { steps = [], grades = [] } = kind
  return (
    <>
      <section className={styles.part} aria-label={text('name')}>
        <div className={styles.fields}>
          <TextField
            label={text('name')}
            value={kind.name}
            readOnly={readOnly}
            onChange={(name) => onChange({ ...kind, name })}
          />
          <ChoiceField
            label={text('workflow')}
            value={kind.workflow}
            readOnly={readOnly}
            onChange={(workflow) => workflow && onChange({ ...kind, workflow })}
            options={workflows
              .filter(({ inForce }) => inForce)
              .map(({ code, name }) => ({ value: code, label: name }))}
          />
          <Field label={text('dueIn')}>
            {(id) => (
              <InputNumber
                id={id}
                min={1}
                max={2000}
                precision={0}
                value={kind.dueIn?.workingDays ?? null}
                readOnly={readOnly}
                onChange={(workingDays) => {
                  const { dueIn: _before, ...rest } = kind
                  onChange({ ...rest, ...(workingDays !== null && { dueIn: { workingDays } }) })
                }}
              />
            )}
          </Field>
          <ChoiceField
            label={text('rhythm')}
            value={kind.rhythm}
            allowClear
            readOnly={readOnly}
            onChange={(rhythm) => {
              const { rhythm: _before, ...rest } = kind
              onChange({ ...rest, ...(rhythm && { rhythm }) })
            }}
            options={rhythms.map((value) => ({ value, label: rhythmWords(value) }))}
          />
          <Field label={text('grades')} wide>
            {(id) => (
              <Select<string[]>
                id={id}
                mode="tags"
                value={[...grades]}
                disabled={readOnly}
                onChange={(next) => onChange({ ...kind, grades: next })}
              />
            )}
          </Field>
          <TextField
            label={text('note')}
            wide
            value={kind.note ?? ''}
            readOnly={readOnly}
            maxLength={2000}
            onChange={(note) => onChange({ ...kind, note })}
          />
        </div>
      </section>
      <RowList
        title={text('steps')}
        note={text('stepsNote')}
        rows={steps}
        readOnly={readOnly}
        newRow={() => ({ code: nextCode('step', steps), name: '' })}
        onChange={(next) => onChange({ ...kind, steps: next })}
      >
        {(row, change) => (
          <TextField
            label={text('stepName')}
            value={row.name}
            readOnly={readOnly}
            onChange={(name) => change({ ...row, name })}
          />
        )}
      </RowList>
    </>
  )
}
