import type { Plan } from '../plan.ts'

type Meta = Pick<Plan, 'title' | 'documentNumber' | 'supersedes' | 'period'>

/**
 * Whether `later` is another version of `earlier`: the same document again, one that repeals it, or
 * one with the same title for the same years, whatever the edition is called.
 */
export function isSamePlan(earlier: Meta, later: Meta): boolean {
  const { documentNumber } = earlier
  if (documentNumber !== undefined && documentNumber === later.documentNumber) return true
  if (documentNumber !== undefined && later.supersedes.includes(documentNumber)) return true
  return (
    earlier.period.start === later.period.start &&
    earlier.period.end === later.period.end &&
    essence(earlier.title) === essence(later.title)
  )
}

// Brackets hold years and editions: （2021—2025年）, （修订版）, （征求意见稿）.
function essence(title: string): string {
  return title
    .replaceAll(/[（(][^（）()]*[）)]/g, '')
    .replaceAll(/\d{4}\s*[-—–~～至到]+\s*\d{4}年?/g, '')
    .replaceAll(/[\s“”"'《》]/g, '')
    .replace(/^.*?关于印发/, '')
    .replace(/的通知$/, '')
    .replace(/修订[版稿]?$/, '')
}
