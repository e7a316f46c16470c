import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { firstGuidePage, guideText } from './guide.ts'
import { MarkdownView } from './markdown-view.tsx'

/** The manual, page by page, as it is installed with the program. */
export function HelpPage() {
  const text = useTranslations('help')
  const { page = firstGuidePage } = useParams({ strict: false })
  const query = useQuery({
    queryKey: ['guide', page],
    queryFn: () => guideText(page),
    staleTime: Infinity,
  })
  return (
    <QueryState query={query}>
      {(source) => (
        <>
          <PageHeader
            title={titleIn(source) ?? text('title')}
            note={text('note')}
            actions={
              <>
                <LinkButton to="/glossary">{text('glossary')}</LinkButton>
                {page !== firstGuidePage && <LinkButton to="/help">{text('contents')}</LinkButton>}
              </>
            }
          />
          {source === null ? (
            <EmptyState title={text('noPage')} />
          ) : (
            <MarkdownView source={source} />
          )}
        </>
      )}
    </QueryState>
  )
}

function titleIn(source: string | null): string | undefined {
  return /^# (.+)$/m.exec(source ?? '')?.[1]
}
