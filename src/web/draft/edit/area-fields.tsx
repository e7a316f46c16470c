import { Form, Input, Select } from 'antd'
import { useTranslations } from 'use-intl'
import styles from './edit-form.module.css'
import { QuantityFields } from './quantity-fields.tsx'

const separators = ['、', '，', ',', '；']

/** The fields of an industry or a park, which are nearly the same. */
export function AreaFields({ kind }: { kind: 'industry' | 'park' }) {
  const text = useTranslations('field')
  return (
    <>
      <Form.Item name="name" label={text(kind)} required>
        <Input />
      </Form.Item>
      <div className={styles.columns}>
        <Form.Item name="role" label={text('role')}>
          <Input />
        </Form.Item>
        {kind === 'industry' && (
          <Form.Item name="parent" label={text('parent')}>
            <Input />
          </Form.Item>
        )}
      </div>
      <Form.Item
        name={kind === 'industry' ? 'segments' : 'industries'}
        label={text(kind === 'industry' ? 'segments' : 'industries')}
        extra={text('unitsHint')}
      >
        <Select mode="tags" open={false} tokenSeparators={separators} />
      </Form.Item>
      <QuantityFields name={['goal']} label={text('goal')} />
      {kind === 'park' && <QuantityFields name={['area', 0]} label={text('area')} />}
    </>
  )
}
