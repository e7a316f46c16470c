import { Alert, Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useProblemText } from '../ui/use-problem-text.ts'
import type { Draft } from './use-draft.ts'
import styles from './matter-rule.module.css'

/** Puts what was written in force as the next version, or takes it out of force; the reason goes into the log. */
export function DecisionBar<Content>({
  draft,
  isNew,
  isPending,
  error,
  faults,
  onDecide,
}: {
  draft: Draft<Content>
  /** Nothing of it is in force yet. */
  isNew: boolean
  isPending: boolean
  error: Error | null
  /** What is wrong with it, as the server would find it. */
  faults: readonly string[]
  onDecide: (inForce: boolean, why: string) => void
}) {
  const text = useTranslations('matterRule')
  const problemText = useProblemText()
  const id = useId()
  const [why, setWhy] = useState('')
  const isReasoned = why.trim() !== ''
  const { isChanged, newer, adopt, keep } = draft
  const inForce = !isNew && draft.inForce
  return (
    <section className={styles.part} aria-label={text('decision')}>
      {newer !== undefined && (
        <Alert
          type="warning"
          showIcon
          title={text('newer', { version: newer })}
          style={{ marginBottom: 10 }}
          action={
            <div className={styles.moves}>
              <Button size="small" onClick={keep}>
                {text('keep')}
              </Button>
              <Button size="small" onClick={adopt}>
                {text('adopt')}
              </Button>
            </div>
          }
        />
      )}
      <div className={styles.decision}>
        <div className={styles.field}>
          <label htmlFor={id}>{text('why')}</label>
          <Input
            id={id}
            value={why}
            maxLength={500}
            onChange={({ target }) => setWhy(target.value)}
          />
        </div>
        <Button
          type="primary"
          loading={isPending}
          disabled={(inForce && !isChanged) || faults.length > 0 || !isReasoned}
          onClick={() => onDecide(true, why.trim())}
        >
          {text('enforce')}
        </Button>
        {inForce && (
          <Button
            loading={isPending}
            disabled={!isReasoned || faults.length > 0}
            onClick={() => onDecide(false, why.trim())}
          >
            {text('stop')}
          </Button>
        )}
      </div>
      {faults.length > 0 && (
        <ul className={styles.faults}>
          {faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
      {error && (
        <Alert type="error" showIcon title={problemText(error).message} style={{ marginTop: 10 }} />
      )}
    </section>
  )
}
