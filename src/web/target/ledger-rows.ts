import type { TargetContent } from '#contract/plan-items.ts'
import type { LedgerTarget } from '#contract/target.ts'
import { figure, quantityFigure, signedFigure, withUnit } from '../plan/number-words.ts'

export type Grouping = 'category' | 'scope' | 'region'

/** A line of the ledger: a target, or the head of a group of them. */
export type LedgerRow =
  | { readonly kind: 'target'; readonly key: string; readonly target: LedgerTarget }
  | { readonly kind: 'group'; readonly key: string; readonly name: string; readonly count: number }

/** The targets as lines; a group stands where its first target stands, those without (`''`) last. */
export function ledgerRows(
  targets: readonly LedgerTarget[],
  grouping: Grouping | undefined,
): readonly LedgerRow[] {
  if (!grouping) return targets.map(asRow)
  const groups = Map.groupBy(targets, (target) => groupName(target, grouping))
  const named = [...groups].sort(([a], [b]) => Number(a === '') - Number(b === ''))
  return named.flatMap(([name, members]) => [
    { kind: 'group' as const, key: `group-${name}`, name, count: members.length },
    ...members.map(asRow),
  ])
}

function asRow(target: LedgerTarget): LedgerRow {
  return { kind: 'target', key: target.id, target }
}

function groupName(target: LedgerTarget, grouping: Grouping): string {
  switch (grouping) {
    case 'category':
      return target.content.category ?? ''
    case 'scope':
      return target.content.scope?.name ?? ''
    case 'region':
      return target.region.name
  }
}

/** The years in which any of these targets has a milestone, in order. */
export function milestoneYears(targets: readonly LedgerTarget[]): readonly number[] {
  const years = new Set(
    targets.flatMap(({ content }) => content.milestones.map(({ year }) => year)),
  )
  return [...years].sort((a, b) => a - b)
}

export interface YearCell {
  readonly words: string
  readonly kind: 'level' | 'cumulative' | 'change'
  /** Words stand where other targets have a figure. */
  readonly isText: boolean
  readonly stretch?: string
}

/** What a target demands of a year, in the target's unit; a unit that differs stands beside the figure. */
export function yearCells(content: TargetContent, year: number): readonly YearCell[] {
  return content.milestones
    .filter((milestone) => milestone.year === year)
    .map((milestone) => {
      const unit = milestone.unit === content.unit ? undefined : milestone.unit
      const words = quantityFigure(milestone)
      return {
        kind: milestone.kind,
        isText: milestone.value === undefined,
        words: milestone.value === undefined ? words : withUnit(words, unit),
        ...(milestone.stretch !== undefined && { stretch: figure(milestone.stretch) }),
      }
    })
}

/** The base with its year, in figures or in the words that stand for them. */
export function baselineWords({ baseline }: TargetContent): string {
  if (!baseline) return '—'
  return baseline.value === undefined ? (baseline.text ?? '—') : figure(baseline.value)
}

export interface GrowthCell {
  readonly words: string
  readonly from: number
  readonly to: number
}

/** The growth a target states, each with its sign, unit and years. */
export function growthCells({ growth, unit }: TargetContent): readonly GrowthCell[] {
  return growth.map(({ value, unit: own, from, to }) => ({
    words: withUnit(signedFigure(value), own === 'absolute' ? unit : own),
    from,
    to,
  }))
}
