export const enterpriseSizes = ['large', 'medium', 'small', 'micro'] as const
/** 大型, 中型, 小型, 微型 after the standard of 2011 (工信部联企业〔2011〕300号). */
export type EnterpriseSize = (typeof enterpriseSizes)[number]

/** The lower bounds of a line of the standard; for industry people employed and revenue in 万元. */
export interface SizeBounds {
  readonly employees: number
  readonly revenue: number
}

/** The line of the standard for industry (工业). */
export interface SizeStandard {
  readonly large: SizeBounds
  readonly medium: SizeBounds
  readonly small: SizeBounds
}

export interface SizeMeasures {
  readonly employees: number
  /** In 万元. */
  readonly revenue: number
}

/** Large, medium and small must reach both bounds, else an enterprise falls one class lower. */
export function sizeOf(standard: SizeStandard, measures: SizeMeasures): EnterpriseSize {
  const reaches = ({ employees, revenue }: SizeBounds): boolean =>
    measures.employees >= employees && measures.revenue >= revenue
  if (reaches(standard.large)) return 'large'
  if (reaches(standard.medium)) return 'medium'
  return reaches(standard.small) ? 'small' : 'micro'
}
