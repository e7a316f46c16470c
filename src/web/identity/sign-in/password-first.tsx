import { Alert, Button, Form, Input, Space } from 'antd'
import { useTranslations } from 'use-intl'
import { useProblemText } from '../../ui/use-problem-text.ts'
import styles from '../account/account-page.module.css'
import { refusalCode } from '../refusal.ts'

/** Asks for the password once more before the way to sign in changes. */
export function PasswordFirst({
  error,
  isPending,
  onPassword,
  onCancel,
}: {
  error: Error | null
  isPending: boolean
  onPassword: (password: string) => void
  onCancel: () => void
}) {
  const text = useTranslations('factor')
  const words = useTranslations('password')
  const problems = useProblemText()
  const problem =
    error && (refusalCode(error) === 'sign-in-refused' ? words('wrong') : problems(error).message)
  return (
    <Form<{ password: string }>
      name="password-first"
      layout="vertical"
      requiredMark={false}
      onFinish={({ password }) => onPassword(password)}
    >
      <Form.Item
        name="password"
        label={words('current')}
        extra={text('passwordFirst')}
        rules={[{ required: true, message: words('currentNeeded') }]}
      >
        <Input.Password autoComplete="current-password" maxLength={256} />
      </Form.Item>
      {problem && <Alert type="error" showIcon title={problem} className={styles.problem ?? ''} />}
      <Space>
        <Button type="primary" htmlType="submit" loading={isPending}>
          {text('next')}
        </Button>
        <Button onClick={onCancel}>{text('cancel')}</Button>
      </Space>
    </Form>
  )
}
