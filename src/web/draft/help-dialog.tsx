import { Modal } from 'antd'
import { useTranslations } from 'use-intl'
import { MarkLegend } from '../document/mark-legend.tsx'
import styles from './help-dialog.module.css'

const keys = ['j', 'k', 'Enter', 'a', 'x', 'e', 'u', '?'] as const

export function HelpDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const text = useTranslations('keys')
  return (
    <Modal title={text('title')} open={open} onCancel={onClose} footer={null}>
      <dl className={styles.keys}>
        {keys.map((key) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{text(`what.${key === '?' ? 'help' : key}`)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>{text('selection')}</p>
      <h2 className={styles.title}>{text('marks')}</h2>
      <MarkLegend />
    </Modal>
  )
}
