import { skipCost } from './align-row.ts'
import { type ColumnRole, misfit } from './cell-kind.ts'
import type { Token } from './token.ts'
import type { Joint, WeighedToken } from './weigh-tokens.ts'

/** Where a token stands: it begins a cell, or goes on with the cell of the token before. */
interface Placement {
  readonly column: number
  readonly begins: 'row' | 'cell' | 'nothing' | 'section'
}

export interface Alignment {
  readonly places: readonly Placement[]
  /** The mean cost of a token: below 0.5 the tokens fit the columns well. */
  readonly cost: number
}

interface Step {
  readonly cost: number
  readonly from: number
  readonly begins: Placement['begins']
}

const never: Step = { cost: Infinity, from: 0, begins: 'row' }

/**
 * Finds the cheapest way of reading tokens as rows of the given columns. Each token begins a row, begins
 * a later cell of its row, goes on with the cell before it or is a line across the table; the kind of the
 * token, the blanks around it and the cells passed over say what that costs. Where the width of the
 * column of categories is known, no longer word is one.
 */
export function alignTokens(
  tokens: readonly WeighedToken[],
  roles: readonly ColumnRole[],
  categoryWidth = Infinity,
): Alignment {
  const gaps = gapCosts(tokens)
  const before = skipsBefore(roles)
  const order = orderNumbers(tokens)
  const trellis: (readonly Step[])[] = []
  let last: readonly Step[] = [...roles.map(() => never), never]
  for (const [index, token] of tokens.entries()) {
    const rowEnd = bestEnd(last, before, index === 0)
    const isOrder = order.has(index)
    const gap = gaps[token.gap]
    last = stepsOf({ token, isOrder, roles, before, last, rowEnd, gap, categoryWidth })
    trellis.push(last)
  }
  const end = bestEnd(last, before, tokens.length === 0)
  return {
    places: traced(trellis, end.from, roles.length),
    cost: end.cost / Math.max(1, tokens.length),
  }
}

interface Situation {
  readonly token: WeighedToken
  /** Whether the token is likely the number of a row. */
  readonly isOrder: boolean
  readonly roles: readonly ColumnRole[]
  /** `[c]`: the cost of leaving out all columns before `c`. */
  readonly before: readonly number[]
  /** The best ways of having placed the token before: one for each column, then one across the table. */
  readonly last: readonly Step[]
  readonly rowEnd: End
  readonly gap: GapCost
  readonly categoryWidth: number
}

/** The best ways of placing a token: one for each column, then one across the table. */
function stepsOf({
  token,
  isOrder,
  roles,
  before,
  last,
  rowEnd,
  gap,
  categoryWidth,
}: Situation): readonly Step[] {
  const { kind, joint } = token
  const goesOn = joint ? joint.cost + gap.continues : Infinity
  const costOf = (column: number): number => last[column]?.cost ?? Infinity
  const steps: Step[] = []
  let ahead = { cost: Infinity, from: 0 }
  for (const [column, role] of roles.entries()) {
    const passed = before[column] ?? 0
    const fits =
      misfit(kind, role) +
      strangeness(token.text, role) +
      (role === 'category' && token.text.length > categoryWidth ? tooWide : 0) -
      (isOrder && role === 'order' ? 1 : 0)
    steps.push(
      cheapest(
        { cost: rowEnd.cost + passed + fits + gap.row, from: rowEnd.from, begins: 'row' },
        { cost: ahead.cost + passed + fits + gap.cell, from: ahead.from, begins: 'cell' },
        {
          cost: costOf(column) + narrowed(goesOn, token, role) + misfitOfWhole(joint, role),
          from: column,
          begins: 'nothing',
        },
      ),
    )
    // What is kept is the cost less that of the columns passed so far, so that one comparison serves all columns.
    const here = costOf(column) - (before[column + 1] ?? 0)
    if (here < ahead.cost) ahead = { cost: here, from: column }
  }
  const across = roles.length
  const section = rowEnd.cost + sectionCost(token.text, kind) + gap.row
  const sectionGoesOn = costOf(across) + goesOn
  return [
    ...steps,
    cheapest(
      { cost: section, from: rowEnd.from, begins: 'section' },
      { cost: sectionGoesOn, from: across, begins: 'nothing' },
    ),
  ]
}

const tooWide = 3
const narrowest = 3

/** Categories stand in a narrow column: 规模 and 实力 are as a rule one of them. */
function narrowed(cost: number, { text, joint }: WeighedToken, role: ColumnRole): number {
  const isNarrow = joint && text.length <= narrowest && joint.length - text.length <= narrowest
  return isNarrow && role === 'category' ? cost * 0.3 : cost
}

/**
 * How many characters a line of the column of categories has, if several categories were wrapped at
 * that width; undefined where nothing tells.
 */
export function categoryWidthOf(
  tokens: readonly Token[],
  { places }: Alignment,
  roles: readonly ColumnRole[],
): number | undefined {
  const firsts = tokens.flatMap((token, index) => {
    const here = places[index]
    const next = places[index + 1]
    const isWrapped =
      here && here.begins !== 'nothing' && next?.begins === 'nothing' && here.column === next.column
    return isWrapped && here.begins !== 'section' && roles[here.column] === 'category'
      ? [token.text.length]
      : []
  })
  return firsts.length < 2 ? undefined : Math.max(...firsts)
}

/** Hardly a name or a category is a single character: it is the end of one. */
function strangeness(text: string, role: ColumnRole): number {
  return text.length === 1 && (role === 'name' || role === 'category') ? 1.5 : 0
}

function cheapest(...steps: readonly Step[]): Step {
  return steps.reduce((best, step) => (step.cost < best.cost ? step : best), never)
}

/** `[c]`: the cost of leaving out all columns before `c`. */
function skipsBefore(roles: readonly ColumnRole[]): readonly number[] {
  const sums = [0]
  for (const role of roles) sums.push((sums.at(-1) ?? 0) + skipCost(role))
  return sums
}

interface End {
  readonly cost: number
  readonly from: number
}

/** The cheapest way to have ended a row, the columns behind the last token left out. */
function bestEnd(last: readonly Step[], before: readonly number[], isStart: boolean): End {
  if (isStart) return { cost: 0, from: 0 }
  const all = before.at(-1) ?? 0
  let best = { cost: Infinity, from: 0 }
  for (const [column, step] of last.entries()) {
    const cost = step.cost + (column + 1 < before.length ? all - (before[column + 1] ?? 0) : 0)
    if (cost < best.cost) best = { cost, from: column }
  }
  return best
}

function traced(
  trellis: readonly (readonly Step[])[],
  end: number,
  across: number,
): readonly Placement[] {
  const places: Placement[] = []
  let column = end
  for (const steps of trellis.toReversed()) {
    const step = steps[column] ?? never
    places.push({ column: column === across ? 0 : column, begins: step.begins })
    column = step.from
  }
  return places.toReversed()
}

interface GapCost {
  readonly row: number
  readonly cell: number
  readonly continues: number
}

/** What the blanks between tokens say, by how they are used: between all cells, between rows, or never. */
function gapCosts(tokens: readonly Token[]): Readonly<Record<Token['gap'], GapCost>> {
  const share = tokens.filter((token) => token.gap === 'blank').length / Math.max(1, tokens.length)
  const space = { row: 4, cell: 0, continues: 1.5 }
  const free = { row: 0, cell: 0, continues: 0.8 }
  if (share > 0.6)
    return {
      space,
      line: { row: 2, cell: 1, continues: 0 },
      blank: { row: 0, cell: 0, continues: 2 },
    }
  if (share < 0.03) return { space, line: free, blank: free }
  return {
    space,
    line: { row: 0.8, cell: 0, continues: 0.6 },
    blank: { row: 0, cell: 1, continues: 2 },
  }
}

/** How badly a cell of several lines sits in a column. A category stays short. */
function misfitOfWhole(joint: Joint | undefined, role: ColumnRole): number {
  if (!joint) return Infinity
  if (role === 'category' && joint.length > 8) return 0.8
  return Math.min(2, misfit(joint.kind, role))
}

const sectionMark =
  /^(?:[（(][一二三四五六七八九十]{1,2}[）)]|[一二三四五六七八九十]{1,2}[、.．]|★)/

function sectionCost(text: string, kind: string): number {
  if (kind !== 'word') return Infinity
  return sectionMark.test(text) ? 0.3 : 4
}

/** The tokens that count 1, 2, 3 …: likely the numbers of the rows. */
function orderNumbers(tokens: readonly Token[]): ReadonlySet<number> {
  const found = new Set<number>()
  let expected = 1
  for (const [index, token] of tokens.entries()) {
    if (token.gap !== 'space' && token.text === String(expected)) {
      found.add(index)
      expected += 1
    }
  }
  return found
}
