import { InboxOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import styles from './drop-zone.module.css'
import { useFileDrop } from './use-file-drop.ts'

const endings = '.docx,.doc,.wps,.pdf,.txt,.md,.html,.htm,.xlsx'

/** Takes plan documents in: dropped, or chosen from the machine. */
export function DropZone({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const text = useTranslations('import')
  const chooser = useRef<HTMLInputElement>(null)
  const isOver = useFileDrop(onFiles)
  return (
    <section className={styles.zone} data-over={isOver || undefined} aria-label={text('dropTitle')}>
      <InboxOutlined aria-hidden className={styles.icon} />
      <div>
        <p className={styles.title}>{text('dropTitle')}</p>
        <p className={styles.hint}>{text('dropHint')}</p>
      </div>
      <Button type="primary" onClick={() => chooser.current?.click()}>
        {text('choose')}
      </Button>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        accept={endings}
        aria-label={text('choose')}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])])
          target.value = ''
        }}
      />
    </section>
  )
}
