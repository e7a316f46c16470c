import { type FigureKey, figureKey } from '#core/indicator/figure.ts'

/** Of each figure a source gave what it gave last, in the order of the cells. */
export function latestTaken<
  Taken extends FigureKey & { readonly place?: string; readonly knownFrom: string },
>(figures: readonly Taken[]): readonly Taken[] {
  const latest = new Map<string, Taken>()
  for (const one of figures.toSorted((a, b) => a.knownFrom.localeCompare(b.knownFrom))) {
    latest.set(figureKey(one), one)
  }
  return [...latest.values()].toSorted((a, b) => inOrder.compare(a.place ?? '', b.place ?? ''))
}

const inOrder = new Intl.Collator('en', { numeric: true })
