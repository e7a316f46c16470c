import type { Account, Role } from '#contract/identity.ts'
import { Button, type TableColumnsType } from 'antd'
import { useFormatter, useTranslations } from 'use-intl'
import { Badge } from '../../ui/badge.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { AccountState } from './account-state.tsx'
import styles from './users-page.module.css'

export function UserTable({
  accounts,
  roles,
  onChoose,
}: {
  accounts: readonly Account[]
  roles: readonly Role[]
  onChoose: (id: string) => void
}) {
  const text = useTranslations('users')
  const format = useFormatter()
  const names = new Map(roles.map(({ code, name }) => [code, name]))
  const columns: TableColumnsType<Account> = [
    {
      title: text('name'),
      key: 'name',
      render: (_, { id, name }) => (
        <Button
          type="link"
          size="small"
          style={{ padding: 0 }}
          aria-label={text('manage', { name })}
          onClick={() => onChoose(id)}
        >
          {name}
        </Button>
      ),
    },
    { title: text('login'), dataIndex: 'login' },
    {
      title: text('state'),
      key: 'state',
      render: (_, account) => <AccountState account={account} />,
    },
    {
      title: text('roles'),
      key: 'roles',
      render: (_, { grants }) =>
        grants.length === 0 ? (
          text('noRole')
        ) : (
          <span className={styles.roles}>
            {grants.map(({ id, role, region, organisation }) => (
              <Badge key={id} tone="brand">
                {names.get(role) ?? role} · {organisation?.name ?? region.name}
              </Badge>
            ))}
          </span>
        ),
    },
    {
      title: text('factor'),
      key: 'factor',
      render: (_, { hasSecondFactor }) => text(hasSecondFactor ? 'yes' : 'no'),
    },
    {
      title: text('seen'),
      key: 'seen',
      render: (_, { lastSeen }) =>
        lastSeen === undefined
          ? text('never')
          : format.dateTime(new Date(lastSeen), { dateStyle: 'medium', timeStyle: 'short' }),
    },
  ]
  return (
    <DataTable
      label={text('title')}
      rowKey="id"
      rows={accounts}
      columns={columns}
      empty={<EmptyState title={text('none')} hint={text('noneHint')} />}
    />
  )
}
