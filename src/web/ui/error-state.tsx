import { Button } from 'antd'
import { useTranslations } from 'use-intl'
import { Glyph } from './glyph.tsx'
import { useProblemText } from './use-problem-text.ts'
import styles from './states.module.css'

/** Something could not be had: what happened in words, and a way to try again. */
export function ErrorState({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const text = useTranslations('common')
  const { message, advice, code } = useProblemText()(error)
  return (
    <div className={styles.state} role="alert">
      <span style={{ color: 'var(--bad)' }}>
        <Glyph shape="cross" size={28} />
      </span>
      <p className={styles.title}>{message}</p>
      {advice && <p className={styles.hint}>{advice}</p>}
      <p className={styles.code}>{code}</p>
      {onRetry && <Button onClick={onRetry}>{text('retry')}</Button>}
    </div>
  )
}
