import { UserOutlined } from '@ant-design/icons'
import type { Reply } from '#contract/route.ts'
import type { whoAmI } from '#contract/session.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { App, Button, Dropdown } from 'antd'
import { useTranslations } from 'use-intl'
import { useProblemText } from '../ui/use-problem-text.ts'
import { useSignOut } from './queries.ts'
import styles from './person-menu.module.css'

type Who = Reply<typeof whoAmI>

/** Who is signed in and for which units, and the ways to their account and out. */
export function PersonMenu({ user, organisations }: Pick<Who, 'user' | 'organisations'>) {
  const text = useTranslations('account')
  const problems = useProblemText()
  const { message } = App.useApp()
  const client = useQueryClient()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const leave = () =>
    signOut.mutate(undefined, {
      // The next person at this screen must not meet what this one has read.
      onSuccess: () => void navigate({ to: '/sign-in' }).then(() => client.clear()),
      onError: (error) => void message.error(problems(error).message),
    })
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          ...organisations.map(({ id, name }) => ({
            type: 'group' as const,
            key: id,
            label: name,
          })),
          { key: 'account', label: <Link to="/account">{text('mine')}</Link> },
          { key: 'leave', label: text('signOut'), onClick: leave },
        ],
      }}
    >
      <Button
        type="text"
        size="small"
        icon={<UserOutlined />}
        aria-label={text('open', { name: user.name })}
      >
        <span className={styles.name}>{user.name}</span>
      </Button>
    </Dropdown>
  )
}
