import type { LineageNode } from '#contract/figure-fields.ts'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'

/** The report, document or file a figure was taken from, at the place it stands there. */
export function SourceLink({ source }: { source: NonNullable<LineageNode['source']> }) {
  const text = useTranslations('lineage')
  const { kind, reference, place } = source
  const words = `${text(`kinds.${kind}`)}${place === undefined ? '' : ` ${place}`}`
  switch (kind) {
    case 'submission':
      return (
        <Link to="/reports/$reportId" params={{ reportId: reference }}>
          {words}
        </Link>
      )
    case 'document': {
      const [start, end] = (place ?? '').split('-').map(Number)
      return (
        <Link
          to="/documents/$documentId"
          params={{ documentId: reference }}
          search={{
            ...(Number.isInteger(start) && { start }),
            ...(Number.isInteger(end) && { end }),
          }}
        >
          {words}
        </Link>
      )
    }
    case 'sheet':
      return (
        <Link to="/figure-imports/$importId" params={{ importId: reference }}>
          {words}
        </Link>
      )
    case 'person':
    case 'exchange':
      return words
  }
}
