import { SettingOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { NotificationList } from './notification-list.tsx'
import { NotificationSettings } from './notification-settings.tsx'
import styles from './notifications-page.module.css'
import { allNotifications, useReadNotifications } from './queries.ts'

/** Everything one was told, and what one wants to be told. */
export function NotificationsPage() {
  const text = useTranslations('notifications')
  const [which, setWhich] = useState<'any' | 'only'>('any')
  const [isSetting, setIsSetting] = useState(false)
  const query = useInfiniteQuery(allNotifications(which))
  const read = useReadNotifications()
  const unread = query.data?.pages[0]?.unread ?? 0
  return (
    <>
      <PageHeader
        title={text('title')}
        note={text('note')}
        actions={
          <>
            <Button disabled={unread === 0} onClick={() => read.mutate({})}>
              {text('readAll')}
            </Button>
            <Button icon={<SettingOutlined aria-hidden />} onClick={() => setIsSetting(true)}>
              {text('settings')}
            </Button>
          </>
        }
      />
      <Segmented<'any' | 'only'>
        aria-label={text('which')}
        value={which}
        onChange={setWhich}
        options={[
          { value: 'any', label: text('all') },
          { value: 'only', label: `${text('unread')} ${unread}` },
        ]}
      />
      <section className={styles.list} aria-label={text('title')}>
        <QueryState query={query}>
          {({ pages }) => {
            const notifications = pages.flatMap((page) => page.notifications)
            if (notifications.length === 0) {
              return (
                <EmptyState
                  title={text(which === 'only' ? 'noneUnread' : 'none')}
                  hint={text('noneHint')}
                />
              )
            }
            return <NotificationList notifications={notifications} />
          }}
        </QueryState>
      </section>
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {text('more')}
        </Button>
      )}
      <NotificationSettings open={isSetting} onClose={() => setIsSetting(false)} />
    </>
  )
}
