/** The four leading industries of the demonstration's plan, and the rest. */
export type ClusterCode = 'equipment' | 'materials' | 'electronics' | 'food' | 'other'

/** How enterprises of one industry work; money is in thousand yuan. */
export interface Cluster {
  readonly code: ClusterCode
  readonly name: string
  /** What is added a year to the growth of the district. */
  readonly extraGrowth: number
  readonly valueAddedRate: number
  readonly profitMargin: number
  /** Output delivered abroad by those who export. */
  readonly exportShare: number
  /** Kilowatt-hours per thousand yuan of output. */
  readonly electricity: number
  /** Kilograms of standard coal from fuels and heat per thousand yuan of output. */
  readonly fuel: number
  /** Cubic metres per thousand yuan of output. */
  readonly water: number
  /** Weights of the months of a year without a Spring Festival. */
  readonly season: readonly number[]
  /** What is left of a month's output while the first and the second shock are at their height. */
  readonly supplyShock: number
  readonly powerShock: number
}

const evenSeason = [0.97, 0.97, 1.03, 0.99, 1, 1.05, 0.96, 0.97, 1.02, 0.98, 1, 1.06]
const foodSeason = [1.14, 0.96, 0.94, 0.93, 0.95, 0.98, 0.95, 0.99, 1.08, 1, 1.01, 1.12]
const electronicsSeason = [0.95, 0.94, 1.01, 0.96, 0.97, 1.01, 0.98, 1.02, 1.07, 1.02, 1.04, 1.05]

export const clusters: Readonly<Record<ClusterCode, Cluster>> = {
  equipment: {
    code: 'equipment',
    name: '智能装备',
    extraGrowth: 0.02,
    valueAddedRate: 0.27,
    profitMargin: 0.066,
    exportShare: 0.22,
    electricity: 16,
    fuel: 3,
    water: 0.22,
    season: evenSeason,
    supplyShock: 0.78,
    powerShock: 0.93,
  },
  materials: {
    code: 'materials',
    name: '新材料',
    extraGrowth: 0.002,
    valueAddedRate: 0.235,
    profitMargin: 0.055,
    exportShare: 0.1,
    electricity: 62,
    fuel: 34,
    water: 0.75,
    season: evenSeason,
    supplyShock: 0.92,
    powerShock: 0.8,
  },
  electronics: {
    code: 'electronics',
    name: '电子信息',
    extraGrowth: 0.03,
    valueAddedRate: 0.225,
    profitMargin: 0.058,
    exportShare: 0.42,
    electricity: 22,
    fuel: 1.5,
    water: 0.3,
    season: electronicsSeason,
    supplyShock: 0.75,
    powerShock: 0.92,
  },
  food: {
    code: 'food',
    name: '绿色食品',
    extraGrowth: -0.01,
    valueAddedRate: 0.25,
    profitMargin: 0.058,
    exportShare: 0.06,
    electricity: 17,
    fuel: 11,
    water: 0.9,
    season: foodSeason,
    supplyShock: 0.96,
    powerShock: 0.97,
  },
  other: {
    code: 'other',
    name: '其他',
    extraGrowth: -0.035,
    valueAddedRate: 0.24,
    profitMargin: 0.045,
    exportShare: 0.2,
    electricity: 30,
    fuel: 8,
    water: 0.45,
    season: evenSeason,
    supplyShock: 0.88,
    powerShock: 0.9,
  },
}

/** Where enterprises of an industry lie: a park, or any of the towns. */
export interface Cell {
  readonly cluster: ClusterCode
  readonly place: 'park-01' | 'park-02' | 'park-03' | 'towns'
  /** Enterprises of a whole region of 350. */
  readonly count: number
  /** Output of 2025 in 亿元. The sums by industry and by park are those of the plan's tables 2 and 3. */
  readonly output: number
  /** Those above one billion yuan, twelve in all, as the plan says. */
  readonly largest: readonly LargestEnterprise[]
}

export interface LargestEnterprise {
  /** Output of 2025 in 亿元. */
  readonly output: number
  /** What it is called and makes (小类), where the plan names it. */
  readonly name?: string
  readonly industry?: string
}

export const cells: readonly Cell[] = [
  {
    cluster: 'equipment',
    place: 'park-01',
    count: 72,
    output: 215,
    largest: [
      { output: 52, name: '澜甲装备股份有限公司', industry: '3421' },
      { output: 21 },
      { output: 16 },
      { output: 12 },
    ],
  },
  { cluster: 'equipment', place: 'park-02', count: 6, output: 10, largest: [] },
  { cluster: 'equipment', place: 'towns', count: 26, output: 35, largest: [] },
  {
    cluster: 'materials',
    place: 'park-02',
    count: 56,
    output: 190,
    largest: [
      { output: 46, name: '澜乙新材料有限公司', industry: '3252' },
      { output: 24 },
      { output: 15 },
      { output: 11.5 },
    ],
  },
  { cluster: 'materials', place: 'towns', count: 18, output: 20, largest: [] },
  {
    cluster: 'electronics',
    place: 'park-01',
    count: 42,
    output: 130,
    largest: [
      { output: 33, name: '澜丙电子科技有限公司', industry: '3983' },
      { output: 17, name: '澜戊储能科技有限公司', industry: '3841' },
    ],
  },
  { cluster: 'electronics', place: 'towns', count: 14, output: 20, largest: [] },
  {
    cluster: 'food',
    place: 'park-03',
    count: 34,
    output: 76,
    largest: [{ output: 19, name: '澜丁食品有限公司', industry: '1523' }],
  },
  { cluster: 'food', place: 'towns', count: 26, output: 34, largest: [] },
  { cluster: 'other', place: 'park-01', count: 4, output: 5, largest: [] },
  { cluster: 'other', place: 'park-02', count: 18, output: 40, largest: [{ output: 10.8 }] },
  { cluster: 'other', place: 'park-03', count: 4, output: 4, largest: [] },
  { cluster: 'other', place: 'towns', count: 30, output: 41, largest: [] },
]
