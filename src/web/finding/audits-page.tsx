import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { drafts } from '../draft/queries.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { AuditTable } from './audit-table.tsx'

/** Every plan document with what its audit found. */
export function AuditsPage() {
  const text = useTranslations('audits')
  const query = useQuery(drafts())
  return (
    <>
      <PageHeader title={text('title')} note={text('note')} />
      <QueryState query={query}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState
              title={text('none')}
              hint={text('noneHint')}
              action={
                <LinkButton to="/import" look="primary">
                  {text('import')}
                </LinkButton>
              }
            />
          ) : (
            <AuditTable drafts={list} />
          )
        }
      </QueryState>
    </>
  )
}
