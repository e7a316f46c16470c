import type { Scheme } from '#contract/matter-fields.ts'
import { audiences, colours } from '#core/matter/scheme.ts'
import { InputNumber } from 'antd'
import { useTranslations } from 'use-intl'
import { ChoiceField, ChoicesField, Field, TextField } from './field.tsx'
import { RuleRows, type SchemeParts } from './rule-rows.tsx'

type Slip = Scheme['slips'][number]

/** The ladder of slips: each follows another, unanswered in its time it climbs. */
export function SlipRows({ scheme, vocabulary, readOnly, onChange }: SchemeParts) {
  const text = useTranslations('matterRule')
  const colour = useTranslations('matters.slips')
  return (
    <RuleRows<Slip>
      title={text('slips')}
      note={text('slipsNote')}
      rows={scheme.slips}
      vocabulary={vocabulary}
      readOnly={readOnly}
      newRow={() => ({ slip: 'blue', name: '', after: ['none'], when: '', tells: ['lead'] })}
      onChange={(slips) => onChange({ ...scheme, slips })}
    >
      {(row, change) => (
        <>
          <ChoiceField
            label={text('slip')}
            value={row.slip}
            readOnly={readOnly}
            onChange={(slip) => slip && change({ ...row, slip })}
            options={colours.map((value) => ({ value, label: colour(value) }))}
          />
          <TextField
            label={text('meaning')}
            value={row.name}
            readOnly={readOnly}
            onChange={(name) => change({ ...row, name })}
          />
          <Field label={text('answerIn')}>
            {(id) => (
              <InputNumber
                id={id}
                min={1}
                max={365}
                precision={0}
                value={row.answerIn ?? null}
                readOnly={readOnly}
                onChange={(days) => change(withAnswer(row, days ?? undefined))}
              />
            )}
          </Field>
          <ChoicesField
            label={text('after')}
            value={row.after}
            readOnly={readOnly}
            onChange={(after) => change({ ...row, after })}
            options={(['none', ...colours] as const).map((value) => ({
              value,
              label: value === 'none' ? text('firstSlip') : colour(value),
            }))}
          />
          <ChoicesField
            label={text('tells')}
            value={row.tells}
            readOnly={readOnly}
            onChange={(tells) => change({ ...row, tells })}
            options={audiences.map((value) => ({ value, label: text(`audience.${value}`) }))}
          />
        </>
      )}
    </RuleRows>
  )
}

function withAnswer({ answerIn: _before, ...slip }: Slip, days: number | undefined): Slip {
  return { ...slip, ...(days !== undefined && { answerIn: days }) }
}
