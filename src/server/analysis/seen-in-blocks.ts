import type { AnalysisBlock } from '#contract/analysis.ts'
import { readSubject } from '#core/indicator/figure.ts'
import type { Period } from '#core/period/period.ts'
import type { Seen } from '#server/indicator/figure-scope.ts'

/** What an analysis tells of single subjects: its figures, and the enterprises it leads to. */
export function seenInBlocks(blocks: readonly AnalysisBlock[], period: Period): readonly Seen[] {
  return blocks.flatMap(partsOf).flatMap(({ figure, page }): readonly Seen[] => {
    const named = page?.startsWith(enterprisePage) ? page.slice(enterprisePage.length) : undefined
    const subject = readSubject(figure?.subject ?? `enterprise:${named ?? ''}`)
    return subject ? [{ subject, indicator: figure?.indicator ?? 'warnings', period }] : []
  })
}

const enterprisePage = '/enterprises/'

type Part = Extract<AnalysisBlock, { kind: 'paragraph' }>['parts'][number]

function partsOf(block: AnalysisBlock): readonly Part[] {
  switch (block.kind) {
    case 'title':
    case 'heading':
    case 'paragraph':
      return block.parts
    case 'table':
      return block.rows.flat(2)
    case 'chart':
      return []
  }
}
