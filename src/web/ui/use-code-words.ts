import { useLocale } from 'use-intl'

type Texts = Readonly<Record<string, string>>

/** Puts stable codes into words by a table of the contract; in English the codes are words themselves. */
export function useCodeWords(texts: Texts): (code: string) => string {
  const locale = useLocale()
  return (code) => (locale === 'en' ? code.replaceAll('-', ' ') : (texts[code] ?? code))
}
