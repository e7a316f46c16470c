import { sectionOf } from '../document/document.ts'
import type { Figure, Sentence } from './prose.ts'
import type { AuditContext } from './rule.ts'

/** A figure the text reports, not promises. */
export interface Fact {
  readonly sentence: Sentence
  readonly figure: Figure
}

/**
 * What the chapters on achievements and the present state report of the year before the plan starts.
 * Figures summed over several years are left out: they are no value of a year.
 */
export function historyFacts({ sentences, plan, document }: AuditContext): readonly Fact[] {
  const year = plan.period.start - 1
  return sentences
    .filter(({ block }) => block.kind === 'paragraph' && isHistory(sectionOf(document, block)))
    .flatMap((sentence) =>
      sentence.figures
        .filter((figure) => figure.key.length >= 2 && isOfYear(figure, sentence, year))
        .map((figure) => ({ sentence, figure })),
    )
}

function isHistory(section: string): boolean {
  return (
    /基础|成效|现状|回顾|成就|评价|发展情况|运行情况/.test(section) && !/目标|展望/.test(section)
  )
}

function isOfYear(figure: Figure, sentence: Sentence, year: number): boolean {
  const before = sentence.text.slice(0, figure.start - sentence.start)
  const after = sentence.text.slice(figure.end - sentence.start)
  if (
    /[从由]$/.test(figure.subject) ||
    /^，?(?:提高|提升|增加|增长|上升|下降|降低|减少|扩大)?[到至]/.test(after.trimStart())
  )
    return false
  if (/全国|我国|全市平均/.test(before) || (figure.unit !== '%' && /累计/.test(before)))
    return false
  return figure.year === undefined ? !/力争|将达|目标/.test(sentence.text) : figure.year === year
}
