import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'

export function NotFoundPage() {
  const text = useTranslations('shell')
  return (
    <>
      <PageHeader title={text('notFound')} />
      <EmptyState
        title={text('notFoundTitle')}
        hint={text('notFoundHint')}
        action={<Link to="/">{text('toHome')}</Link>}
      />
    </>
  )
}
