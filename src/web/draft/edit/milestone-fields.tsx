import { Button, Form, Input, InputNumber, Select } from 'antd'
import { useTranslations } from 'use-intl'
import styles from './edit-form.module.css'

const bounds = [
  { value: '=', label: '=' },
  { value: '>=', label: '≥' },
  { value: '<=', label: '≤' },
  { value: '>', label: '＞' },
  { value: '<', label: '＜' },
  { value: '~', label: '约' },
]
const kinds = ['level', 'cumulative', 'change'] as const

/** The milestones of a target, as many as there are. */
export function MilestoneFields() {
  const text = useTranslations('field')
  return (
    <Form.List name="milestones">
      {(rows, { add, remove }) => (
        <fieldset className={styles.part}>
          <legend>{text('milestones')}</legend>
          {rows.map(({ key, name }) => (
            <div key={key} className={styles.columns}>
              <Form.Item name={[name, 'year']} label={text('year')} required>
                <InputNumber min={1900} max={2200} controls={false} />
              </Form.Item>
              <Form.Item name={[name, 'op']} label={text('bound')}>
                <Select options={bounds} />
              </Form.Item>
              <Form.Item name={[name, 'value']} label={text('value')}>
                <InputNumber controls={false} />
              </Form.Item>
              <Form.Item name={[name, 'high']} label={text('high')}>
                <InputNumber controls={false} />
              </Form.Item>
              <Form.Item name={[name, 'unit']} label={text('unit')}>
                <Input />
              </Form.Item>
              <Form.Item name={[name, 'kind']} label={text('milestoneKind')}>
                <Select options={kinds.map((value) => ({ value, label: text(value) }))} />
              </Form.Item>
              <Form.Item name={[name, 'stretch']} label={text('stretch')}>
                <InputNumber controls={false} />
              </Form.Item>
              <Form.Item name={[name, 'text']} label={text('words')}>
                <Input />
              </Form.Item>
              <Form.Item label={' '} colon={false}>
                <Button onClick={() => remove(name)}>{text('remove')}</Button>
              </Form.Item>
            </div>
          ))}
          <Form.Item>
            <Button onClick={() => add({ op: '=', kind: 'level' })}>{text('addMilestone')}</Button>
          </Form.Item>
        </fieldset>
      )}
    </Form.List>
  )
}
