import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { session } from '../api/session.ts'
import { menuFor } from '../shell/menu.ts'
import type { PageChoice } from './pages-named.ts'

/** The pages of the menu one may use, by the names they have there. */
export function useOwnPages(): readonly PageChoice[] {
  const text = useTranslations('menu')
  const { data } = useQuery(session())
  return menuFor(data?.actions ?? []).flatMap(({ entries }) =>
    entries.map(({ name, to }) => ({ label: text(`entries.${name}`), link: to })),
  )
}
