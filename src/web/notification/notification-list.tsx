import type { Notification } from '#contract/notification.ts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useFormatter, useTranslations } from 'use-intl'
import { session } from '../api/session.ts'
import { Badge } from '../ui/badge.tsx'
import styles from './notification-list.module.css'
import { useReadNotifications } from './queries.ts'
import { useGoTo } from './use-go-to.ts'

/** What was told, each a link; following it marks it as read. */
export function NotificationList({
  notifications,
  onGo,
}: {
  notifications: readonly Notification[]
  onGo?: () => void
}) {
  const text = useTranslations('notifications')
  const format = useFormatter()
  const who = useQuery(session()).data
  const read = useReadNotifications()
  const goTo = useGoTo()
  const regionOf = ({ region }: Notification) =>
    region === who?.region.code ? undefined : who?.regions.find(({ code }) => code === region)?.name
  const follow = (notification: Notification) => {
    if (!notification.isRead) read.mutate({ ids: [notification.id] })
    onGo?.()
    goTo(notification)
  }
  return (
    <ul className={styles.list}>
      {notifications.map((notification) => (
        <li key={notification.id} data-unread={!notification.isRead || undefined}>
          <a
            href={notification.link}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return
              event.preventDefault()
              follow(notification)
            }}
          >
            {text(`told.${notification.kind}`, notification.values)}
          </a>
          <p className={styles.about}>
            {!notification.isRead && <Badge tone="brand">{text('isUnread')}</Badge>}
            <time dateTime={notification.at}>
              {format.dateTime(new Date(notification.at), {
                dateStyle: 'medium',
                timeStyle: 'short',
              })}
            </time>
            {regionOf(notification) && <span>{regionOf(notification)}</span>}
            {!notification.isRead && (
              <Button
                type="link"
                size="small"
                onClick={() => read.mutate({ ids: [notification.id] })}
              >
                {text('markRead')}
              </Button>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
