import { useTranslations } from 'use-intl'
import { Badge, type Tone } from './badge.tsx'
import type { GlyphShape } from './glyph.tsx'

/** `silent`: nothing was reported, which is neither good nor zero. */
export type LampState = 'normal' | 'warning' | 'late' | 'silent'

const looks: Record<LampState, { readonly tone: Tone; readonly shape: GlyphShape }> = {
  normal: { tone: 'ok', shape: 'check' },
  warning: { tone: 'warn', shape: 'triangle' },
  late: { tone: 'bad', shape: 'cross' },
  silent: { tone: 'none', shape: 'dashed' },
}

export function Lamp({ state }: { state: LampState }) {
  const text = useTranslations('lamp')
  return <Badge {...looks[state]}>{text(state)}</Badge>
}
