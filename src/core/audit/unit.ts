import { canonicalUnit } from '../quantity/printed-unit.ts'
import { convert } from '../quantity/unit.ts'

/** What a unit measures. Counting words are interchangeable: a plan writes 80户 here and 80家 there. */
export type UnitFamily = 'money' | 'share' | 'points' | 'count' | 'area' | 'other'

export interface UnitMeaning {
  readonly family: UnitFamily
  /** Multiplier to the family's common unit: 元, %, 个百分点, one piece, 平方公里. */
  readonly factor: number
}

const counted =
  /^(千|万|百万|千万|亿)?(?:[个家户项件人名台套条座处所种款只辆支批次张部宗片]|台套|人次|家次)$/

// A plan prints two dozen units thousands of times, and decimal arithmetic is slow.
const known = new Map<string, UnitMeaning>()

/** What a printed unit means; units nobody knows measure something of their own. */
export function meaningOf(unit = ''): UnitMeaning {
  const seen = known.get(unit)
  if (seen) return seen
  const meaning = workedOut(canonicalUnit(unit))
  known.set(unit, meaning)
  return meaning
}

function workedOut(canonical: string): UnitMeaning {
  if (canonical === '百分点') return { family: 'points', factor: 1 }
  const count = counted.exec(canonical)
  if (count) return { family: 'count', factor: manyfold[count[1] ?? ''] ?? 1 }
  const share = convert(1, canonical, '%')
  if (share !== undefined) return { family: 'share', factor: share }
  const money = convert(1, canonical, '元')
  if (money !== undefined) return { family: 'money', factor: money }
  const area = convert(1, canonical, '平方公里')
  if (area !== undefined) return { family: 'area', factor: area }
  return { family: 'other', factor: 1 }
}

/** True where figures in the two units may be compared after scaling. */
export function comparable(a: string | undefined, b: string | undefined): boolean {
  const [left, right] = [meaningOf(a), meaningOf(b)]
  if (left.family !== right.family) return false
  return left.family !== 'other' || canonicalUnit(a ?? '') === canonicalUnit(b ?? '')
}

const manyfold: Readonly<Record<string, number>> = {
  千: 1e3,
  万: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
}
