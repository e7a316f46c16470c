/** How alike two wordings are: 1 the same, 0 nothing in common. */
type Likeness = number

/** Words that change how an indicator, an industry or a park is written but not what it is. */
const sameMeaning: readonly (readonly [RegExp, string])[] = [
  [/[\s“”"'‘’《》、，。：:；;·—–\-~～【】[\]]/g, ''],
  [/[（(][^（）()]*[）)]/g, ''],
  [/规上/g, '规模以上'],
  [/规模工业/g, '规模以上工业'],
  [/规模以上(?!工业|企业|制造业|服务业)/g, '规模以上工业'],
  [/(?:研究与试验发展|研究与实验发展|研发)经费/g, '研发'],
  [/R&D/gi, '研发'],
  [/国内生产总值|地区生产总值/g, 'GDP'],
  [/占比|所占比重|的比重|比例/g, '比重'],
  [/(?:总量|数量|户数|家数|个数|总数)$/g, ''],
  [/^(?:全[市区县省州旗]|其中|累计|新增|力争|预计)+/g, ''],
  [/的/g, ''],
]

/** A name brought to the form in which the same thing reads the same. */
export function plainName(name: string): string {
  const plain = sameMeaning.reduce((text, [from, to]) => text.replace(from, to), name)
  return plain === '' ? name.trim() : plain
}

/** The pairs of neighbouring characters of a text, counted; made once per item, compared often. */
export type Bigrams = ReadonlyMap<string, number>

export function bigramsOf(text: string): Bigrams {
  const counts = new Map<string, number>()
  const padded = `^${text}$`
  for (let index = 0; index < padded.length - 1; index++) {
    const pair = padded.slice(index, index + 2)
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return counts
}

/** Twice the shared pairs over all pairs (Sørensen–Dice). */
export function likeness(left: Bigrams, right: Bigrams): Likeness {
  let shared = 0
  for (const [pair, count] of left) shared += Math.min(count, right.get(pair) ?? 0)
  return (2 * shared) / (sum(left) + sum(right))
}

function sum(bigrams: Bigrams): number {
  let total = 0
  for (const count of bigrams.values()) total += count
  return total
}
