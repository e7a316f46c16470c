import { useEffect } from 'react'
import { useTranslations } from 'use-intl'

/** Names the page in the browser's tab, with the product behind it. */
export function useDocumentTitle(title: string): void {
  const menu = useTranslations('menu')
  useEffect(() => {
    document.title = `${title} · ${menu('product')}`
  }, [title, menu])
}
