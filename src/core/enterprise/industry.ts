/** A class of GB/T 4754-2017; the sections B, C and D are its industry. */
export interface IndustryClass {
  readonly code: string
  readonly name: string
  /** 大类, 中类, 小类: two, three and four figures. */
  readonly level: 'division' | 'group' | 'class'
}

export type IndustryTree = ReadonlyMap<string, IndustryClass>

/** Whether a code is one of a 小类, the only one an enterprise is put down to. */
export function isIndustryClass(tree: IndustryTree, code: string): boolean {
  return tree.get(code)?.level === 'class'
}
