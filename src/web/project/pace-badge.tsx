import type { ProjectRow } from '#contract/project.ts'
import { useTranslations } from 'use-intl'
import { Badge } from '../ui/badge.tsx'

const looks = {
  'on-time': { tone: 'ok', shape: 'dot' },
  slow: { tone: 'warn', shape: 'triangle' },
  late: { tone: 'bad', shape: 'cross' },
} as const

/** Whether a project's investment keeps up with the year. */
export function PaceBadge({ pace }: { pace: NonNullable<ProjectRow['progress']['pace']> }) {
  const text = useTranslations('projects')
  return <Badge {...looks[pace]}>{text(`paces.${pace}`)}</Badge>
}
