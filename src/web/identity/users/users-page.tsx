import type { Account } from '#contract/identity.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { session } from '../../api/session.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { QueryState } from '../../ui/query-state.tsx'
import { SideDrawer } from '../../ui/side-drawer.tsx'
import { AccountPane } from '../account/account-pane.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { accounts, roles } from '../queries.ts'
import { UserTable } from './user-table.tsx'
import styles from './users-page.module.css'

/** Everybody with an account; what can be done with one opens beside the list. */
export function UsersPage() {
  const text = useTranslations('users')
  const roleText = useTranslations('roles')
  const who = useQuery(session())
  const query = useQuery(accounts())
  const known = useQuery(roles())
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<string>()
  const [isInviting, setIsInviting] = useState(false)
  const mayManage = who.data?.actions.includes('manage-users') ?? false
  return (
    <>
      <PageHeader
        title={text('title')}
        note={text('note')}
        actions={
          <>
            <LinkButton to="/roles">{roleText('title')}</LinkButton>
            {mayManage && (
              <Button type="primary" onClick={() => setIsInviting(true)}>
                {text('invite')}
              </Button>
            )}
          </>
        }
      />
      <search className={styles.search}>
        <Input
          allowClear
          placeholder={text('search')}
          aria-label={text('search')}
          onChange={({ target }) => setWords(target.value)}
        />
      </search>
      <QueryState query={query}>
        {(everybody) => (
          <>
            <UserTable
              accounts={everybody.filter((account) => fits(account, words))}
              roles={known.data ?? []}
              onChoose={setChosen}
            />
            <Chosen
              account={everybody.find(({ id }) => id === chosen)}
              onClose={() => setChosen(undefined)}
            />
          </>
        )}
      </QueryState>
      <InviteDialog open={isInviting} onClose={() => setIsInviting(false)} />
    </>
  )
}

function Chosen({ account, onClose }: { account: Account | undefined; onClose: () => void }) {
  return (
    <SideDrawer title={account?.name ?? ''} open={account !== undefined} onClose={onClose}>
      {account && <AccountPane key={account.id} account={account} />}
    </SideDrawer>
  )
}

function fits({ name, login }: Account, words: string): boolean {
  const wanted = words.trim().toLowerCase()
  return name.toLowerCase().includes(wanted) || login.includes(wanted)
}
