import type { ReportLine } from '#contract/report.ts'
import { useTranslations } from 'use-intl'
import { Badge, type Tone } from '../ui/badge.tsx'
import type { GlyphShape } from '../ui/glyph.tsx'

type Standing = ReportLine['standing']

const looks = {
  open: { tone: 'none', shape: 'dashed' },
  submitted: { tone: 'brand', shape: 'dot' },
  returned: { tone: 'warn', shape: 'pencil' },
  accepted: { tone: 'ok', shape: 'check' },
} as const satisfies Record<Standing['state'], { tone: Tone; shape: GlyphShape }>

/** Where a report stands: its state, whose turn it is, and whether it is late or estimated. */
export function ReportState({ standing }: { standing: Standing }) {
  const text = useTranslations('reports')
  const { state, waitsFor, isLate, isEstimated } = standing
  const word =
    state === 'submitted' && waitsFor ? text(`waits.${waitsFor}`) : text(`states.${state}`)
  return (
    <>
      <Badge {...looks[state]}>{word}</Badge>{' '}
      {isLate && (
        <Badge tone="bad" shape="cross">
          {text('late')}
        </Badge>
      )}{' '}
      {isEstimated && (
        <Badge tone="warn" shape="info">
          {text('estimated')}
        </Badge>
      )}
    </>
  )
}
