import { Alert, Button, Form, Input, QRCode, Space } from 'antd'
import { useTranslations } from 'use-intl'
import { useProblemText } from '../../ui/use-problem-text.ts'
import styles from '../account/account-page.module.css'
import { refusalCode } from '../refusal.ts'

/** Shows the secret and asks for a first code, which proves that the authenticator has it. */
export function ConfirmFactor({
  secret,
  address,
  error,
  isPending,
  onCode,
  onCancel,
}: {
  secret: string
  address: string
  error: Error | null
  isPending: boolean
  onCode: (code: string) => void
  onCancel: () => void
}) {
  const text = useTranslations('factor')
  const signIn = useTranslations('signIn')
  const problems = useProblemText()
  const problem =
    error &&
    (refusalCode(error) === 'second-factor-refused' ? text('refused') : problems(error).message)
  return (
    <>
      <p className={styles.note}>{text('scan')}</p>
      <div className={styles.secret}>
        <figure aria-label={text('picture')} className={styles.picture}>
          <QRCode type="svg" value={address} size={160} />
        </figure>
        <p>
          {text('secret')}
          <br />
          <code>{secret.match(/.{1,4}/g)?.join(' ')}</code>
        </p>
      </div>
      <Form<{ code: string }>
        name="first-code"
        layout="vertical"
        requiredMark={false}
        onFinish={({ code }) => onCode(code)}
      >
        <Form.Item
          name="code"
          label={signIn('code')}
          rules={[{ required: true, min: 6, message: signIn('codeNeeded') }]}
        >
          <Input autoComplete="one-time-code" inputMode="numeric" maxLength={40} />
        </Form.Item>
        {problem && (
          <Alert type="error" showIcon title={problem} className={styles.problem ?? ''} />
        )}
        <Space>
          <Button type="primary" htmlType="submit" loading={isPending}>
            {text('confirm')}
          </Button>
          <Button onClick={onCancel}>{text('cancel')}</Button>
        </Space>
      </Form>
    </>
  )
}
