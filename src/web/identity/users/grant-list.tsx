import type { Account, Grant } from '#contract/identity.ts'
import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useProblemText } from '../../ui/use-problem-text.ts'
import { roles, useEndGrant } from '../queries.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import styles from './users-page.module.css'

/** The roles of an account: where and since when; each can be taken away with a reason. */
export function GrantList({ account, mayEnd }: { account: Account; mayEnd: boolean }) {
  const text = useTranslations('grants')
  const users = useTranslations('users')
  const problems = useProblemText()
  const { message } = App.useApp()
  const names = new Map((useQuery(roles()).data ?? []).map(({ code, name }) => [code, name]))
  const [ending, setEnding] = useState<Grant>()
  const end = useEndGrant()
  const nameOf = (role: string) => names.get(role) ?? role
  if (account.grants.length === 0) return <p>{text('none')}</p>
  return (
    <>
      <ul className={styles.grants}>
        {account.grants.map((grant) => (
          <li key={grant.id}>
            <strong>{nameOf(grant.role)}</strong>
            <span>{grant.region.name}</span>
            {grant.organisation && <span>{grant.organisation.name}</span>}
            <span>
              {grant.to === undefined
                ? text('period', { from: grant.from })
                : text('periodTo', { from: grant.from, to: grant.to })}
            </span>
            {mayEnd && (
              <Button
                size="small"
                aria-label={text('endTitle', { role: nameOf(grant.role) })}
                onClick={() => setEnding(grant)}
              >
                {text('end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {ending && (
        <ReasonDialog
          title={text('endTitle', { role: nameOf(ending.role) })}
          open
          isPending={end.isPending}
          onClose={() => setEnding(undefined)}
          onReason={(why) =>
            end.mutate(
              { id: account.id, grant: ending.id, why },
              {
                onSuccess: () => {
                  setEnding(undefined)
                  void message.success(users('done'))
                },
                onError: (error) => void message.error(problems(error).message),
              },
            )
          }
        />
      )}
    </>
  )
}
