import { useQuery } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { useTranslations } from 'use-intl'
import { door } from '../queries.ts'

/** A new password, typed twice under `password` and `again`, with the rules it must keep. */
export function NewPasswordFields() {
  const text = useTranslations('password')
  const rules = useQuery(door()).data?.passwordRules
  return (
    <>
      <Form.Item
        name="password"
        label={text('next')}
        extra={
          rules &&
          text('rules', {
            length: rules.minimumLength,
            kinds: rules.minimumKinds,
            remembered: rules.remembered,
          })
        }
        rules={[{ required: true, message: text('nextNeeded') }]}
      >
        <Input.Password autoComplete="new-password" maxLength={256} />
      </Form.Item>
      <Form.Item
        name="again"
        label={text('again')}
        dependencies={['password']}
        rules={[
          { required: true, message: text('differs') },
          ({ getFieldValue }) => ({
            validator: (_, value: unknown) =>
              !value || value === getFieldValue('password')
                ? Promise.resolve()
                : Promise.reject(new Error(text('differs'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={256} />
      </Form.Item>
    </>
  )
}
