import type { ReactNode } from 'react'
import styles from './states.module.css'

/** Nothing is there: says why, and offers what to do next. */
export function EmptyState({
  title,
  hint,
  action,
}: {
  title: string
  hint?: string
  action?: ReactNode
}) {
  return (
    <div className={styles.state}>
      <svg width="56" height="40" viewBox="0 0 56 40" aria-hidden="true">
        <rect x="9" y="3" width="30" height="34" rx="4" fill="#fff" stroke="#C3CEDF" />
        <path
          d="M15 12h18M15 18h18M15 24h11"
          stroke="#C3CEDF"
          strokeWidth="2"
          strokeLinecap="round"
        />
        <circle cx="40" cy="28" r="8" fill="#E9F0FC" stroke="#1B5BC4" />
        <path d="M37 28h6" stroke="#1B5BC4" strokeWidth="1.6" strokeLinecap="round" />
      </svg>
      <p className={styles.title}>{title}</p>
      {hint && <p className={styles.hint}>{hint}</p>}
      {action}
    </div>
  )
}
