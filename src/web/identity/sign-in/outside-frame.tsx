import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { LanguageSwitch } from '../../shell/language-switch.tsx'
import { useDocumentTitle } from '../../ui/use-document-title.ts'
import styles from './outside-frame.module.css'

/** What stands around a page that is seen before one is let in. */
export function OutsideFrame({ title, children }: { title: string; children: ReactNode }) {
  const menu = useTranslations('menu')
  useDocumentTitle(title)
  return (
    <div className={styles.frame}>
      <header className={styles.header}>
        <img src="/icon.svg" alt="" width="30" height="30" />
        <strong>{menu('product')}</strong>
        <span className={styles.claim}>{menu('claim')}</span>
        <span className={styles.language}>
          <LanguageSwitch />
        </span>
      </header>
      <main className={styles.main}>
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  )
}
