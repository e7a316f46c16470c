import type { Warning } from '#contract/warning.ts'
import { useTranslations } from 'use-intl'
import { Badge } from '../ui/badge.tsx'

const looks = {
  red: { tone: 'bad', shape: 'cross' },
  orange: { tone: 'warn', shape: 'triangle' },
  yellow: { tone: 'none', shape: 'info' },
} as const

/** How grave a warning is, in shape, word and colour. */
export function GradeBadge({ grade }: { grade: Warning['grade'] }) {
  const text = useTranslations('warning.grade')
  return <Badge {...looks[grade]}>{text(grade)}</Badge>
}
