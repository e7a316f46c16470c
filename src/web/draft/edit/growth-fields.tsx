import { Button, Checkbox, Form, InputNumber, Select } from 'antd'
import { useTranslations } from 'use-intl'
import styles from './edit-form.module.css'

const units = ['%', '百分点', 'absolute'] as const

/** The growth a target states between two years. */
export function GrowthFields() {
  const text = useTranslations('field')
  return (
    <Form.List name="growth">
      {(rows, { add, remove }) => (
        <fieldset className={styles.part}>
          <legend>{text('growth')}</legend>
          {rows.map(({ key, name }) => (
            <div key={key} className={styles.columns}>
              <Form.Item name={[name, 'from']} label={text('from')} required>
                <InputNumber min={1900} max={2200} controls={false} />
              </Form.Item>
              <Form.Item name={[name, 'to']} label={text('to')} required>
                <InputNumber min={1900} max={2200} controls={false} />
              </Form.Item>
              <Form.Item name={[name, 'value']} label={text('value')} required>
                <InputNumber controls={false} />
              </Form.Item>
              <Form.Item name={[name, 'unit']} label={text('unit')}>
                <Select
                  options={units.map((value) => ({
                    value,
                    label: value === 'absolute' ? text('absolute') : value,
                  }))}
                />
              </Form.Item>
              <Form.Item
                name={[name, 'cumulative']}
                valuePropName="checked"
                label={' '}
                colon={false}
              >
                <Checkbox>{text('wholePeriod')}</Checkbox>
              </Form.Item>
              <Form.Item label={' '} colon={false}>
                <Button onClick={() => remove(name)}>{text('remove')}</Button>
              </Form.Item>
            </div>
          ))}
          <Form.Item>
            <Button onClick={() => add({ unit: '%' })}>{text('addGrowth')}</Button>
          </Form.Item>
        </fieldset>
      )}
    </Form.List>
  )
}
