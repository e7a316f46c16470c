/** The loop of the product; the menu follows it. A stage without entries is not shown. */
export type Stage = 'read' | 'audit' | 'collect' | 'compute' | 'watch' | 'act' | 'judge' | 'revise'

export interface MenuGroup {
  readonly stage: Stage
  readonly entries: readonly MenuEntry[]
}

export interface MenuEntry {
  /** Key of its words in `menu.entries`. */
  readonly name: 'import' | 'drafts' | 'findings' | 'plans' | 'targets' | 'compare'
  readonly to: '/import' | '/drafts' | '/findings' | '/plans' | '/targets' | '/targets/compare'
}

/** A new part of the product adds its entries here. */
export const menu: readonly MenuGroup[] = [
  {
    stage: 'read',
    entries: [
      { name: 'import', to: '/import' },
      { name: 'drafts', to: '/drafts' },
    ],
  },
  { stage: 'audit', entries: [{ name: 'findings', to: '/findings' }] },
  {
    stage: 'watch',
    entries: [
      { name: 'targets', to: '/targets' },
      { name: 'plans', to: '/plans' },
    ],
  },
  { stage: 'revise', entries: [{ name: 'compare', to: '/targets/compare' }] },
]
