import { Button, Progress } from 'antd'
import { useTranslations } from 'use-intl'
import { RequestFailure } from '../api/failure.ts'
import { Badge } from '../ui/badge.tsx'
import { useProblemText } from '../ui/use-problem-text.ts'
import { sizeWords, type Upload } from './upload-list.ts'
import styles from './upload-rows.module.css'

/** Files on their way, and those that were refused with what to do about it. */
export function UploadRows({
  uploads,
  onClear,
}: {
  uploads: readonly Upload[]
  onClear: (key: number) => void
}) {
  const text = useTranslations('import')
  const problems = useProblemText()
  if (uploads.length === 0) return undefined
  return (
    <ul className={styles.rows} aria-label={text('uploads')} aria-live="polite">
      {uploads.map(({ key, name, size, state, share, problem }) => {
        const words = problem && problems(new RequestFailure(400, problem))
        return (
          <li key={key}>
            <span className={styles.name}>
              {name} <small>{sizeWords(size)}</small>
            </span>
            {words ? (
              <>
                <Badge tone="bad" shape="cross">
                  {text('refused')}
                </Badge>
                <span className={styles.problem}>
                  {words.message} {words.advice}
                </span>
                <Button size="small" onClick={() => onClear(key)}>
                  {text('clear')}
                </Button>
              </>
            ) : (
              <Progress
                percent={Math.round(share * 100)}
                size="small"
                aria-label={text(state === 'waiting' ? 'waiting' : 'sending', { name })}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}
