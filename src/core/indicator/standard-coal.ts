import { Decimal } from 'decimal.js'

const Exact = Decimal.clone({ precision: 40 })

/** A kind of energy of the catalogue of form 205-1, with the reference coefficient of GB/T 2589. */
export interface EnergyCarrier {
  readonly code: string
  readonly name: string
  readonly unit: string
  /** 吨标准煤 for each unit, electricity and heat by 当量值; absent where it depends on the heating value. */
  readonly coefficient?: string
  /** Lowest and highest coefficient, where the heating value decides. */
  readonly range?: readonly [string, string]
  readonly confidence: 'high' | 'medium'
}

/** An amount of one kind of energy, in the unit of its carrier. */
export interface EnergyAmount {
  readonly code: string
  readonly amount: string
  /** 采用折标系数, measured or chosen by whoever reports; the reference is used without it. */
  readonly coefficient?: string
}

export interface CoalRow {
  readonly carrier: EnergyCarrier
  readonly amount: string
  readonly coefficient: string
  readonly isReference: boolean
  /** 吨标准煤. */
  readonly coal: string
}

export type CoalProblem = { readonly code: string } & (
  | { readonly problem: 'unknown-energy' }
  /** The coefficient depends on the heating value: it has to be measured or chosen. */
  | { readonly problem: 'coefficient-needed'; readonly range: readonly [string, string] }
  | { readonly problem: 'coefficient-out-of-range'; readonly range: readonly [string, string] }
)

export interface StandardCoal {
  readonly rows: readonly CoalRow[]
  /** 吨标准煤, of the rows that could be converted. */
  readonly total: string
  /** A total with problems is not to be published: what is missing is not zero. */
  readonly problems: readonly CoalProblem[]
}

// Measured heating values differ from the catalogue; a coefficient half as large again is a slip of units.
const tolerance = new Exact('1.5')

/** Physical amounts as standard coal, exactly, row by row. */
export function standardCoal(
  amounts: readonly EnergyAmount[],
  carriers: readonly EnergyCarrier[],
): StandardCoal {
  const known = new Map(carriers.map((carrier) => [carrier.code, carrier]))
  const rows: CoalRow[] = []
  const problems: CoalProblem[] = []
  for (const { code, amount, coefficient } of amounts) {
    const carrier = known.get(code)
    if (!carrier) {
      problems.push({ code, problem: 'unknown-energy' })
      continue
    }
    const range = rangeOf(carrier)
    const used = coefficient ?? carrier.coefficient
    if (used === undefined) {
      problems.push({ code, problem: 'coefficient-needed', range })
      continue
    }
    if (!isPlausible(used, range))
      problems.push({ code, problem: 'coefficient-out-of-range', range })
    rows.push({
      carrier,
      amount,
      coefficient: used,
      isReference: coefficient === undefined,
      coal: new Exact(amount).times(used).toFixed(),
    })
  }
  return { rows, total: Exact.sum(0, ...rows.map((row) => row.coal)).toFixed(), problems }
}

/** 综合能源消费量: 工业生产消费 − 加工转换产出 − 回收利用, all as 吨标准煤. */
export function comprehensiveConsumption(
  consumed: string,
  transformed: string,
  recovered: string,
): string {
  return new Exact(consumed).minus(transformed).minus(recovered).toFixed()
}

function rangeOf({ coefficient = '0', range }: EnergyCarrier): readonly [string, string] {
  return range ?? [coefficient, coefficient]
}

function isPlausible(coefficient: string, [low, high]: readonly [string, string]): boolean {
  const value = new Exact(coefficient)
  return value.gte(new Exact(low).div(tolerance)) && value.lte(new Exact(high).times(tolerance))
}
