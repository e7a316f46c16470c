import type { DocumentSummary } from '#contract/document.ts'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { ImportStateCell } from '../document/import-state-cell.tsx'
import styles from './recent-documents.module.css'

/** The newest documents with how far their reading is; those already reviewed need no place here. */
export function RecentDocuments({ documents }: { documents: readonly DocumentSummary[] }) {
  const text = useTranslations('home')
  const recent = documents.slice(0, 4)
  if (recent.length === 0) return undefined
  return (
    <ul className={styles.list} aria-label={text('recent')}>
      {recent.map((document) => (
        <li key={document.id}>
          <span className={styles.name}>{document.fileName}</span>
          <div>
            <ImportStateCell document={document} />
          </div>
          {document.draftId && (
            <Link to="/drafts/$draftId" params={{ draftId: document.draftId }}>
              {text('toReview')}
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}
