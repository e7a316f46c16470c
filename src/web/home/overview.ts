import type { Draft } from '#contract/draft.ts'
import type { PublishedPlan } from '#contract/plan.ts'
import { doubtfulCount, pendingCount } from '../draft/publishing.ts'

/** The figures the first page begins with. */
export interface Overview {
  readonly plans: number
  readonly targets: number
  readonly reviewing: number
  readonly pending: number
  readonly doubtful: number
  readonly openFindings: Draft['openFindings']
}

interface CountedPlan {
  readonly region: Pick<PublishedPlan['region'], 'code'>
  /** Latest first. */
  readonly versions: readonly { readonly counts: { readonly target: number } }[]
}

/** Counts over the own region's plans in force and its drafts. */
export function overviewOf(
  plans: readonly CountedPlan[],
  drafts: readonly Draft[],
  regionCode: string,
): Overview {
  const own = plans.filter(({ region }) => region.code === regionCode)
  const reviewing = drafts.filter(({ status }) => status === 'reviewing')
  const live = drafts.filter(({ status }) => status !== 'discarded')
  return {
    plans: own.length,
    targets: sum(own, ({ versions }) => versions[0]?.counts.target ?? 0),
    reviewing: reviewing.length,
    pending: sum(reviewing, pendingCount),
    doubtful: sum(reviewing, doubtfulCount),
    openFindings: {
      error: sum(live, ({ openFindings }) => openFindings.error),
      warning: sum(live, ({ openFindings }) => openFindings.warning),
      info: sum(live, ({ openFindings }) => openFindings.info),
    },
  }
}

function sum<Item>(list: readonly Item[], count: (item: Item) => number): number {
  return list.reduce((total, item) => total + count(item), 0)
}
