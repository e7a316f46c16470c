import { Modal } from 'antd'
import { useTranslations } from 'use-intl'
import { MarkLegend } from '../document/mark-legend.tsx'
import styles from './help-dialog.module.css'
import { type ReviewKey, reviewKeys } from './use-review-keys.ts'

const named = { '?': 'help', '[': 'previousSentence', ']': 'nextSentence' } as const

export function HelpDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const text = useTranslations('keys')
  return (
    <Modal title={text('title')} open={open} onCancel={onClose} footer={null}>
      <dl className={styles.keys}>
        {reviewKeys.map((key) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{text(`what.${nameOf(key)}`)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>{text('selection')}</p>
      <h2 className={styles.title}>{text('marks')}</h2>
      <MarkLegend />
    </Modal>
  )
}

// Signs cannot name a text.
function nameOf(key: ReviewKey) {
  return key === '?' || key === '[' || key === ']' ? named[key] : key
}
