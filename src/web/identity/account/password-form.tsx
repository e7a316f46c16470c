import { Alert, App, Button, Form, Input } from 'antd'
import { useTranslations } from 'use-intl'
import { useProblemText } from '../../ui/use-problem-text.ts'
import { NewPasswordFields } from './new-password-fields.tsx'
import { useChangePassword } from '../queries.ts'
import { refusalCode } from '../refusal.ts'
import styles from './account-page.module.css'
import { useWeakPassword } from './use-weak-password.ts'

interface Fields {
  readonly current: string
  readonly password: string
}

/** Changes the own password; every other session ends with it. */
export function PasswordForm() {
  const text = useTranslations('password')
  const problems = useProblemText()
  const weak = useWeakPassword()
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const change = useChangePassword()
  const { error } = change
  const problem =
    error &&
    (refusalCode(error) === 'sign-in-refused'
      ? text('wrong')
      : (weak(error) ?? problems(error).message))
  return (
    <Form
      name="change-password"
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={({ current, password }) =>
        change.mutate(
          { current, next: password },
          {
            onSuccess: () => {
              form.resetFields()
              void message.success(text('done'))
            },
          },
        )
      }
    >
      <Form.Item
        name="current"
        label={text('current')}
        rules={[{ required: true, message: text('currentNeeded') }]}
      >
        <Input.Password autoComplete="current-password" maxLength={256} />
      </Form.Item>
      <NewPasswordFields />
      {problem && <Alert type="error" showIcon title={problem} className={styles.problem ?? ''} />}
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {text('submit')}
      </Button>
    </Form>
  )
}
