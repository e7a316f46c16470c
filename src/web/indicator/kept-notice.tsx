import { Alert, Button, Space } from 'antd'
import { useTranslations } from 'use-intl'
import styles from './formula.module.css'

/** That what was typed before came back, and that somebody else was quicker. */
export function KeptNotice({
  isBehind,
  onGoOn,
  onDiscard,
}: {
  isBehind: boolean
  onGoOn: () => void
  onDiscard: () => void
}) {
  const text = useTranslations('formula')
  return (
    <Alert
      type={isBehind ? 'warning' : 'info'}
      showIcon
      className={styles.notice ?? ''}
      title={text(isBehind ? 'behind' : 'restored')}
      action={
        <Space>
          {isBehind && (
            <Button size="small" onClick={onGoOn}>
              {text('goOn')}
            </Button>
          )}
          <Button size="small" onClick={onDiscard}>
            {text('discard')}
          </Button>
        </Space>
      }
    />
  )
}
