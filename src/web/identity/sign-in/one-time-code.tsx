import type { inviteUser } from '#contract/identity.ts'
import type { Reply } from '#contract/route.ts'
import { useFormatter, useTranslations } from 'use-intl'
import styles from '../users/users-page.module.css'

/** A code that is told this once, to be handed to the person it is for. */
export function OneTimeCode({ code, expiresAt }: Reply<typeof inviteUser>) {
  const text = useTranslations('users')
  const format = useFormatter()
  const time = format.dateTime(new Date(expiresAt), { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <output aria-label={text('codeTitle')}>
      <code className={styles.code}>{code}</code>
      <p>{text('codeNote', { time })}</p>
    </output>
  )
}
