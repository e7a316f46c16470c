import { Attribute } from '#contract/plan-items.ts'
import { Form, Input, InputNumber, Select } from 'antd'
import { useTranslations } from 'use-intl'
import styles from './edit-form.module.css'
import { GrowthFields } from './growth-fields.tsx'
import { MilestoneFields } from './milestone-fields.tsx'

const attributes = Attribute.options.map((value) => ({ value, label: value }))
const scopeKinds = ['industry', 'park', 'group', 'enterprise', 'other'] as const

export function TargetFields() {
  const text = useTranslations('field')
  const scopes = useTranslations('scope')
  return (
    <>
      <Form.Item name="indicator" label={text('indicator')} required>
        <Input />
      </Form.Item>
      <div className={styles.columns}>
        <Form.Item name="unit" label={text('unit')}>
          <Input />
        </Form.Item>
        <Form.Item name="attribute" label={text('attribute')}>
          <Select allowClear options={attributes} />
        </Form.Item>
        <Form.Item name="category" label={text('category')}>
          <Input />
        </Form.Item>
      </div>
      <div className={styles.columns}>
        <Form.Item name={['scope', 'kind']} label={text('scopeKind')}>
          <Select
            allowClear
            placeholder={scopes('region')}
            options={scopeKinds.map((value) => ({ value, label: scopes(value) }))}
          />
        </Form.Item>
        <Form.Item name={['scope', 'name']} label={text('scopeName')}>
          <Input />
        </Form.Item>
      </div>
      <fieldset className={styles.part}>
        <legend>{text('baseline')}</legend>
        <div className={styles.columns}>
          <Form.Item name={['baseline', 'year']} label={text('year')}>
            <InputNumber min={1900} max={2200} controls={false} />
          </Form.Item>
          <Form.Item name={['baseline', 'value']} label={text('value')}>
            <InputNumber controls={false} />
          </Form.Item>
          <Form.Item name={['baseline', 'text']} label={text('words')}>
            <Input />
          </Form.Item>
        </div>
      </fieldset>
      <MilestoneFields />
      <GrowthFields />
    </>
  )
}
