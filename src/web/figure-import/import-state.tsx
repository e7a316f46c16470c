import type { FigureImport } from '#contract/figure-import.ts'
import { useTranslations } from 'use-intl'
import { Badge } from '../ui/badge.tsx'

const looks = {
  open: ['brand', 'pencil'],
  applied: ['ok', 'check'],
  undone: ['warn', 'triangle'],
  discarded: ['none', 'dashed'],
} as const

export function ImportStateBadge({ state }: Pick<FigureImport, 'state'>) {
  const text = useTranslations('figureImport.states')
  const [tone, shape] = looks[state]
  return (
    <Badge tone={tone} shape={shape}>
      {text(state)}
    </Badge>
  )
}
