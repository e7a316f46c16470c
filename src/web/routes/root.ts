import { createRootRoute } from '@tanstack/react-router'
import { Frame } from '../shell/frame.tsx'
import type { MenuEntry, Stage } from '../shell/menu.ts'
import { NotFoundPage } from '../shell/not-found-page.tsx'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Where the page stands, for the breadcrumb. */
    readonly stage?: Stage
    readonly under?: Pick<MenuEntry, 'name' | 'to'>
    readonly page?: PageName
    /** The entry of the menu the page belongs to. */
    readonly entry?: MenuEntry['name'] | 'home' | 'work'
    /** `?` shows the keys of the page itself. */
    readonly hasOwnKeys?: boolean
    /** Seen before one is let in, without what stands around the other pages. */
    readonly isOutside?: boolean
  }
}

type PageName =
  | 'home'
  | 'import'
  | 'drafts'
  | 'review'
  | 'findings'
  | 'draftFindings'
  | 'draftComparison'
  | 'document'
  | 'plans'
  | 'plan'
  | 'targets'
  | 'measures'
  | 'watching'
  | 'standing'
  | 'lampRule'
  | 'changes'
  | 'figures'
  | 'formulas'
  | 'indicators'
  | 'indicator'
  | 'lineage'
  | 'matters'
  | 'matter'
  | 'duties'
  | 'load'
  | 'unitMatters'
  | 'matterRules'
  | 'scheme'
  | 'workflow'
  | 'kind'
  | 'meetings'
  | 'meeting'
  | 'webhooks'
  | 'calendar'
  | 'analysis'
  | 'analysisTemplates'
  | 'causes'
  | 'warnings'
  | 'warningRules'
  | 'warningRule'
  | 'prosperity'
  | 'compare'
  | 'design'
  | 'account'
  | 'work'
  | 'notifications'
  | 'search'
  | 'help'
  | 'glossary'
  | 'organisations'
  | 'enterprises'
  | 'enterprise'
  | 'enterpriseImport'
  | 'source'
  | 'projects'
  | 'keyProject'
  | 'projectImport'
  | 'reports'
  | 'report'
  | 'forms'
  | 'formDesign'
  | 'burden'
  | 'listed'
  | 'reminders'
  | 'sheet'
  | 'figureImports'
  | 'apiKeys'
  | 'figureImport'
  | 'users'
  | 'roles'
  | 'jobs'
  | 'log'
  | 'settings'

/** What every page stands in. */
export const root = createRootRoute({ component: Frame, notFoundComponent: NotFoundPage })
