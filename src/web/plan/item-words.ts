import type { ItemContent, TargetContent } from '#contract/plan-items.ts'
import { figure, quantityWords, signedFigure, withUnit } from './number-words.ts'

/** How an item is named in a list. */
export function itemTitle(item: ItemContent): string {
  switch (item.kind) {
    case 'target':
      return item.content.scope
        ? `${item.content.indicator}（${item.content.scope.name}）`
        : item.content.indicator
    case 'task':
      return item.content.text
    case 'project':
    case 'industry':
    case 'park':
      return item.content.name
  }
}

/** A piece of what an item says: a name, and its words. */
export interface Fact {
  readonly name: FactName
  readonly words: string
  /** The year or years it is about: `2025`, `2020—2025`. */
  readonly when?: string
}

type FactName =
  | 'baseline'
  | 'level'
  | 'cumulative'
  | 'change'
  | 'stretch'
  | 'growth'
  | 'totalGrowth'
  | 'lead'
  | 'responsible'
  | 'deadline'
  | 'investment'
  | 'land'
  | 'output'
  | 'years'
  | 'sector'
  | 'segments'
  | 'goal'
  | 'industries'
  | 'area'
  | 'role'

/** What an item says besides its name, in the order a reader asks for it. */
export function itemFacts(item: ItemContent): readonly Fact[] {
  switch (item.kind) {
    case 'target':
      return targetFacts(item.content)
    case 'task':
      return [
        ...named('lead', item.content.lead.join('、')),
        ...named('responsible', item.content.responsible.join('、')),
        ...named('deadline', item.content.deadline?.text),
      ]
    case 'project':
      return [
        ...named('sector', item.content.sector),
        ...named('investment', item.content.investment && quantityWords(item.content.investment)),
        ...named('land', item.content.land && quantityWords(item.content.land)),
        ...named('output', item.content.annualOutput && quantityWords(item.content.annualOutput)),
        ...named('years', yearsWords(item.content.startYear, item.content.endYear)),
      ]
    case 'industry':
      return [
        ...named('role', item.content.role),
        ...named('goal', item.content.goal && quantityWords(item.content.goal)),
        ...named('segments', item.content.segments.join('、')),
      ]
    case 'park':
      return [
        ...named('role', item.content.role),
        ...named('area', item.content.area.map((area) => quantityWords(area)).join('、')),
        ...named('goal', item.content.goal && quantityWords(item.content.goal)),
        ...named('industries', item.content.industries.join('、')),
      ]
  }
}

function targetFacts({ unit, baseline, milestones, growth }: TargetContent): readonly Fact[] {
  const base = baseline && {
    name: 'baseline' as const,
    when: String(baseline.year),
    words:
      baseline.value === undefined
        ? (baseline.text ?? '—')
        : withUnit(figure(baseline.value), unit),
  }
  return [
    ...(base ? [base] : []),
    ...milestones.flatMap((milestone) => [
      {
        name: milestone.kind,
        when: String(milestone.year),
        words: quantityWords(milestone, milestone.unit ?? unit),
      },
      ...(milestone.stretch === undefined
        ? []
        : [
            {
              name: 'stretch' as const,
              when: String(milestone.year),
              words: withUnit(figure(milestone.stretch), milestone.unit ?? unit),
            },
          ]),
    ]),
    ...growth.map((one) => ({
      name: one.cumulative ? ('totalGrowth' as const) : ('growth' as const),
      when: `${one.from}—${one.to}`,
      words: withUnit(signedFigure(one.value), one.unit === 'absolute' ? unit : one.unit),
    })),
  ]
}

/** `2023—2025`, `2023`, or nothing where no year is known. */
export function yearsWords(start: number | undefined, end: number | undefined): string | undefined {
  if (start === undefined) return end === undefined ? undefined : `—${end}`
  return end === undefined || end === start ? String(start) : `${start}—${end}`
}

function named(name: FactName, words: string | undefined): readonly Fact[] {
  return words ? [{ name, words }] : []
}
