/** The last moment whose knowledge counts: that of a day is its end in China; without any the present. */
export function endOfKnowledge(asOf: string | undefined, now: string): string {
  if (asOf === undefined) return now
  return asOf.length === 10 ? `${asOf}T15:59:59.999Z` : asOf
}
