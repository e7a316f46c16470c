import type { DraftFinding } from '#contract/draft.ts'
import type { Tone } from '../ui/badge.tsx'
import type { GlyphShape } from '../ui/glyph.tsx'

export type Severity = DraftFinding['severity']

/** Gravest first. */
export const severities: readonly Severity[] = ['error', 'warning', 'info']

export const severityLooks: Record<Severity, { readonly tone: Tone; readonly shape: GlyphShape }> =
  {
    error: { tone: 'bad', shape: 'cross' },
    warning: { tone: 'warn', shape: 'triangle' },
    info: { tone: 'none', shape: 'info' },
  }
