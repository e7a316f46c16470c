import type { EnterpriseId, OrganisationId, ProjectId } from '../id.ts'
import type { Period } from '../period/period.ts'

/** From the first thought to production; a project may stand still or be given up on the way. */
export const projectStages = [
  'idea',
  'reserve',
  'signed',
  'building',
  'producing',
  'halted',
  'dropped',
] as const
export type ProjectStage = (typeof projectStages)[number]

/** What a project may be for: a target it feeds, a task of a plan, a matter about it. */
export const projectLinkKinds = ['target', 'task', 'matter'] as const
export type ProjectLinkKind = (typeof projectLinkKinds)[number]

export interface ProjectLink {
  readonly kind: ProjectLinkKind
  readonly id: string
}

/** What shall be invested in a year, in ten thousand yuan, as an exact decimal. */
export interface YearPlan {
  readonly year: number
  readonly amount: string
}

/** A key project (重点项目). Money is in ten thousand yuan (万元), land in mu, as exact decimals. */
export interface Project {
  readonly id: ProjectId
  /** 投资项目统一代码. */
  readonly code?: string
  readonly name: string
  readonly stage: ProjectStage
  /** The unit that answers for it. */
  readonly unit?: OrganisationId
  /** The park or town it lies in: its investment counts there. */
  readonly place?: OrganisationId
  /** Who builds it, where the registry knows them. */
  readonly enterprise?: EnterpriseId
  readonly content: string
  readonly total: string
  readonly land?: string
  /** First and last month of building as planned. */
  readonly from?: Period
  readonly to?: Period
  readonly yearPlans: readonly YearPlan[]
  readonly links: readonly ProjectLink[]
}

/** `2509-320193-89-01-544060`; early ones have four figures of the year and may end with three more. */
export function isProjectCode(text: string): boolean {
  return /^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}(?:\d{3})?$/u.test(text)
}

/** Whether money should be going into it in a year: those that owe the monthly report. */
export function isUnderWay({ stage, from, to }: Project, year: number): boolean {
  if (stage !== 'building') return false
  const [first, last] = [from?.slice(0, 4), to?.slice(0, 4)].map((text) =>
    text === undefined ? undefined : Number(text),
  )
  return (first ?? year) <= year && year <= (last ?? year)
}
