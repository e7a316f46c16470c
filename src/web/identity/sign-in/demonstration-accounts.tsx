import type { showDoor } from '#contract/identity.ts'
import type { Reply } from '#contract/route.ts'
import { useTranslations } from 'use-intl'
import type { zh } from '../../messages/zh.ts'
import styles from './sign-in-page.module.css'

type KnownRole = keyof (typeof zh)['roleTask']
type Demonstration = NonNullable<Reply<typeof showDoor>['demonstration']>

/** The accounts of a demonstration, one for each role. */
export function DemonstrationAccounts({
  accounts,
  onChoose,
}: Pick<Demonstration, 'accounts'> & { onChoose: (login: string) => void }) {
  const text = useTranslations('signIn')
  const tasks = useTranslations('roleTask')
  // An installation may have roles the screen has no words for.
  const taskOf = (role: string) => (tasks.has(role as KnownRole) ? tasks(role as KnownRole) : role)
  return (
    <section className={styles.accounts} aria-labelledby="demonstration">
      <h2 id="demonstration">{text('demonstration')}</h2>
      <p className={styles.note}>{text('demonstrationHint')}</p>
      <ul className={styles.list}>
        {accounts.map(({ login, name, role }) => (
          <li key={login}>
            <button type="button" onClick={() => onChoose(login)}>
              <b>{login}</b>
              <span>{name}</span>
              <small>{taskOf(role)}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
