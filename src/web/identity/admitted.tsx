import type { whoAmI } from '#contract/session.ts'
import type { Reply } from '#contract/route.ts'
import { Navigate, useMatches } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { firstPage } from '../shell/menu.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { MustChangePassword } from './account/must-change-password.tsx'

/** Shows the page, or what comes before it: another password, a confirmation, a first role. */
export function Admitted({ who, children }: { who: Reply<typeof whoAmI>; children: ReactNode }) {
  const text = useTranslations('account')
  const page = useMatches().at(-1)?.staticData.page
  if (who.mustChangePassword) return <MustChangePassword />
  if (page === 'account') return children
  if (who.awaitsConfirmation) {
    return <PageHeader title={text('unconfirmed')} note={text('unconfirmedHint')} />
  }
  if (who.actions.length === 0) {
    return <PageHeader title={text('nothing')} note={text('nothingHint')} />
  }
  const first = firstPage(who.actions)
  if (page === 'home' && first !== '/') return <Navigate to={first} replace />
  return children
}
