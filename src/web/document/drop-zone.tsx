import { InboxOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import styles from './drop-zone.module.css'
import { useFileDrop } from './use-file-drop.ts'

const endings = '.docx,.doc,.wps,.pdf,.txt,.md,.html,.htm,.xlsx'

/** Takes files in, plan documents where nothing else is said: dropped, or chosen from the machine. */
export function DropZone({
  onFiles,
  title,
  hint,
  accept = endings,
}: {
  onFiles: (files: readonly File[]) => void
  title?: string
  hint?: string
  /** Endings, as a browser takes them. */
  accept?: string
}) {
  const text = useTranslations('import')
  const name = title ?? text('dropTitle')
  const chooser = useRef<HTMLInputElement>(null)
  const isOver = useFileDrop(onFiles)
  return (
    <section className={styles.zone} data-over={isOver || undefined} aria-label={name}>
      <InboxOutlined aria-hidden className={styles.icon} />
      <div>
        <p className={styles.title}>{name}</p>
        <p className={styles.hint}>{hint ?? text('dropHint')}</p>
      </div>
      <Button type="primary" onClick={() => chooser.current?.click()}>
        {text('choose')}
      </Button>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        accept={accept}
        aria-label={text('choose')}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])])
          target.value = ''
        }}
      />
    </section>
  )
}
