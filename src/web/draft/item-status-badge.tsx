import type { ItemStatus } from '#contract/draft.ts'
import { useTranslations } from 'use-intl'
import { Badge, type Tone } from '../ui/badge.tsx'
import type { GlyphShape } from '../ui/glyph.tsx'

const looks: Record<ItemStatus, { readonly tone: Tone; readonly shape: GlyphShape }> = {
  pending: { tone: 'none', shape: 'dashed' },
  accepted: { tone: 'ok', shape: 'check' },
  corrected: { tone: 'brand', shape: 'pencil' },
  rejected: { tone: 'none', shape: 'cross' },
}

export function ItemStatusBadge({ status }: { status: ItemStatus }) {
  const text = useTranslations('itemStatus')
  return <Badge {...looks[status]}>{text(status)}</Badge>
}
