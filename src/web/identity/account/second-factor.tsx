import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import styles from './account-page.module.css'
import { ConfirmFactor } from '../sign-in/confirm-factor.tsx'
import { PasswordFirst } from '../sign-in/password-first.tsx'
import { useConfirmSecondFactor, useEnrolSecondFactor, useRemoveSecondFactor } from '../queries.ts'

/** Turns the second factor on (password, secret, first code, recovery codes) and off. */
export function SecondFactor({ isOn }: { isOn: boolean }) {
  const text = useTranslations('factor')
  const { message } = App.useApp()
  const [asksPassword, setAsksPassword] = useState(false)
  const enrol = useEnrolSecondFactor()
  const confirm = useConfirmSecondFactor()
  const remove = useRemoveSecondFactor()
  const beginning = isOn ? remove : enrol

  const startOver = () => {
    setAsksPassword(false)
    enrol.reset()
    confirm.reset()
    remove.reset()
  }
  const withPassword = (password: string) => {
    if (!isOn) return enrol.mutate({ password })
    remove.mutate(
      { password },
      {
        onSuccess: () => {
          startOver()
          void message.success(text('removed'))
        },
      },
    )
  }

  return (
    <section className={styles.card}>
      <h2>{text('title')}</h2>
      {confirm.data ? (
        <RecoveryCodes codes={confirm.data.recoveryCodes} onSaved={startOver} />
      ) : enrol.data ? (
        <ConfirmFactor
          {...enrol.data}
          error={confirm.error}
          isPending={confirm.isPending}
          onCode={(code) => confirm.mutate({ code })}
          onCancel={startOver}
        />
      ) : (
        <>
          <p className={styles.note}>{text(isOn ? 'on' : 'off')}</p>
          {asksPassword ? (
            <PasswordFirst
              error={beginning.error}
              isPending={beginning.isPending}
              onPassword={withPassword}
              onCancel={startOver}
            />
          ) : (
            <Button onClick={() => setAsksPassword(true)}>{text(isOn ? 'remove' : 'enrol')}</Button>
          )}
        </>
      )}
    </section>
  )
}

function RecoveryCodes({ codes, onSaved }: { codes: readonly string[]; onSaved: () => void }) {
  const text = useTranslations('factor')
  return (
    <>
      <p className={styles.note}>
        {text('enabled')} {text('codesNote')}
      </p>
      <ul className={styles.codes} aria-label={text('codes')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Button type="primary" onClick={onSaved}>
        {text('saved')}
      </Button>
    </>
  )
}
