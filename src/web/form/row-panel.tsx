import { columnKinds } from '#core/report/form.ts'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Input, InputNumber } from 'antd'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { ExpressionEditor } from '../expression/expression-editor.tsx'
import { library } from '../indicator/queries.ts'
import { ChoiceField, Field, TextField } from '../matter-rule/field.tsx'
import {
  flowColumns,
  type Form,
  type FormRow,
  levelColumns,
  namesFor,
  type RowPlace,
  type RowChange,
  withRow,
} from './form-edit.ts'
import styles from './design.module.css'

/** One row of a form: what it asks, in which unit and columns, and which indicator it feeds. */
export function RowPanel({
  form,
  others,
  place,
  row,
  onChange,
}: {
  form: Form
  others: readonly Form[]
  place: RowPlace
  row: FormRow
  onChange: (form: Form) => void
}) {
  const text = useTranslations('formDesign')
  const words = useTranslations('forms')
  const kinds = useTranslations('reports.kinds')
  const put = (next: RowChange) => onChange(withRow(form, place, next))
  const vocabulary = useMemo(
    () => ({ names: namesFor(form, others), unit: row.unit, kind: 'number' as const }),
    [form, others, row.unit],
  )
  const isLevel = row.columns.includes('level')
  return (
    <section className={styles.panel} aria-label={text('rowOf', { code: row.code })}>
      <h3>{text('rowOf', { code: row.code })}</h3>
      <div className={styles.fields}>
        <IndicatorField row={row} onChange={put} />
        <TextField
          label={words('rowName')}
          value={row.name}
          readOnly={false}
          maxLength={60}
          onChange={(name) => put({ name })}
        />
        <TextField
          label={words('row')}
          value={row.code}
          readOnly={false}
          maxLength={20}
          onChange={(code) => put({ code })}
        />
        <TextField
          label={words('measure')}
          value={row.unit}
          readOnly={false}
          maxLength={40}
          onChange={(unit) => put({ unit })}
        />
        <NumberField
          label={text('decimals')}
          value={row.decimals}
          most={8}
          onChange={(decimals) => put({ decimals })}
        />
        <NumberField
          label={text('indent')}
          value={row.indent}
          most={5}
          onChange={(indent) => put({ indent })}
        />
        <div className={styles.field} data-wide="true">
          <span id="row-columns">{text('columns')}</span>
          <Checkbox.Group<FormRow['columns'][number]>
            aria-labelledby="row-columns"
            value={[...row.columns]}
            options={columnKinds.map((value) => ({ value, label: kinds(value) }))}
            onChange={(chosen) =>
              put({ columns: columnKinds.filter((kind) => chosen.includes(kind)) })
            }
          />
        </div>
        <div className={styles.options} data-wide="true">
          <Checkbox
            checked={row.isRequired}
            disabled={row.formula !== undefined}
            onChange={({ target }) => put({ isRequired: target.checked })}
          >
            {text('isRequired')}
          </Checkbox>
          <Checkbox
            checked={row.mayBeNegative ?? false}
            onChange={({ target }) => put({ mayBeNegative: target.checked || undefined })}
          >
            {text('mayBeNegative')}
          </Checkbox>
          {isLevel && (
            <Checkbox
              checked={row.startsFromLast ?? false}
              onChange={({ target }) => put({ startsFromLast: target.checked || undefined })}
            >
              {text('startsFromLast')}
            </Checkbox>
          )}
        </div>
        <div className={styles.field} data-wide="true">
          <span>{text('formula')}</span>
          <ExpressionEditor
            value={row.formula ?? ''}
            onChange={(formula) => put({ formula: formula.trim() === '' ? undefined : formula })}
            vocabulary={vocabulary}
            label={text('formula')}
          />
          <span className={styles.note}>{text('formulaNote')}</span>
        </div>
      </div>
    </section>
  )
}

function NumberField({
  label,
  value,
  most,
  onChange,
}: {
  label: string
  value: number
  most: number
  onChange: (value: number) => void
}) {
  return (
    <Field label={label}>
      {(id) => (
        <InputNumber
          id={id}
          min={0}
          max={most}
          precision={0}
          value={value}
          onChange={(next) => onChange(next ?? 0)}
        />
      )}
    </Field>
  )
}

/** The indicator a row feeds; one that is chosen brings its name, unit and columns where nothing was typed. */
function IndicatorField({
  row,
  onChange,
}: {
  row: FormRow
  onChange: (next: { readonly [Key in keyof FormRow]?: FormRow[Key] | undefined }) => void
}) {
  const text = useTranslations('formDesign')
  const known = useQuery(library()).data ?? []
  const told = known.filter(({ definition }) => definition.formula === undefined)
  const choose = (code: string | undefined) => {
    const chosen = told.find(({ definition }) => definition.code === code)?.definition
    if (!chosen) {
      onChange({ indicator: undefined })
      return
    }
    const isFresh = row.name === ''
    onChange({
      indicator: chosen.code,
      ...(isFresh && {
        name: chosen.name,
        unit: chosen.unit,
        decimals: Math.min(chosen.decimals, 8),
        columns: [...(chosen.kind === 'flow' ? flowColumns : levelColumns)],
      }),
    })
  }
  if (known.length === 0) {
    return (
      <Field label={text('indicator')}>
        {(id) => <Input id={id} value={row.indicator ?? ''} readOnly />}
      </Field>
    )
  }
  return (
    <ChoiceField
      label={text('indicator')}
      value={row.indicator}
      allowClear
      readOnly={false}
      options={told.map(({ definition }) => ({
        value: definition.code,
        label: `${definition.name}（${definition.unit || '—'}）`,
      }))}
      onChange={choose}
    />
  )
}
