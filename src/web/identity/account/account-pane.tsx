import type { Account } from '#contract/identity.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { session } from '../../api/session.ts'
import { AccountActions } from '../users/account-actions.tsx'
import { AccountState } from '../users/account-state.tsx'
import { ConfirmRecovery } from '../sign-in/confirm-recovery.tsx'
import { GrantForm } from '../users/grant-form.tsx'
import { GrantList } from '../users/grant-list.tsx'
import { IdentityLinks } from './identity-links.tsx'
import styles from '../users/users-page.module.css'

/** One account: its roles, and what the viewer may do with it. Nobody acts on their own account here. */
export function AccountPane({ account }: { account: Account }) {
  const text = useTranslations('grants')
  const who = useQuery(session()).data
  if (!who) return null
  const may = (action: (typeof who.actions)[number]) =>
    who.actions.includes(action) && who.user.id !== account.id
  return (
    <>
      <div className={styles.facts}>
        <span>{account.login}</span>
        <AccountState account={account} />
      </div>
      {account.awaitsConfirmation && may('confirm-recovery') && <ConfirmRecovery id={account.id} />}
      <section className={styles.part}>
        <h3>{text('title')}</h3>
        <GrantList account={account} mayEnd={may('grant-roles')} />
      </section>
      {may('grant-roles') && <GrantForm account={account} who={who} />}
      <IdentityLinks
        account={account}
        mayLink={may('manage-users')}
        mayConfirm={may('confirm-recovery')}
      />
      {may('manage-users') && <AccountActions account={account} />}
    </>
  )
}
