import type { Figure } from './figure.ts'

/** Sums over fewer enterprises than this tell what each of them is. */
export const fewestMembers = 3

/** The figure without what it says, for whom it is not theirs to see. */
export function suppressed(figure: Figure): Figure {
  const { subject, indicator, period, origin } = figure
  return {
    subject,
    indicator,
    period,
    value: null,
    base: null,
    matched: null,
    gap: 'suppressed',
    origin,
    count: 0,
  }
}

/** Whether a figure tells of single enterprises: it is one's own, or a sum of too few. */
export function tellsOfSingles({ subject, origin, count }: Figure): boolean {
  if (subject.kind === 'enterprise') return true
  return origin !== 'given' && count > 0 && count < fewestMembers
}
