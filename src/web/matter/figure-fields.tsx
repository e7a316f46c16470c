import { isPeriod } from '#core/period/period.ts'
import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useTranslations } from 'use-intl'
import { library } from '../indicator/queries.ts'

/** What is typed where a matter is bound to a figure. */
export interface TypedFigure {
  readonly indicator?: string
  readonly op?: '>=' | '<=' | '='
  readonly value?: string
  readonly period?: string
}

const signs = { '>=': '≥', '<=': '≤', '=': '=' } as const

/** The figure that has to be there before a matter is done; none where no indicator is chosen. */
export function FigureFields() {
  const text = useTranslations('matters.raising')
  const { data: known = [] } = useQuery(library())
  const form = Form.useFormInstance<TypedFigure>()
  const indicator = Form.useWatch('indicator', form)
  const unit = known.find(({ definition }) => definition.code === indicator)?.definition.unit
  return (
    <>
      <Form.Item name="indicator" label={text('indicator')} extra={text('indicatorHint')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={known.map(({ definition: { code, name, unit: own } }) => ({
            value: code,
            label: `${name}（${own}）`,
          }))}
        />
      </Form.Item>
      {indicator !== undefined && (
        <>
          <Form.Item name="op" label={text('op')} initialValue=">=">
            <Select
              options={(['>=', '<=', '='] as const).map((value) => ({
                value,
                label: `${signs[value]} ${text(`ops.${value === '=' ? 'equal' : value === '>=' ? 'least' : 'most'}`)}`,
              }))}
            />
          </Form.Item>
          <Form.Item
            name="value"
            label={unit === undefined ? text('value') : text('valueIn', { unit })}
            rules={[{ required: true, pattern: /^-?\d+(?:\.\d+)?$/, message: text('valueNeeded') }]}
          >
            <Input inputMode="decimal" maxLength={30} />
          </Form.Item>
          <Form.Item
            name="period"
            label={text('period')}
            extra={text('periodHint')}
            rules={[
              {
                validator: (_, value: unknown) =>
                  typeof value === 'string' && isPeriod(value)
                    ? Promise.resolve()
                    : Promise.reject(new Error(text('periodNeeded'))),
              },
            ]}
          >
            <Input maxLength={12} />
          </Form.Item>
        </>
      )}
    </>
  )
}
