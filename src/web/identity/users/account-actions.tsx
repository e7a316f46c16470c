import type { Account } from '#contract/identity.ts'
import { App, Button, Space } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useProblemText } from '../../ui/use-problem-text.ts'
import { OneTimeCode } from '../sign-in/one-time-code.tsx'
import { useRecoverUser, useSwitchUser } from '../queries.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import styles from './users-page.module.css'

type Wanted = 'recover' | 'disable' | 'enable'

/** Resets the password of an account, disables it or lets it in again; always with a reason. */
export function AccountActions({ account: { id, state } }: { account: Account }) {
  const text = useTranslations('users')
  const problems = useProblemText()
  const { message } = App.useApp()
  const [wanted, setWanted] = useState<Wanted>()
  const recover = useRecoverUser()
  const change = useSwitchUser()
  const outcome = {
    onSuccess: () => {
      setWanted(undefined)
      void message.success(text('done'))
    },
    onError: (error: Error) => void message.error(problems(error).message),
  }
  const act = (why: string) => {
    if (wanted === 'recover') return recover.mutate({ id, why }, outcome)
    change.mutate({ id, why, state: wanted === 'disable' ? 'disabled' : 'active' }, outcome)
  }
  return (
    <section className={styles.part}>
      <h3>{text('state')}</h3>
      <Space wrap>
        {state !== 'disabled' && (
          <Button onClick={() => setWanted('recover')}>
            {text(state === 'invited' ? 'newCode' : 'recover')}
          </Button>
        )}
        {state === 'disabled' ? (
          <Button onClick={() => setWanted('enable')}>{text('enable')}</Button>
        ) : (
          <Button danger onClick={() => setWanted('disable')}>
            {text('disable')}
          </Button>
        )}
      </Space>
      {recover.data && <OneTimeCode {...recover.data} />}
      {wanted && (
        <ReasonDialog
          title={text(wanted === 'recover' && state === 'invited' ? 'newCode' : wanted)}
          {...(!(wanted === 'recover' && state === 'invited') && { note: text(`${wanted}Note`) })}
          open
          isPending={recover.isPending || change.isPending}
          onReason={act}
          onClose={() => setWanted(undefined)}
        />
      )}
    </section>
  )
}
