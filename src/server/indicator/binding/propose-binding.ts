import type { BindingProposal } from '#contract/target-binding.ts'
import type { Subject } from '#core/indicator/figure.ts'
import {
  type IndicatorMatch,
  type MatchReason,
  matchesOf,
  matchIndex,
  matchInWords,
} from '#core/indicator/match.ts'
import { bareName, likeness, type NamedScope } from '#core/indicator/match-words.ts'
import type { TargetContent } from '#contract/plan-items.ts'
import type { ReadContext } from '#server/http/context.ts'
import { dayInChina } from '#server/clock.ts'
import { chainsOf } from '#server/enterprise/chain-store.ts'
import { matchOrganisations } from '#server/organisation/match-organisations.ts'
import { latestVersions } from '../library/library-store.ts'

/** What targets may be measured by, best first; the subject where the scope names one we know. */
export async function bindingProposer(
  context: ReadContext,
): Promise<(content: TargetContent) => Promise<readonly BindingProposal[]>> {
  const library = await latestVersions(context.db)
  const index = matchIndex(library.map(({ definition }) => definition))
  // Many targets are about the same few scopes.
  const subjects = new Map<string, Subject | undefined>()
  return async (content) => {
    const matches = matchesOf(content, index)
    for (const { scope } of matches) {
      const key = JSON.stringify(scope)
      if (!subjects.has(key)) subjects.set(key, await subjectOf(context, scope))
    }
    return matches.map((match) => proposal(match, subjects.get(JSON.stringify(match.scope))))
  }
}

function proposal(match: IndicatorMatch, subject: Subject | undefined): BindingProposal {
  return {
    indicator: match.code,
    name: matchInWords(match),
    ...(subject && { subject }),
    likeness: match.score,
    reasons: match.reasons.map((reason) => reasonTexts[reason]),
  }
}

async function subjectOf(
  { db, region, now }: ReadContext,
  { park, industry }: NamedScope,
): Promise<Subject | undefined> {
  // Of an industry within a park no sum is kept.
  if (park !== undefined && industry !== undefined) return undefined
  if (park !== undefined) {
    const [found = []] = await matchOrganisations(db, {
      region,
      wordings: [park],
      day: dayInChina(now),
    })
    const places = found.filter(({ organisation: { kind } }) => kind === 'park' || kind === 'town')
    const [only] = places
    const isClear = places.length === 1 && only
    return isClear
      ? { kind: only.organisation.kind === 'park' ? 'park' : 'town', code: only.organisation.code }
      : undefined
  }
  if (industry !== undefined) {
    const chains = (await chainsOf(db, region.code))
      .map(({ code, name }) => ({ code, score: likeness(bareName(name), bareName(industry)) }))
      .toSorted((a, b) => b.score - a.score)
    const [best] = chains
    return best && best.score >= leastChainLikeness ? { kind: 'chain', code: best.code } : undefined
  }
  return { kind: 'region', code: region.code }
}

const leastChainLikeness = 0.8

const reasonTexts: Readonly<Record<MatchReason, string>> = {
  'same-name': '名称相同',
  'similar-name': '名称相近，请核对口径',
  'population-assumed': '规划未写明范围，按规模以上工业理解',
  'cut-by-industry': '按产业分组',
  'cut-by-park': '按园区分组',
  'size-as-output': '以金额表示的产业规模按产值理解',
  'unit-absent': '规划未写计量单位',
  'unit-shortened': '规划的计量单位有省略',
  'change-in-percent': '以%表示，按增减幅度理解',
}
