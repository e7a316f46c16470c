import type { Account } from '#contract/identity.ts'
import { App, Button } from 'antd'
import { useTranslations } from 'use-intl'
import { useProblemText } from '../../ui/use-problem-text.ts'
import { useConfirmRecovery } from '../queries.ts'
import styles from '../users/users-page.module.css'

/** The second of two administrators lets a recovered account act again. */
export function ConfirmRecovery({ id }: Pick<Account, 'id'>) {
  const text = useTranslations('users')
  const problems = useProblemText()
  const { message } = App.useApp()
  const confirm = useConfirmRecovery()
  return (
    <section className={styles.part}>
      <h3>{text('awaiting')}</h3>
      <p>{text('confirmNote')}</p>
      <Button
        type="primary"
        loading={confirm.isPending}
        onClick={() =>
          confirm.mutate(
            { id },
            {
              onSuccess: () => void message.success(text('confirmed')),
              onError: (error) => void message.error(problems(error).message),
            },
          )
        }
      >
        {text('confirm')}
      </Button>
    </section>
  )
}
