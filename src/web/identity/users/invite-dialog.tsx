import { Alert, Form, Input, Modal } from 'antd'
import { useTranslations } from 'use-intl'
import { useProblemText } from '../../ui/use-problem-text.ts'
import { loginPattern } from '../sign-in/login-pattern.ts'
import { OneTimeCode } from '../sign-in/one-time-code.tsx'
import { useInviteUser } from '../queries.ts'
import styles from './users-page.module.css'

/** Makes an account and tells the code with which its owner sets the password. */
export function InviteDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const text = useTranslations('users')
  const words = useTranslations('signIn')
  const problems = useProblemText()
  const [form] = Form.useForm<{ login: string; name: string }>()
  const invite = useInviteUser()
  const close = () => {
    invite.reset()
    onClose()
  }
  return (
    <Modal
      title={text('inviteTitle')}
      open={open}
      onCancel={close}
      onOk={invite.data ? close : form.submit}
      okText={text(invite.data ? 'close' : 'create')}
      okButtonProps={{ loading: invite.isPending }}
      cancelButtonProps={{ style: { display: invite.data && 'none' } }}
      destroyOnHidden
    >
      {invite.data ? (
        <OneTimeCode {...invite.data} />
      ) : (
        <Form
          name="invite"
          form={form}
          layout="vertical"
          onFinish={(person) => invite.mutate(person)}
        >
          <Form.Item
            name="name"
            label={text('name')}
            rules={[{ required: true, whitespace: true, message: text('nameNeeded') }]}
          >
            <Input autoComplete="off" maxLength={100} />
          </Form.Item>
          <Form.Item
            name="login"
            label={text('login')}
            extra={words('loginHint')}
            rules={[{ required: true, pattern: loginPattern, message: words('loginNeeded') }]}
          >
            <Input autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={64} />
          </Form.Item>
          {invite.error && (
            <Alert
              type="error"
              showIcon
              title={problems(invite.error).message}
              className={styles.problem ?? ''}
            />
          )}
        </Form>
      )}
    </Modal>
  )
}
