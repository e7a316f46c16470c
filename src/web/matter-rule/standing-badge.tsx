import { useTranslations } from 'use-intl'
import { Badge } from '../ui/badge.tsx'
import styles from './matter-rule.module.css'

/** Whether the region uses something, and whose version it is. */
export function StandingBadge({ inForce, version }: { inForce: boolean; version: number }) {
  const text = useTranslations('matterRule')
  return (
    <span className="nowrap">
      {inForce ? (
        <Badge tone="ok" shape="check">
          {text('inForce')}
        </Badge>
      ) : (
        <Badge tone="none" shape="dashed">
          {text('stopped')}
        </Badge>
      )}{' '}
      <span className={styles.note}>
        {version === 0 ? text('shipped') : text('ownVersion', { version })}
      </span>
    </span>
  )
}
