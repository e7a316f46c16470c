import { Form, Input, InputNumber, Select } from 'antd'
import { useTranslations } from 'use-intl'
import styles from './edit-form.module.css'

const separators = ['、', '，', ',', '；']

export function TaskFields() {
  const text = useTranslations('field')
  return (
    <>
      <Form.Item name="text" label={text('task')} required>
        <Input.TextArea rows={3} />
      </Form.Item>
      <Form.Item name="lead" label={text('lead')} extra={text('unitsHint')}>
        <Select mode="tags" open={false} tokenSeparators={separators} />
      </Form.Item>
      <Form.Item name="responsible" label={text('responsible')}>
        <Select mode="tags" open={false} tokenSeparators={separators} />
      </Form.Item>
      <div className={styles.columns}>
        <Form.Item name={['deadline', 'text']} label={text('deadline')}>
          <Input />
        </Form.Item>
        <Form.Item name={['deadline', 'year']} label={text('deadlineYear')}>
          <InputNumber min={1900} max={2200} controls={false} />
        </Form.Item>
        <Form.Item name="no" label={text('no')}>
          <Input />
        </Form.Item>
        <Form.Item name="group" label={text('group')}>
          <Input />
        </Form.Item>
      </div>
    </>
  )
}
