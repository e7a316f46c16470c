import { useQuery } from '@tanstack/react-query'
import { Link, useRouter, useSearch } from '@tanstack/react-router'
import { Form } from 'antd'
import { useTranslations } from 'use-intl'
import { DemonstrationAccounts } from './demonstration-accounts.tsx'
import { OutsideFrame } from './outside-frame.tsx'
import { ProviderSignIn } from './provider-sign-in.tsx'
import { door } from '../queries.ts'
import { type Credentials, SignInForm } from './sign-in-form.tsx'
import styles from './sign-in-page.module.css'
import { wayBack } from './way-back.ts'

/** The door; whoever was sent here returns to the page they wanted. */
export function SignInPage() {
  const text = useTranslations('signIn')
  const { back } = useSearch({ from: '/sign-in' })
  const { history } = useRouter()
  const [form] = Form.useForm<Credentials>()
  const { demonstration, provider } = useQuery(door()).data ?? {}
  return (
    <OutsideFrame title={text('title')}>
      <div className={styles.columns}>
        <section className={styles.card} aria-label={text('title')}>
          {back !== undefined && <p className={styles.note}>{text('ended')}</p>}
          <SignInForm form={form} onSignedIn={() => history.push(wayBack(back))} />
          {provider && <ProviderSignIn name={provider.name} back={back} />}
          <p className={styles.note}>{text('help')}</p>
          <p className={styles.note}>
            <Link to="/invitation">{text('invited')}</Link>
          </p>
        </section>
        {demonstration && (
          <DemonstrationAccounts
            {...demonstration}
            onChoose={(login) => form.setFieldsValue({ login, password: demonstration.password })}
          />
        )}
      </div>
    </OutsideFrame>
  )
}
