import { useQuery } from '@tanstack/react-query'
import { App, Switch } from 'antd'
import { useTranslations } from 'use-intl'
import { QueryState } from '../ui/query-state.tsx'
import { SideDrawer } from '../ui/side-drawer.tsx'
import { useProblemText } from '../ui/use-problem-text.ts'
import styles from './notification-settings.module.css'
import { notificationKindsOfUser, useChooseNotificationKind } from './queries.ts'

/** Which kinds one wants to be told of. */
export function NotificationSettings({ open, onClose }: { open: boolean; onClose: () => void }) {
  const text = useTranslations('notifications')
  const problems = useProblemText()
  const { message } = App.useApp()
  const query = useQuery(notificationKindsOfUser())
  const choose = useChooseNotificationKind()
  return (
    <SideDrawer title={text('settings')} open={open} onClose={onClose}>
      <p className={styles.note}>{text('settingsNote')}</p>
      <QueryState query={query}>
        {(kinds) => (
          <ul className={styles.kinds}>
            {kinds.map(({ kind, isWanted, canBeMuted }) => (
              <li key={kind}>
                <span id={`kind-${kind}`}>{text(`kinds.${kind}`)}</span>
                <Switch
                  aria-labelledby={`kind-${kind}`}
                  checked={isWanted}
                  disabled={!canBeMuted}
                  loading={choose.isPending && choose.variables.kind === kind}
                  onChange={(wanted) =>
                    choose.mutate(
                      { kind, isWanted: wanted },
                      {
                        onSuccess: () => void message.success(text('saved')),
                        onError: (error) => void message.error(problems(error).message),
                      },
                    )
                  }
                />
              </li>
            ))}
          </ul>
        )}
      </QueryState>
    </SideDrawer>
  )
}
