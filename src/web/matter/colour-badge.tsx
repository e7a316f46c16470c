import type { MatterSummary } from '#contract/matter.ts'
import { useTranslations } from 'use-intl'
import { Badge } from '../ui/badge.tsx'

type Colour = NonNullable<MatterSummary['lamp']>

const looks = {
  green: { tone: 'ok', shape: 'check' },
  blue: { tone: 'brand', shape: 'info' },
  yellow: { tone: 'warn', shape: 'dot' },
  orange: { tone: 'warn', shape: 'triangle' },
  red: { tone: 'bad', shape: 'cross' },
} as const

/** A lamp or a slip of supervision in shape, word and colour. */
export function ColourBadge({
  colour,
  kind = 'lamps',
}: {
  colour: Colour
  kind?: 'lamps' | 'slips'
}) {
  const text = useTranslations('matters')
  return <Badge {...looks[colour]}>{text(`${kind}.${colour}`)}</Badge>
}
