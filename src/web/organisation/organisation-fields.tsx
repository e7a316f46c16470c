import type { Organisation } from '#contract/organisation.ts'
import { organisationKinds } from '#core/organisation/organisation.ts'
import { Form, Input, Select } from 'antd'
import { useTranslations } from 'use-intl'

export function NameField({ label }: { label: string }) {
  const text = useTranslations('organisationChange')
  return (
    <Form.Item
      name="name"
      label={label}
      rules={[{ required: true, whitespace: true, message: text('nameNeeded') }]}
    >
      <Input autoComplete="off" maxLength={100} />
    </Form.Item>
  )
}

export function DayField({ label }: { label: string }) {
  const text = useTranslations('organisationChange')
  return (
    <Form.Item name="day" label={label} rules={[{ required: true, message: text('dayNeeded') }]}>
      <Input type="date" />
    </Form.Item>
  )
}

export function KindField() {
  const text = useTranslations('organisationChange')
  const kinds = useTranslations('organisations')
  return (
    <Form.Item
      name="as"
      label={text('kind')}
      rules={[{ required: true, message: text('kindNeeded') }]}
    >
      <Select
        options={organisationKinds.map((kind) => ({ value: kind, label: kinds(`kinds.${kind}`) }))}
      />
    </Form.Item>
  )
}

/** Chooses among the units that are there, found by name or code. */
export function UnitField({
  label,
  units,
  isRequired = false,
}: {
  label: string
  units: readonly Organisation[]
  isRequired?: boolean
}) {
  const text = useTranslations('organisationChange')
  return (
    <Form.Item
      name="unit"
      label={label}
      rules={[{ required: isRequired, message: text('unitNeeded') }]}
    >
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        allowClear={!isRequired}
        placeholder={text('choose')}
        options={units
          .filter(({ isThere }) => isThere)
          .map(({ id, name, code }) => ({ value: id, label: `${name}（${code}）` }))}
      />
    </Form.Item>
  )
}

export function WhyField() {
  const text = useTranslations('organisationChange')
  return (
    <Form.Item
      name="why"
      label={text('why')}
      extra={text('whyHint')}
      rules={[{ required: true, whitespace: true, message: text('whyNeeded') }]}
    >
      <Input.TextArea rows={2} maxLength={500} />
    </Form.Item>
  )
}
