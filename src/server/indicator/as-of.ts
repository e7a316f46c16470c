/** The moment a day or moment of `asOf` means: of a day its end in China. */
export function momentOf(asOf: string): string {
  return asOf.length === 10 ? `${asOf}T15:59:59.999Z` : new Date(asOf).toISOString()
}

/** The same as a part of a question; nothing for the present. */
export function asOfPart(asOf: string | undefined): { readonly asOf?: string } {
  return asOf === undefined ? {} : { asOf: momentOf(asOf) }
}
