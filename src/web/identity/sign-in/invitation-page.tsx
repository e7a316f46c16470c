import { Link, useRouter } from '@tanstack/react-router'
import { Alert, Button, Form, Input } from 'antd'
import { useTranslations } from 'use-intl'
import { NewPasswordFields } from '../account/new-password-fields.tsx'
import { OutsideFrame } from './outside-frame.tsx'
import { useAcceptInvitation } from '../queries.ts'
import { refusalCode } from '../refusal.ts'
import { loginPattern } from './login-pattern.ts'
import styles from './sign-in-page.module.css'
import { useDoorProblem } from './use-door-problem.ts'
import { useWeakPassword } from '../account/use-weak-password.ts'

/** Sets the first password, or another after a reset, with a code told once. */
export function InvitationPage() {
  const text = useTranslations('invitation')
  const words = useTranslations('signIn')
  const problems = useDoorProblem()
  const weak = useWeakPassword()
  const { history } = useRouter()
  const accept = useAcceptInvitation()
  const { error } = accept
  const problem =
    refusalCode(error) === 'invitation-refused' ? text('refused') : (weak(error) ?? problems(error))
  return (
    <OutsideFrame title={text('title')}>
      <div className={styles.columns}>
        <section className={styles.card} aria-label={text('title')}>
          <p className={styles.note}>{text('note')}</p>
          <Form<{ login: string; code: string; password: string }>
            name="invitation"
            layout="vertical"
            requiredMark={false}
            onFinish={({ login, code, password }) =>
              accept.mutate({ login, code, password }, { onSuccess: () => history.push('/') })
            }
          >
            <Form.Item
              name="login"
              label={words('login')}
              rules={[{ required: true, pattern: loginPattern, message: words('loginNeeded') }]}
            >
              <Input autoComplete="username" autoCapitalize="none" spellCheck={false} />
            </Form.Item>
            <Form.Item
              name="code"
              label={text('code')}
              rules={[{ required: true, min: 10, message: text('codeNeeded') }]}
            >
              <Input autoComplete="off" spellCheck={false} maxLength={100} />
            </Form.Item>
            <NewPasswordFields />
            {problem && (
              <Alert type="error" showIcon title={problem} className={styles.problem ?? ''} />
            )}
            <Button type="primary" htmlType="submit" block disabled={accept.isPending}>
              {text('submit')}
            </Button>
          </Form>
          <p className={styles.note}>
            <Link to="/sign-in">{text('toSignIn')}</Link>
          </p>
        </section>
      </div>
    </OutsideFrame>
  )
}
