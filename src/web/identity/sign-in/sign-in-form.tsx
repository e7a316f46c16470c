import { Alert, Button, Form, type FormInstance, Input, type InputRef } from 'antd'
import { useTranslations } from 'use-intl'
import { loginPattern } from './login-pattern.ts'
import { useSignIn } from '../queries.ts'
import { refusalCode } from '../refusal.ts'
import styles from './sign-in-page.module.css'
import { useDoorProblem } from './use-door-problem.ts'

export interface Credentials {
  readonly login: string
  readonly password: string
  readonly code?: string
}

/** Name and password; the code of an authenticator once the server asks for it. */
export function SignInForm({
  form,
  onSignedIn,
}: {
  form: FormInstance<Credentials>
  onSignedIn: () => void
}) {
  const text = useTranslations('signIn')
  const words = useDoorProblem()
  const signIn = useSignIn()
  const needsCode =
    refusalCode(signIn.error) === 'second-factor-needed' || signIn.variables?.code !== undefined
  const problem = words(signIn.error, needsCode)
  return (
    <Form
      name="sign-in"
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(credentials) => signIn.mutate(credentials, { onSuccess: onSignedIn })}
    >
      <Form.Item
        name="login"
        label={text('login')}
        hidden={needsCode}
        rules={[{ required: true, pattern: loginPattern, message: text('loginNeeded') }]}
      >
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={64} />
      </Form.Item>
      <Form.Item
        name="password"
        label={text('password')}
        hidden={needsCode}
        rules={[{ required: true, message: text('passwordNeeded') }]}
      >
        <Input.Password autoComplete="current-password" maxLength={256} />
      </Form.Item>
      {needsCode && (
        <Form.Item
          name="code"
          label={text('code')}
          extra={text('codeHint')}
          rules={[{ required: true, min: 6, message: text('codeNeeded') }]}
        >
          <Input ref={focus} autoComplete="one-time-code" inputMode="numeric" maxLength={40} />
        </Form.Item>
      )}
      {problem && <Alert type="error" showIcon title={problem} className={styles.problem ?? ''} />}
      <Button type="primary" htmlType="submit" block disabled={signIn.isPending}>
        {text('submit')}
      </Button>
      {needsCode && (
        <Button
          type="link"
          block
          onClick={() => {
            form.resetFields()
            signIn.reset()
          }}
        >
          {text('otherAccount')}
        </Button>
      )}
    </Form>
  )
}

// The field takes the place of the one that was just left.
function focus(input: InputRef | null): void {
  input?.focus()
}
