import { useTranslations } from 'use-intl'
import { PageHeader } from '../../ui/page-header.tsx'
import styles from './account-page.module.css'
import { PasswordForm } from './password-form.tsx'

/** Stands in place of every page until the password is changed. */
export function MustChangePassword() {
  const text = useTranslations('password')
  return (
    <div className={styles.narrow}>
      <PageHeader title={text('mustTitle')} note={text('mustNote')} />
      <section className={styles.card} aria-label={text('title')}>
        <PasswordForm />
      </section>
    </div>
  )
}
