import { Form, Input, InputNumber, Select } from 'antd'
import { useTranslations } from 'use-intl'
import styles from './edit-form.module.css'

const bounds = ['=', '>=', '<=', '~'].map((value) => ({ value, label: value }))

/** A figure with its bound and unit. */
export function QuantityFields({
  name,
  label,
}: {
  name: readonly (string | number)[]
  label: string
}) {
  const text = useTranslations('field')
  return (
    <fieldset className={styles.part}>
      <legend>{label}</legend>
      <div className={styles.columns}>
        <Form.Item name={[...name, 'op']} label={text('bound')} initialValue="=">
          <Select options={bounds} />
        </Form.Item>
        <Form.Item name={[...name, 'value']} label={text('value')}>
          <InputNumber controls={false} />
        </Form.Item>
        <Form.Item name={[...name, 'unit']} label={text('unit')}>
          <Input />
        </Form.Item>
        <Form.Item name={[...name, 'text']} label={text('words')}>
          <Input />
        </Form.Item>
      </div>
    </fieldset>
  )
}
