import { BellOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Badge, Button } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { SideDrawer } from '../ui/side-drawer.tsx'
import styles from './bell.module.css'
import { NotificationList } from './notification-list.tsx'
import { latestNotifications, useReadNotifications } from './queries.ts'

/** How much is unread, and the latest beside the page. */
export function Bell() {
  const text = useTranslations('notifications')
  const [isOpen, setIsOpen] = useState(false)
  const query = useQuery(latestNotifications())
  const read = useReadNotifications()
  const unread = query.data?.unread ?? 0
  const close = () => setIsOpen(false)
  return (
    <>
      <Button
        type="text"
        aria-label={text('open', { count: unread })}
        icon={
          <Badge count={unread} size="small" overflowCount={99}>
            <BellOutlined aria-hidden />
          </Badge>
        }
        onClick={() => setIsOpen(true)}
      />
      <SideDrawer
        title={text('title')}
        open={isOpen}
        onClose={close}
        footer={
          <div className={styles.footer}>
            <LinkButton to="/notifications" look="link" onClick={close}>
              {text('allOf')}
            </LinkButton>
            <Button disabled={unread === 0} onClick={() => read.mutate({})}>
              {text('readAll')}
            </Button>
          </div>
        }
      >
        <QueryState query={query}>
          {({ notifications }) =>
            notifications.length > 0 ? (
              <NotificationList notifications={notifications} onGo={close} />
            ) : (
              <EmptyState title={text('none')} hint={text('noneHint')} />
            )
          }
        </QueryState>
      </SideDrawer>
    </>
  )
}
