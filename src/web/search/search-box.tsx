import { SearchOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useShortcut } from '../shell/use-shortcut.ts'
import styles from './search-box.module.css'
import { SearchDialog } from './search-dialog.tsx'

/** Opens the search from every page, by / or Ctrl+K too. */
export function SearchBox() {
  const text = useTranslations('search')
  const [isOpen, setIsOpen] = useState(false)
  useShortcut(
    (event) => {
      const isCombined = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)
      return isCombined || (event.key === '/' && !event.ctrlKey && !event.metaKey)
    },
    () => setIsOpen(true),
  )
  return (
    <>
      <Button
        className={styles.box ?? ''}
        icon={<SearchOutlined aria-hidden />}
        aria-label={text('open')}
        aria-keyshortcuts="/ Control+K"
        onClick={() => setIsOpen(true)}
      >
        <span className={styles.words} aria-hidden>
          {text('open')} <kbd>/</kbd>
        </span>
      </Button>
      <SearchDialog open={isOpen} onClose={() => setIsOpen(false)} />
    </>
  )
}
