import type { DraftStatus } from '#contract/draft.ts'
import { useTranslations } from 'use-intl'
import { Badge, type Tone } from '../ui/badge.tsx'
import type { GlyphShape } from '../ui/glyph.tsx'

const looks: Record<DraftStatus, { readonly tone: Tone; readonly shape: GlyphShape }> = {
  reviewing: { tone: 'brand', shape: 'pencil' },
  published: { tone: 'ok', shape: 'check' },
  discarded: { tone: 'none', shape: 'cross' },
}

export function DraftStatusBadge({ status }: { status: DraftStatus }) {
  const text = useTranslations('draftStatus')
  return <Badge {...looks[status]}>{text(status)}</Badge>
}
