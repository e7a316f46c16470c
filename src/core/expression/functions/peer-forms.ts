import { one } from '../../quantity/unit.ts'
import { type Call, converter, type Environment, type Step, wanted } from '../check/step.ts'
import { gap, type Gap, isGap, isList, type List } from '../value.ts'
import { argument, type FormRule, listOf, valueAt, withBudgetOf } from './form.ts'
import { rankAmong } from './statistics.ts'

/** Forms that look at comparable subjects: the other parks, the other enterprises of an industry. */
export const peerForms: readonly FormRule[] = [
  {
    names: ['同组', 'peers'],
    arguments: [1, 1],
    make: allPeers,
    meaning: '同组各单位的数列，可再求合计、平均、中位数',
  },
  {
    names: ['排名', 'rank'],
    arguments: [1, 2],
    make: (node, given) => rank(node, given, false),
    meaning: '由高到低的位次：排名(指标) 或 排名(数, 数列)',
  },
  {
    names: ['升序排名', 'rankAscending'],
    arguments: [1, 2],
    make: (node, given) => rank(node, given, true),
    meaning: '由低到高的位次，用于越低越好的指标',
  },
]

function allPeers(node: Call, given: readonly Step[]): Step {
  const part = wanted(argument(given, 0), 'number')
  return {
    ...part,
    node,
    parts: [part],
    run: (at) => valuesOfPeers(part, at),
    seen: (at) => peersOf(at).map((peer) => ({ step: part, at: peer })),
  }
}

function rank(node: Call, given: readonly Step[], lowestFirst: boolean): Step {
  const own = wanted(argument(given, 0), 'number')
  const list = given[1]
  const toOwn = list && converter(list, own.bare ? undefined : own.unit)
  return {
    node,
    kind: 'number',
    unit: one,
    parts: given,
    run: (at) => {
      const value = own.run(at)
      if (typeof value !== 'number') return isGap(value) ? value : gap('not-a-number')
      const all = list && toOwn ? toOwn(list.run(at)) : valuesOfPeers(own, at)
      if (!isList(all)) return isGap(all) ? all : gap('not-a-number')
      return rankAmong(
        value,
        all.filter((each) => each !== undefined),
        lowestFirst,
      )
    },
  }
}

function valuesOfPeers(part: Step, at: Environment): List | Gap {
  const peers = peersOf(at)
  if (peers.length === 0) return gap('no-peers')
  return listOf(peers.map((peer) => valueAt(part, peer)))
}

function peersOf(at: Environment): readonly Environment[] {
  return (at.peers?.() ?? []).map((peer) => withBudgetOf(at, peer))
}
