import { firstTwoMonths, monthPeriod, type Period } from '../period/period.ts'
import { chanceOf } from './chance.ts'
import type { DemonstrationEnterprise } from './enterprises.ts'
import { isInBase } from './standing.ts'

export type TagCode = 'strategic' | 'high-tech-enterprise' | 'specialised' | 'little-giant'

/** A tag an enterprise bears for a time, with a share of its output where only some of its products count. */
export interface DemonstrationTag {
  readonly enterprise: number
  readonly tag: TagCode
  /** Ten-thousandths. */
  readonly share: number
  readonly from: Period
  readonly to?: Period
  /** The document that says so, as invented as all else. */
  readonly evidence: string
}

// What the plan says of the end of 2025, of 350 enterprises.
const recognised = { 'high-tech-enterprise': 118, specialised: 46, 'little-giant': 4 } as const
const strategicOutput2025 = 23_370_000
const whole = 350
/** The last year strategic products were looked at. */
const lastTold = 2026

/** Strategic products are a growing part of what the same enterprises make; 2025 is the plan's base. */
const strategicPath: readonly (readonly [year: number, of: number])[] = [
  [2021, 0.74],
  [2022, 0.79],
  [2023, 0.86],
  [2024, 0.93],
  [2025, 1],
  [2026, 1.1],
]

/** The tags of all enterprises, by enterprise. */
export function tagsOf(
  seed: number,
  enterprises: readonly DemonstrationEnterprise[],
): readonly DemonstrationTag[] {
  return [...recognitions(seed, enterprises), ...strategicTags(enterprises)].sort(
    (a, b) => a.enterprise - b.enterprise,
  )
}

function recognitions(
  seed: number,
  enterprises: readonly DemonstrationEnterprise[],
): readonly DemonstrationTag[] {
  const scored = enterprises
    .map(({ standing, branch, output }, index) => ({
      index,
      isThere: standing.kind !== 'left' && standing.kind !== 'left-lately',
      isMiddling: output < 900_000 && standing.kind !== 'below',
      score: branch.strategic + chanceOf(seed, 'tag', index).next() * 0.9,
    }))
    .filter(({ isThere }) => isThere)
    .sort((a, b) => b.score - a.score)
  const many = (tag: keyof typeof recognised): number =>
    Math.round((recognised[tag] * enterprises.length) / whole)
  const highTech = scored.slice(0, many('high-tech-enterprise'))
  const specialised = scored.filter(({ isMiddling }) => isMiddling).slice(0, many('specialised'))
  const giants = specialised.slice(0, many('little-giant'))
  return [
    ...recognition(seed, 'high-tech-enterprise', highTech, '高新技术企业认定名单'),
    ...recognition(seed, 'specialised', specialised, '专精特新中小企业认定名单'),
    ...recognition(seed, 'little-giant', giants, '专精特新“小巨人”企业公告'),
  ]
}

function recognition(
  seed: number,
  tag: TagCode,
  chosen: readonly { readonly index: number }[],
  list: string,
): readonly DemonstrationTag[] {
  return chosen.map(({ index }) => {
    const year = chanceOf(seed, tag, index).whole(2021, 2024)
    const evidence = `${year}年${list}（模拟）`
    return { enterprise: index, tag, share: 10_000, from: monthPeriod(year, 12), evidence }
  })
}

/** Shares of strategic products that make of the output of 2025 what the plan says. */
function strategicTags(
  enterprises: readonly DemonstrationEnterprise[],
): readonly DemonstrationTag[] {
  const bearers = enterprises.flatMap(({ branch, standing, output }, index) =>
    branch.strategic > 0 && standing.from !== undefined
      ? [{ index, strategic: branch.strategic, output: isInBase(standing) ? output : 0 }]
      : [],
  )
  const factor = strategicFactor(bearers)
  return bearers.flatMap(({ index, strategic }) =>
    strategicPath.map(([year, of]) => {
      const share = Math.round(Math.min(1, Math.min(1, strategic * factor) * of) * 10_000)
      return {
        enterprise: index,
        tag: 'strategic' as const,
        share,
        from: firstTwoMonths(year),
        ...(year < lastTold && { to: monthPeriod(year, 12) }),
        evidence: `${year}年战略性新兴产业产品目录比对（模拟）`,
      }
    }),
  )
}

/** By how much the usual shares are raised or lowered, none above one: found by halving. */
function strategicFactor(
  bearers: readonly { readonly strategic: number; readonly output: number }[],
): number {
  const total = (factor: number): number =>
    bearers.reduce(
      (sum, { strategic, output }) => sum + output * Math.min(1, strategic * factor),
      0,
    )
  let [low, high] = [0, 4]
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2
    if (total(middle) < strategicOutput2025) low = middle
    else high = middle
  }
  return high
}
