/** A class of GB/T 4754-2017; the sections B, C and D are its industry. */
export interface IndustryClass {
  readonly code: string
  readonly name: string
  /** 大类, 中类, 小类: two, three and four figures. */
  readonly level: 'division' | 'group' | 'class'
}

export type IndustryTree = ReadonlyMap<string, IndustryClass>

/** The class of a code with those above it, the widest first: 38, 382, 3825; empty where there is none. */
export function industryPath(tree: IndustryTree, code: string): readonly IndustryClass[] {
  return [2, 3, 4].flatMap((length) => {
    const one = length <= code.length ? tree.get(code.slice(0, length)) : undefined
    return one ? [one] : []
  })
}

/** Whether a code is one of a 小类, the only one an enterprise is put down to. */
export function isIndustryClass(tree: IndustryTree, code: string): boolean {
  return tree.get(code)?.level === 'class'
}
