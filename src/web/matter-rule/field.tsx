import { Input, Select } from 'antd'
import { type ReactNode, useId } from 'react'
import { ExpressionEditor } from '../expression/expression-editor.tsx'
import type { ExpressionVocabulary } from '../expression/vocabulary.ts'
import styles from './matter-rule.module.css'

/** A field with its name above; `id` is what the name belongs to. */
export function Field({
  label,
  wide = false,
  long = false,
  children,
}: {
  label: string
  wide?: boolean
  /** Holds a sentence rather than a word. */
  long?: boolean
  children: (id: string) => ReactNode
}) {
  const id = useId()
  return (
    <div className={styles.field} data-wide={wide} data-long={long}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}

export function TextField({
  label,
  value,
  wide = false,
  readOnly,
  maxLength = 500,
  onChange,
}: {
  label: string
  value: string
  wide?: boolean
  readOnly: boolean
  maxLength?: number
  onChange: (value: string) => void
}) {
  return (
    <Field label={label} wide={wide} long>
      {(id) => (
        <Input
          id={id}
          value={value}
          readOnly={readOnly}
          maxLength={maxLength}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}

interface Offered<Value> {
  readonly value: Value
  readonly label: string
}

export function ChoiceField<Value extends string>({
  label,
  value,
  options,
  readOnly,
  allowClear = false,
  onChange,
}: {
  label: string
  value: Value | undefined
  options: readonly Offered<Value>[]
  readOnly: boolean
  allowClear?: boolean
  onChange: (value: Value | undefined) => void
}) {
  return (
    <Field label={label}>
      {(id) => (
        <Select<Value | null>
          id={id}
          value={value ?? null}
          disabled={readOnly}
          allowClear={allowClear}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          onChange={(chosen) => onChange(chosen ?? undefined)}
          options={[...options]}
        />
      )}
    </Field>
  )
}

export function ChoicesField<Value extends string>({
  label,
  value,
  options,
  readOnly,
  placeholder,
  onChange,
}: {
  label: string
  value: readonly Value[]
  options: readonly Offered<Value>[]
  readOnly: boolean
  placeholder?: string
  onChange: (value: readonly Value[]) => void
}) {
  return (
    <Field label={label} wide>
      {(id) => (
        <Select<Value[]>
          id={id}
          mode="multiple"
          value={[...value]}
          disabled={readOnly}
          placeholder={placeholder}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={onChange}
          options={[...options]}
        />
      )}
    </Field>
  )
}

/** A condition over the facts of a matter. */
export function ConditionField({
  label,
  value,
  vocabulary,
  readOnly,
  onChange,
}: {
  label: string
  value: string
  vocabulary: ExpressionVocabulary
  readOnly: boolean
  onChange: (value: string) => void
}) {
  return (
    <div className={styles.field} data-wide="true">
      <span>{label}</span>
      <ExpressionEditor
        value={value}
        onChange={onChange}
        vocabulary={vocabulary}
        readOnly={readOnly}
        label={label}
      />
    </div>
  )
}
