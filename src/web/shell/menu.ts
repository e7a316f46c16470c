import type { Action } from '#core/access/action.ts'

/** The loop of the product; the menu follows it. A stage without entries is not shown. */
export type Stage =
  | 'read'
  | 'audit'
  | 'collect'
  | 'compute'
  | 'watch'
  | 'act'
  | 'judge'
  | 'revise'
  | 'keep'

export interface MenuGroup {
  readonly stage: Stage
  readonly entries: readonly MenuEntry[]
}

export interface MenuEntry {
  /** Key of its words in `menu.entries`. */
  readonly name:
    | 'import'
    | 'drafts'
    | 'findings'
    | 'plans'
    | 'targets'
    | 'watching'
    | 'causes'
    | 'warnings'
    | 'prosperity'
    | 'changes'
    | 'analysis'
    | 'compare'
    | 'matters'
    | 'meetings'
    | 'matterRules'
    | 'calendar'
    | 'webhooks'
    | 'figures'
    | 'indicators'
    | 'formulas'
    | 'reports'
    | 'forms'
    | 'figureImports'
    | 'apiKeys'
    | 'organisations'
    | 'enterprises'
    | 'projects'
    | 'users'
    | 'roles'
    | 'jobs'
    | 'log'
    | 'settings'
  readonly to:
    | '/import'
    | '/drafts'
    | '/findings'
    | '/plans'
    | '/targets'
    | '/watching'
    | '/causes'
    | '/warnings'
    | '/prosperity'
    | '/changes'
    | '/analysis'
    | '/targets/compare'
    | '/matters'
    | '/meetings'
    | '/matters/rules'
    | '/calendar'
    | '/webhooks'
    | '/figures'
    | '/indicators'
    | '/formulas'
    | '/reports'
    | '/forms'
    | '/figure-imports'
    | '/api-keys'
    | '/organisations'
    | '/enterprises'
    | '/projects'
    | '/users'
    | '/roles'
    | '/jobs'
    | '/log'
    | '/settings'
  /** What the page behind it asks for. */
  readonly needs: Action
}

/** A new part of the product adds its entries here. */
const menu: readonly MenuGroup[] = [
  {
    stage: 'read',
    entries: [
      { name: 'import', to: '/import', needs: 'import' },
      { name: 'drafts', to: '/drafts', needs: 'read' },
    ],
  },
  { stage: 'audit', entries: [{ name: 'findings', to: '/findings', needs: 'read' }] },
  {
    stage: 'collect',
    entries: [
      { name: 'enterprises', to: '/enterprises', needs: 'see-enterprises' },
      { name: 'projects', to: '/projects', needs: 'see-projects' },
      { name: 'reports', to: '/reports', needs: 'see-reports' },
      { name: 'forms', to: '/forms', needs: 'see-reports' },
      { name: 'figureImports', to: '/figure-imports', needs: 'record-figures' },
    ],
  },
  {
    stage: 'compute',
    entries: [
      { name: 'figures', to: '/figures', needs: 'read' },
      { name: 'indicators', to: '/indicators', needs: 'read' },
      { name: 'formulas', to: '/formulas', needs: 'read' },
    ],
  },
  {
    stage: 'watch',
    entries: [
      { name: 'watching', to: '/watching', needs: 'read' },
      { name: 'causes', to: '/causes', needs: 'read' },
      { name: 'warnings', to: '/warnings', needs: 'read' },
      { name: 'prosperity', to: '/prosperity', needs: 'read' },
      { name: 'analysis', to: '/analysis', needs: 'read' },
      { name: 'changes', to: '/changes', needs: 'read' },
      { name: 'targets', to: '/targets', needs: 'read' },
      { name: 'plans', to: '/plans', needs: 'read' },
    ],
  },
  {
    stage: 'act',
    entries: [
      { name: 'matters', to: '/matters', needs: 'read' },
      { name: 'meetings', to: '/meetings', needs: 'supervise' },
      { name: 'matterRules', to: '/matters/rules', needs: 'read' },
      { name: 'calendar', to: '/calendar', needs: 'read' },
      { name: 'webhooks', to: '/webhooks', needs: 'supervise' },
    ],
  },
  { stage: 'revise', entries: [{ name: 'compare', to: '/targets/compare', needs: 'read' }] },
  {
    stage: 'keep',
    entries: [
      { name: 'organisations', to: '/organisations', needs: 'see-organisations' },
      { name: 'users', to: '/users', needs: 'see-users' },
      { name: 'roles', to: '/roles', needs: 'see-users' },
      { name: 'apiKeys', to: '/api-keys', needs: 'manage-keys' },
      { name: 'log', to: '/log', needs: 'read-log' },
      { name: 'jobs', to: '/jobs', needs: 'operate' },
      { name: 'settings', to: '/settings', needs: 'operate' },
    ],
  },
]

/** What of the menu somebody with these actions can use; the server enforces the same. */
export function menuFor(actions: readonly Action[]): readonly MenuGroup[] {
  return menu
    .map(({ stage, entries }) => ({
      stage,
      entries: entries.filter(({ needs }) => actions.includes(needs)),
    }))
    .filter(({ entries }) => entries.length > 0)
}

/** Where somebody begins: planners at the desk of plans, leaders at the overview, others at what waits for them. */
export function firstPage(actions: readonly Action[]): '/' | '/watching' | '/work' | '/account' {
  if (actions.includes('review')) return '/'
  if (actions.includes('hear-escalations')) return '/watching'
  return actions.length > 0 ? '/work' : '/account'
}
