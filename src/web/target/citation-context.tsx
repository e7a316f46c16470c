import type { Citation } from '#core/document/citation.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { documentContent } from '../document/queries.ts'
import { QueryState } from '../ui/query-state.tsx'
import { contextOf } from './context.ts'
import styles from './target-drawer.module.css'

/** The sentence a figure comes from, with what stands around it, and the way into the document. */
export function CitationContext({
  citation,
  documentId,
}: {
  citation: Pick<Citation, 'start' | 'end'> & { readonly section?: string; readonly table?: string }
  documentId: string
}) {
  const text = useTranslations('target')
  const query = useQuery(documentContent(documentId))
  return (
    <>
      <p className={styles.place}>
        {[citation.section, citation.table].filter(Boolean).join(' · ')}
      </p>
      <QueryState query={query}>
        {(document) => {
          const { before, quote, after } = contextOf(document.text, citation)
          return (
            <blockquote className={styles.context}>
              {before}
              <mark>{quote}</mark>
              {after}
            </blockquote>
          )
        }}
      </QueryState>
      <Link
        to="/documents/$documentId"
        params={{ documentId }}
        search={{ start: citation.start, end: citation.end }}
      >
        {text('toDocument')}
      </Link>
    </>
  )
}
