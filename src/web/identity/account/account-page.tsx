import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { session } from '../../api/session.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { QueryState } from '../../ui/query-state.tsx'
import styles from './account-page.module.css'
import { PasswordForm } from './password-form.tsx'
import { SecondFactor } from './second-factor.tsx'
import { SessionTable } from './session-table.tsx'

/** The own account: password, second factor, and where one is signed in. */
export function AccountPage() {
  const text = useTranslations('account')
  const password = useTranslations('password')
  const who = useQuery(session())
  return (
    <QueryState query={who}>
      {({ user, hasSecondFactor }) => (
        <>
          <PageHeader title={text('title')} note={user.name} />
          <div className={styles.columns}>
            <section className={styles.card}>
              <h2>{password('title')}</h2>
              <PasswordForm />
            </section>
            <SecondFactor isOn={hasSecondFactor} />
          </div>
          <SessionTable />
        </>
      )}
    </QueryState>
  )
}
