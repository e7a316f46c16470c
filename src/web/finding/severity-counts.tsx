import type { Draft } from '#contract/draft.ts'
import { useTranslations } from 'use-intl'
import { Badge } from '../ui/badge.tsx'
import { severities, severityLooks } from './severity.ts'
import styles from './finding-card.module.css'

/** Open findings by severity; none at all is said in words. */
export function SeverityCounts({ counts }: { counts: Draft['openFindings'] }) {
  const text = useTranslations('severity')
  const shown = severities.filter((severity) => counts[severity] > 0)
  return (
    <span className={styles.counts}>
      {shown.length === 0 && (
        <Badge tone="ok" shape="check">
          {text('none')}
        </Badge>
      )}
      {shown.map((severity) => (
        <Badge key={severity} {...severityLooks[severity]}>
          {text(severity)} {counts[severity]}
        </Badge>
      ))}
    </span>
  )
}
