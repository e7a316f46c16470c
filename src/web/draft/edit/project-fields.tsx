import { Form, Input, InputNumber } from 'antd'
import { useTranslations } from 'use-intl'
import styles from './edit-form.module.css'
import { QuantityFields } from './quantity-fields.tsx'

export function ProjectFields() {
  const text = useTranslations('field')
  return (
    <>
      <Form.Item name="name" label={text('project')} required>
        <Input />
      </Form.Item>
      <Form.Item name="content" label={text('content')}>
        <Input.TextArea rows={3} />
      </Form.Item>
      <div className={styles.columns}>
        <Form.Item name="no" label={text('no')}>
          <Input />
        </Form.Item>
        <Form.Item name="sector" label={text('sector')}>
          <Input />
        </Form.Item>
        <Form.Item name="nature" label={text('nature')}>
          <Input />
        </Form.Item>
        <Form.Item name="startYear" label={text('startYear')}>
          <InputNumber min={1900} max={2200} controls={false} />
        </Form.Item>
        <Form.Item name="endYear" label={text('endYear')}>
          <InputNumber min={1900} max={2200} controls={false} />
        </Form.Item>
      </div>
      <QuantityFields name={['investment']} label={text('investment')} />
      <QuantityFields name={['land']} label={text('land')} />
      <QuantityFields name={['annualOutput']} label={text('output')} />
    </>
  )
}
