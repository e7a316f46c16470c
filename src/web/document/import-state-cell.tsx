import type { DocumentSummary } from '#contract/document.ts'
import { Link } from '@tanstack/react-router'
import { Spin } from 'antd'
import { useTranslations } from 'use-intl'
import { RequestFailure } from '../api/failure.ts'
import { Badge } from '../ui/badge.tsx'
import { ReadingWarnings } from './reading-warnings.tsx'
import { useProblemText } from '../ui/use-problem-text.ts'

/** How far a document is, and if it was refused, why and what to do. */
export function ImportStateCell({ document }: { document: DocumentSummary }) {
  const text = useTranslations('import')
  const problems = useProblemText()
  const { state, problem, format, sameAs } = document
  switch (state) {
    case 'uploaded':
    case 'reading':
      return (
        <output>
          <Spin size="small" /> {text(`states.${state}`)}
        </output>
      )
    case 'read':
      return (
        <>
          <Badge tone="ok" shape="check">
            {text('states.read')}
            {format && ` · ${format}`}
          </Badge>
          <ReadingWarnings warnings={document.warnings} />
          {sameAs && (
            <div style={{ fontSize: 12 }}>
              <Link to="/documents/$documentId" params={{ documentId: sameAs }}>
                {text('sameAs')}
              </Link>
            </div>
          )}
        </>
      )
    case 'refused': {
      const words = problem && problems(new RequestFailure(422, problem))
      return (
        <div style={{ maxWidth: 460, whiteSpace: 'normal' }}>
          <Badge tone="bad" shape="cross">
            {text('states.refused')}
          </Badge>{' '}
          {words?.message} {words?.advice}
        </div>
      )
    }
  }
}
