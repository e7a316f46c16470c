import type { Task } from '../plan.ts'

const year = '(?:19|20)\\d\\d'

/**
 * A deadline as printed, with the year it falls in: 2022年12月底前, 2021-2025年 (its last), “十四五”期间 (its
 * last). 长期, 持续推进, 每年 and days without a year have none. Undefined for an empty cell.
 */
export function deadlineOf(text: string): Task['deadline'] {
  const printed = text.replace(/\s+/g, '').replace(/[。；;]+$/, '')
  if (printed === '' || /^[—–\-/／]+$/.test(printed)) return undefined
  const last = lastYear(printed)
  return { ...(last !== undefined && { year: last }), text: printed }
}

function lastYear(text: string): number | undefined {
  const years = [...text.matchAll(new RegExp(year, 'g'))].map(([found]) => Number(found))
  if (years.length > 0) return years.toSorted((left, right) => left - right).at(-1)
  const ordinal = /十([一二三四五六七八九])五/.exec(text)?.[1]
  return ordinal ? 2005 + 5 * ('一二三四五六七八九'.indexOf(ordinal) + 1) : undefined
}
