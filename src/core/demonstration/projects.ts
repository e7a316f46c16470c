import { monthPeriod, type Period } from '../period/period.ts'
import { chanceOf } from './chance.ts'
import { type ClusterCode, clusters } from './clusters.ts'
import { firstYear, monthCount, monthIndex, monthOfIndex, yearOfIndex } from './rhythm.ts'
import { wholeParts } from './whole-parts.ts'

/** A project of investment, with what was invested each month from January 2020 on, in ten thousand yuan. */
export interface DemonstrationProject {
  /** A UUIDv7 of no time. */
  readonly id: string
  readonly name: string
  /** Its number in the plan's table of projects; absent where the plan does not name it. */
  readonly planNumber?: number
  readonly place: string
  readonly cluster: ClusterCode
  /** Total investment in ten thousand yuan. */
  readonly total: number
  readonly from: Period
  readonly to: Period
  /** It has stood still since this month. */
  readonly stalledSince?: Period
  readonly invested: readonly number[]
}

type PlannedProject = readonly [
  name: string,
  cluster: ClusterCode,
  place: string,
  total: number,
  from: number,
  to: number,
]

// Table 5 of the plan: name, 亿元 and years as printed there.
const inPlan: readonly PlannedProject[] = [
  ['澜甲数控机床功能部件产业化项目', 'equipment', 'park-01', 18.5, 2026, 2028],
  ['澜甲工业机器人关节模组项目', 'equipment', 'park-01', 12, 2026, 2027],
  ['丘陵农机整机制造项目', 'equipment', 'town-04', 8.6, 2027, 2029],
  ['澜乙高性能铝合金板带项目', 'materials', 'park-02', 22, 2026, 2029],
  ['先进陶瓷基板项目', 'materials', 'park-02', 9.8, 2027, 2028],
  ['可降解材料改性项目', 'materials', 'park-02', 6.5, 2026, 2027],
  ['澜丙传感器封装测试项目', 'electronics', 'park-01', 15.2, 2026, 2028],
  ['终端精密结构件项目', 'electronics', 'park-01', 7.4, 2028, 2030],
  ['澜丁果蔬饮品智能工厂项目', 'food', 'park-03', 4.3, 2026, 2027],
  ['预制菜中央工厂项目', 'food', 'park-03', 5.7, 2027, 2028],
  ['新型储能电池模组项目', 'electronics', 'park-01', 16, 2028, 2030],
  ['低空装备试制基地项目', 'equipment', 'park-01', 6, 2029, 2032],
]

/** What the plan says was invested in 2025, in ten thousand yuan; the years before and after grow by nine in a hundred. */
const invested2025 = 960_000
const yearlyGrowth = 1.09
/** Less than the plan asks for in its first year: one project stands still. */
const lastYearGrowth = 1.13
/** One of the plan's projects began and stopped. */
const stalled = { planNumber: 6, since: monthPeriod(2026, 7) }

/** The projects of the district: those of its plan, and those that were invested in meanwhile. */
export function demonstrationProjects(seed: number): readonly DemonstrationProject[] {
  const planned = inPlan.map(([name, cluster, place, total, from, to], index) =>
    projectOf(seed, name, { cluster, place, total: total * 10_000, from, to, number: index + 1 }),
  )
  const others = Array.from({ length: 7 * 8 }, (_, index) => otherProject(seed, index))
  return scaledToYears([...planned, ...others])
}

interface Outline {
  readonly cluster: ClusterCode
  readonly place: string
  readonly total: number
  readonly from: number
  readonly to: number
  readonly number?: number
}

function otherProject(seed: number, index: number): DemonstrationProject {
  const chance = chanceOf(seed, 'other-project', index)
  const from = firstYear + Math.floor(index / 8)
  const places = ['park-01', 'park-02', 'park-03', 'town-01', 'town-02', 'town-03'] as const
  const codes = ['equipment', 'materials', 'electronics', 'food', 'other'] as const
  const cluster = chance.pick(codes)
  const kind = chance.pick(['技术改造', '扩能', '智能工厂', '标准厂房'] as const)
  const name = `${clusters[cluster].name}${kind}${from}-${String((index % 8) + 1).padStart(2, '0')}号项目（模拟）`
  const outline = { cluster, place: chance.pick(places), total: chance.whole(30_000, 180_000) }
  return projectOf(seed, name, { ...outline, from, to: from + chance.whole(0, 1) })
}

function projectOf(seed: number, name: string, outline: Outline): DemonstrationProject {
  const { cluster, place, total, from, to, number } = outline
  const chance = chanceOf(seed, 'project', name)
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => chance.whole(0, 15).toString(16)).join('')
  const isStalled = number === stalled.planNumber
  const first = Math.max(0, monthIndex(from, 1) + chance.whole(1, 5))
  const last = Math.min(monthCount - 1, monthIndex(to, 12))
  const stop = isStalled ? monthIndex(2026, 7) : monthCount
  const weights = Array.from({ length: monthCount }, (_, index) => {
    if (index < first || index > last || index >= stop) return 0
    const along = (index - first + 1) / (monthIndex(to, 12) - first + 1)
    return (0.35 + Math.sin(Math.PI * along)) * winter(index) * chance.between(0.8, 1.2)
  })
  const done = Math.min(1, (last - first + 1) / (monthIndex(to, 12) - first + 1))
  return {
    id: `01900000-0000-7${hex(3)}-9${hex(3)}-${hex(12)}`,
    name,
    ...(number !== undefined && { planNumber: number }),
    place,
    cluster,
    total,
    from: monthPeriod(from, 1),
    to: monthPeriod(to, 12),
    ...(isStalled && { stalledSince: stalled.since }),
    invested: wholeParts(Math.round(total * done * (isStalled ? 0.18 : 0.9)), weights),
  }
}

/** Little is built in the cold and around the Spring Festival. */
function winter(index: number): number {
  const month = monthOfIndex(index)
  return month <= 2 ? 0.45 : 1
}

/** Scales what the plan does not name, so that each year's investment is what a district of this size has. */
function scaledToYears(projects: readonly DemonstrationProject[]): readonly DemonstrationProject[] {
  const factors = Array.from({ length: monthCount / 12 }, (_, year) => {
    const target =
      firstYear + year === 2026
        ? invested2025 * lastYearGrowth
        : invested2025 * yearlyGrowth ** (firstYear + year - 2025)
    const sum = (isNamed: boolean): number =>
      projects
        .filter(({ planNumber }) => (planNumber !== undefined) === isNamed)
        .reduce((all, { invested }) => all + yearSum(invested, year), 0)
    return (target - sum(true)) / Math.max(1, sum(false))
  })
  return projects.map((project) => {
    if (project.planNumber !== undefined) return project
    const invested = project.invested.map((value, index) =>
      Math.round(value * (factors[yearOfIndex(index) - firstYear] ?? 1)),
    )
    return { ...project, invested, total: invested.reduce((a, b) => a + b, 0) }
  })
}

function yearSum(invested: readonly number[], year: number): number {
  return invested.slice(year * 12, year * 12 + 12).reduce((a, b) => a + b, 0)
}
