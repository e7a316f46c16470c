import { farthest } from './functions/over-time.ts'
import { formRule } from './functions/special-forms.ts'
import type { Expression } from './compile.ts'
import { childrenOf, type Node } from './syntax.ts'

/** What else than today's own figures an expression may read: how far a changed figure is felt. */
export interface Reach {
  /** Years and, beside them, periods that it may look back at most. */
  readonly years: number
  readonly periods: number
  /** Whether it reads the end of the year before, so that a whole year follows a changed December. */
  readonly yearEnd: boolean
  /** Whether it reads the figures of comparable subjects. */
  readonly peers: boolean
}

const here: Reach = { years: 0, periods: 0, yearEnd: false, peers: false }

/** An upper bound of what `expression` reads; a count that is no literal number counts as the farthest allowed. */
export function reachOf(expression: Expression): Reach {
  return reach(expression.root.node)
}

function reach(node: Node): Reach {
  const inner = childrenOf(node).map(reach).reduce(farther, here)
  return node.kind === 'call' ? further(inner, own(node)) : inner
}

function own(node: Node & { readonly kind: 'call' }): Reach {
  const name = formRule(node.name)?.names[0]
  const count = node.arguments.length
  switch (name) {
    case '上年同期':
    case '累计同比':
      return { ...here, years: 1 }
    case '同比':
      return count === 1 ? { ...here, years: 1 } : here
    case '拉动':
    case '贡献率':
      return count === 2 ? { ...here, years: 1 } : here
    case '上期':
      return { ...here, periods: 1 }
    // What a period alone has is the difference to the one before.
    case '当期':
      return { ...here, periods: 1 }
    case '环比':
      return count === 1 ? { ...here, periods: 2 } : here
    case '往年':
      return { ...here, years: literal(node.arguments[1], farthest.years) }
    case '年均增速':
      return count === 2 ? { ...here, years: literal(node.arguments[1], farthest.years) } : here
    case '移动平均':
      return { ...here, periods: literal(node.arguments[1], farthest.periods) }
    case '最近':
      return { ...here, periods: count === 1 ? 12 : literal(node.arguments[1], farthest.periods) }
    case '上年末':
      return { ...here, yearEnd: true }
    case '同组':
      return { ...here, peers: true }
    case '排名':
    case '升序排名':
      return { ...here, peers: count === 1 }
    default:
      return here
  }
}

function literal(node: Node | undefined, most: number): number {
  return node?.kind === 'number' ? Math.min(Math.ceil(Math.abs(node.value)), most) : most
}

/** Both, side by side. */
function farther(a: Reach, b: Reach): Reach {
  return {
    years: Math.max(a.years, b.years),
    periods: Math.max(a.periods, b.periods),
    yearEnd: a.yearEnd || b.yearEnd,
    peers: a.peers || b.peers,
  }
}

/** One within the other: last year's figure of the period before. */
function further(a: Reach, b: Reach): Reach {
  return {
    years: a.years + b.years,
    periods: a.periods + b.periods,
    yearEnd: a.yearEnd || b.yearEnd,
    peers: a.peers || b.peers,
  }
}
