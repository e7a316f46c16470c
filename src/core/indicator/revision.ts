/** A figure that may have been told several times: the first and the latest value, exact decimals. */
export interface Revised {
  readonly first: string
  readonly last: string
  /** How often it was told a value. */
  readonly times: number
}

/** How far somebody's first figures were from their latest, as ratios of the first. */
export interface RevisionStatistics {
  readonly told: number
  readonly revised: number
  /** Above zero: first figures are too low. Absent where no first figure is above zero. */
  readonly meanRevision?: number
  readonly meanAbsoluteRevision?: number
  /** The largest upwards or downwards. */
  readonly largestRevision?: number
}

export function revisionStatistics(figures: readonly Revised[]): RevisionStatistics {
  const revisions = figures
    .filter(({ first }) => Number(first) !== 0)
    .map(({ first, last }) => (Number(last) - Number(first)) / Math.abs(Number(first)))
  const told = figures.length
  const revised = figures.filter(({ first, last }) => Number(first) !== Number(last)).length
  if (revisions.length === 0) return { told, revised }
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length
  const largest = revisions.reduce((most, each) => (Math.abs(each) > Math.abs(most) ? each : most))
  return {
    told,
    revised,
    meanRevision: mean(revisions),
    meanAbsoluteRevision: mean(revisions.map((each) => Math.abs(each))),
    largestRevision: largest,
  }
}
