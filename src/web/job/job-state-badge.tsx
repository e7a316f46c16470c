import type { Job } from '#contract/job.ts'
import { useTranslations } from 'use-intl'
import { Badge, type Tone } from '../ui/badge.tsx'
import type { GlyphShape } from '../ui/glyph.tsx'

const looks: Readonly<Record<Job['state'], readonly [Tone, GlyphShape]>> = {
  waiting: ['none', 'dashed'],
  running: ['brand', 'dot'],
  done: ['ok', 'check'],
  dead: ['bad', 'cross'],
  discarded: ['none', 'info'],
}

/** How a job stands; one that waits after a failure says so. */
export function JobStateBadge({ job: { state, problem } }: { job: Job }) {
  const text = useTranslations('jobs')
  const waitsAgain = state === 'waiting' && problem !== undefined
  const [tone, shape] = waitsAgain ? (['warn', 'triangle'] as const) : looks[state]
  return (
    <Badge tone={tone} shape={shape}>
      {waitsAgain ? text('again') : text(`states.${state}`)}
    </Badge>
  )
}
