import { IndicatorCode } from '#contract/indicator.ts'
import { isPeriod } from '#core/period/period.ts'
import { Form, Input, InputNumber, Select } from 'antd'
import { useTranslations } from 'use-intl'
import styles from './formula.module.css'

const choices = {
  kind: ['rate', 'flow', 'stock', 'index', 'count'],
  frequency: ['month', 'calendar-month', 'quarter', 'half', 'year'],
  direction: ['up', 'down', 'keep'],
  overSpace: ['ratio', 'sum', 'none'],
  overTime: ['cumulative', 'end', 'average', 'none'],
} as const

/** What an indicator is besides its formula. Code and unit never change once it is there. */
export function DefinitionFields({ isNew, readOnly }: { isNew: boolean; readOnly: boolean }) {
  const text = useTranslations('formula')
  const words = useTranslations('indicators')
  const required = [{ required: true, whitespace: true, message: text('required') }]
  const period = [
    {
      validator: (_: unknown, value: string) =>
        value.trim() === '' || isPeriod(value)
          ? Promise.resolve()
          : Promise.reject(new Error(text('periodWrong'))),
    },
  ]
  return (
    <div className={styles.fields}>
      <Form.Item name="name" label={text('name')} rules={required}>
        <Input maxLength={100} readOnly={readOnly} />
      </Form.Item>
      <Form.Item
        name="code"
        label={text('code')}
        rules={[
          {
            validator: (_: unknown, value: string) =>
              IndicatorCode.safeParse(value).success
                ? Promise.resolve()
                : Promise.reject(new Error(text('codeWrong'))),
          },
        ]}
      >
        <Input maxLength={80} readOnly={readOnly || !isNew} placeholder="profit-margin" />
      </Form.Item>
      <Form.Item name="englishName" label={text('englishName')} rules={required}>
        <Input maxLength={200} readOnly={readOnly} />
      </Form.Item>
      <Form.Item name="unit" label={text('unit')} tooltip={text('unitNote')}>
        <Input maxLength={40} readOnly={readOnly || !isNew} />
      </Form.Item>
      <Form.Item name="decimals" label={text('decimals')}>
        <InputNumber min={0} max={10} precision={0} readOnly={readOnly} />
      </Form.Item>
      <Form.Item name="kind" label={words('kind')}>
        <Select
          disabled={readOnly}
          options={choices.kind.map((value) => ({ value, label: words(`kinds.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="frequency" label={words('columns.frequency')}>
        <Select
          disabled={readOnly}
          options={choices.frequency.map((value) => ({
            value,
            label: words(`frequency.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="direction" label={text('direction')}>
        <Select
          disabled={readOnly}
          options={choices.direction.map((value) => ({
            value,
            label: text(`directions.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="overSpace" label={text('overSpace')}>
        <Select
          disabled={readOnly}
          options={choices.overSpace.map((value) => ({
            value,
            label: words(`overSpace.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="overTime" label={text('overTime')}>
        <Select
          disabled={readOnly}
          options={choices.overTime.map((value) => ({ value, label: text(`overTimes.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="from" label={text('from')} rules={period}>
        <Input maxLength={10} readOnly={readOnly} placeholder="2026-03" />
      </Form.Item>
      <Form.Item name="to" label={text('to')} rules={period}>
        <Input maxLength={10} readOnly={readOnly} placeholder="2030" />
      </Form.Item>
      <Form.Item name="source" label={words('columns.source')} className={styles.wide ?? ''}>
        <Input maxLength={300} readOnly={readOnly} />
      </Form.Item>
      <Form.Item name="definition" label={words('definition')} className={styles.wide ?? ''}>
        <Input.TextArea rows={3} maxLength={4000} readOnly={readOnly} />
      </Form.Item>
      <Form.Item name="standard" label={words('standard')} className={styles.wide ?? ''}>
        <Input maxLength={300} readOnly={readOnly} />
      </Form.Item>
      <Form.Item name="aliases" label={words('aliases')} className={styles.wide ?? ''}>
        <Select mode="tags" disabled={readOnly} open={false} tokenSeparators={['、', '，', ',']} />
      </Form.Item>
    </div>
  )
}
