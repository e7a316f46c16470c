/** How well one kind of item was read from one document. */
export interface KindScore {
  readonly kind: string
  /** Items of the annotation, and how many were read with every part right. */
  readonly expected: number
  readonly found: number
  /** Items read, and how many of them the annotation knows. */
  readonly read: number
  readonly known: number
  readonly misses: readonly string[]
  readonly extras: readonly string[]
}

export interface DocumentScores {
  readonly document: string
  readonly scores: readonly KindScore[]
}

/** The reading report: recall and precision a document and a kind, each miss (−) and false one (+). */
export function drawnReport(documents: readonly DocumentScores[]): string {
  const all = documents.flatMap(({ scores }) => scores)
  const kinds = [...new Set(all.map(({ kind }) => kind))]
  return [
    ...documents.flatMap(({ document, scores }) => [document, ...scores.flatMap(drawnScore), '']),
    '合计',
    ...kinds.map((kind) => drawnRates(totalOf(kind, all))),
  ].join('\n')
}

function drawnScore(score: KindScore): readonly string[] {
  return [
    drawnRates(score),
    ...score.misses.map((miss) => `      − ${miss}`),
    ...score.extras.map((extra) => `      + ${extra}`),
  ]
}

function drawnRates({ kind, expected, found, read, known }: KindScore): string {
  const recall = `召回 ${percent(found, expected)}（${found}/${expected}）`
  const precision = `准确 ${percent(known, read)}（${known}/${read}）`
  return `  ${kind}  ${recall}  ${precision}`
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)}%`
}

function totalOf(kind: string, scores: readonly KindScore[]): KindScore {
  const own = scores.filter((score) => score.kind === kind)
  const sum = (pick: (score: KindScore) => number): number =>
    own.reduce((total, score) => total + pick(score), 0)
  return {
    kind,
    expected: sum(({ expected }) => expected),
    found: sum(({ found }) => found),
    read: sum(({ read }) => read),
    known: sum(({ known }) => known),
    misses: [],
    extras: [],
  }
}
