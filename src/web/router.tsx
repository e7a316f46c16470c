import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import type { MenuEntry, Stage } from './shell/menu.ts'
import {
  asOfSearch,
  compareSearch,
  documentSearch,
  draftSearch,
  enterpriseImportSearch,
  enterpriseSearch,
  projectSearch,
  explorerSearch,
  findingSearch,
  indicatorSearch,
  librarySearch,
  foundSearch,
  ledgerSearch,
  logSearch,
  organisationSearch,
  planSearch,
  signInSearch,
  analysisSearch,
  calendarSearch,
  causesSearch,
  changesSearch,
  dutySearch,
  lineageSearch,
  loadSearch,
  matterRuleSearch,
  matterSearch,
  measureSearch,
  formSearch,
  formulaSearch,
  formDesignSearch,
  burdenSearch,
  sheetSearch,
  reportSearch,
  screenSearch,
  templateSearch,
  warningSearch,
  watchingSearch,
} from './search.ts'
import { NotFoundPage } from './shell/not-found-page.tsx'
import { CrashPage } from './shell/crash-page.tsx'
import { Frame } from './shell/frame.tsx'

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>
  }
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
  | 'projects'
  | 'keyProject'
  | 'projectImport'
  | 'reports'
  | 'report'
  | 'forms'
  | 'formDesign'
  | 'burden'
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

const root = createRootRoute({ component: Frame, notFoundComponent: NotFoundPage })
const drafts = { name: 'drafts', to: '/drafts' } as const
const matterRules = { name: 'matterRules', to: '/matters/rules' } as const

const routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/',
    staticData: { page: 'home', entry: 'home' },
    component: lazyRouteComponent(() => import('./home/home-page.tsx'), 'HomePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/import',
    staticData: { stage: 'read', page: 'import', entry: 'import' },
    component: lazyRouteComponent(() => import('./document/import-page.tsx'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/documents/$documentId',
    validateSearch: documentSearch,
    staticData: {
      stage: 'read',
      under: { name: 'import', to: '/import' },
      page: 'document',
      entry: 'import',
    },
    component: lazyRouteComponent(() => import('./document/document-page.tsx'), 'DocumentPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/drafts',
    staticData: { stage: 'read', page: 'drafts', entry: 'drafts' },
    component: lazyRouteComponent(() => import('./draft/drafts-page.tsx'), 'DraftsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/drafts/$draftId',
    validateSearch: draftSearch,
    staticData: { stage: 'read', under: drafts, page: 'review', entry: 'drafts', hasOwnKeys: true },
    component: lazyRouteComponent(() => import('./draft/review-page.tsx'), 'ReviewPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/drafts/$draftId/findings',
    validateSearch: findingSearch,
    staticData: {
      stage: 'audit',
      under: { name: 'findings', to: '/findings' },
      page: 'draftFindings',
      entry: 'findings',
    },
    component: lazyRouteComponent(() => import('./finding/findings-page.tsx'), 'FindingsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/drafts/$draftId/comparison',
    staticData: { stage: 'revise', under: drafts, page: 'draftComparison', entry: 'drafts' },
    component: lazyRouteComponent(
      () => import('./plan/draft-comparison-page.tsx'),
      'DraftComparisonPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/findings',
    staticData: { stage: 'audit', page: 'findings', entry: 'findings' },
    component: lazyRouteComponent(() => import('./finding/audits-page.tsx'), 'AuditsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/watching',
    validateSearch: watchingSearch,
    staticData: { stage: 'watch', page: 'watching', entry: 'watching' },
    component: lazyRouteComponent(() => import('./watching/overview-page.tsx'), 'OverviewPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/watching/targets/$region/$targetId',
    validateSearch: watchingSearch,
    staticData: {
      stage: 'watch',
      under: { name: 'watching', to: '/watching' },
      page: 'standing',
      entry: 'watching',
    },
    component: lazyRouteComponent(() => import('./watching/target-page.tsx'), 'TargetPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/watching/lamps',
    staticData: {
      stage: 'watch',
      under: { name: 'watching', to: '/watching' },
      page: 'lampRule',
      entry: 'watching',
    },
    component: lazyRouteComponent(() => import('./lamp-rule/lamp-rule-page.tsx'), 'LampRulePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/screen',
    validateSearch: screenSearch,
    staticData: { isOutside: true },
    component: lazyRouteComponent(() => import('./screen/screen-page.tsx'), 'ScreenPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/causes',
    validateSearch: causesSearch,
    staticData: { stage: 'watch', page: 'causes', entry: 'causes' },
    component: lazyRouteComponent(() => import('./warning/causes-page.tsx'), 'CausesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/warnings',
    validateSearch: warningSearch,
    staticData: { stage: 'watch', page: 'warnings', entry: 'warnings' },
    component: lazyRouteComponent(() => import('./warning/warnings-page.tsx'), 'WarningsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/warnings/rules',
    staticData: {
      stage: 'watch',
      under: { name: 'warnings', to: '/warnings' },
      page: 'warningRules',
      entry: 'warnings',
    },
    component: lazyRouteComponent(() => import('./warning/rules-page.tsx'), 'WarningRulesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/warnings/rules/$code',
    staticData: {
      stage: 'watch',
      under: { name: 'warnings', to: '/warnings' },
      page: 'warningRule',
      entry: 'warnings',
    },
    component: lazyRouteComponent(() => import('./warning/rule-page.tsx'), 'WarningRulePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/prosperity',
    validateSearch: asOfSearch,
    staticData: { stage: 'watch', page: 'prosperity', entry: 'prosperity' },
    component: lazyRouteComponent(() => import('./warning/prosperity-page.tsx'), 'ProsperityPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/analysis',
    validateSearch: analysisSearch,
    staticData: { stage: 'watch', page: 'analysis', entry: 'analysis' },
    component: lazyRouteComponent(() => import('./analysis/analysis-page.tsx'), 'AnalysisPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/analysis/templates',
    validateSearch: templateSearch,
    staticData: {
      stage: 'watch',
      under: { name: 'analysis', to: '/analysis' },
      page: 'analysisTemplates',
      entry: 'analysis',
    },
    component: lazyRouteComponent(() => import('./analysis/template-page.tsx'), 'TemplatePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/matters',
    validateSearch: matterSearch,
    staticData: { stage: 'act', page: 'matters', entry: 'matters' },
    component: lazyRouteComponent(() => import('./matter/matters-page.tsx'), 'MattersPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/matters/duties',
    validateSearch: dutySearch,
    staticData: {
      stage: 'act',
      under: { name: 'matters', to: '/matters' },
      page: 'duties',
      entry: 'matters',
    },
    component: lazyRouteComponent(() => import('./matter/duties-page.tsx'), 'DutiesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/matters/load',
    validateSearch: loadSearch,
    staticData: {
      stage: 'act',
      under: { name: 'matters', to: '/matters' },
      page: 'load',
      entry: 'matters',
    },
    component: lazyRouteComponent(() => import('./matter/load-page.tsx'), 'LoadPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/matters/units/$unitId',
    validateSearch: loadSearch,
    staticData: {
      stage: 'act',
      under: { name: 'matters', to: '/matters' },
      page: 'unitMatters',
      entry: 'matters',
    },
    component: lazyRouteComponent(() => import('./matter/unit-page.tsx'), 'UnitPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/matters/rules',
    validateSearch: matterRuleSearch,
    staticData: {
      stage: 'act',
      under: { name: 'matters', to: '/matters' },
      page: 'matterRules',
      entry: 'matterRules',
    },
    component: lazyRouteComponent(() => import('./matter-rule/rules-page.tsx'), 'RulesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/matters/rules/schemes/$code',
    validateSearch: matterRuleSearch,
    staticData: { stage: 'act', under: matterRules, page: 'scheme', entry: 'matterRules' },
    component: lazyRouteComponent(() => import('./matter-rule/scheme-page.tsx'), 'SchemePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/matters/rules/workflows/$code',
    validateSearch: matterRuleSearch,
    staticData: { stage: 'act', under: matterRules, page: 'workflow', entry: 'matterRules' },
    component: lazyRouteComponent(() => import('./matter-rule/workflow-page.tsx'), 'WorkflowPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/matters/rules/kinds/$code',
    validateSearch: matterRuleSearch,
    staticData: { stage: 'act', under: matterRules, page: 'kind', entry: 'matterRules' },
    component: lazyRouteComponent(() => import('./matter-rule/kind-page.tsx'), 'KindPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/meetings',
    staticData: { stage: 'act', page: 'meetings', entry: 'meetings' },
    component: lazyRouteComponent(() => import('./meeting/meetings-page.tsx'), 'MeetingsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/meetings/$meetingId',
    staticData: {
      stage: 'act',
      under: { name: 'meetings', to: '/meetings' },
      page: 'meeting',
      entry: 'meetings',
    },
    component: lazyRouteComponent(() => import('./meeting/meeting-page.tsx'), 'MeetingPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/webhooks',
    staticData: { stage: 'act', page: 'webhooks', entry: 'webhooks' },
    component: lazyRouteComponent(() => import('./webhook/webhooks-page.tsx'), 'WebhooksPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/calendar',
    validateSearch: calendarSearch,
    staticData: { stage: 'act', page: 'calendar', entry: 'calendar' },
    component: lazyRouteComponent(() => import('./calendar/calendar-page.tsx'), 'CalendarPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/matters/$matterId',
    staticData: {
      stage: 'act',
      under: { name: 'matters', to: '/matters' },
      page: 'matter',
      entry: 'matters',
    },
    component: lazyRouteComponent(() => import('./matter/matter-page.tsx'), 'MatterPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/indicators',
    validateSearch: librarySearch,
    staticData: { stage: 'compute', page: 'indicators', entry: 'indicators' },
    component: lazyRouteComponent(() => import('./indicator/library-page.tsx'), 'LibraryPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/indicators/$code',
    validateSearch: indicatorSearch,
    staticData: {
      stage: 'compute',
      under: { name: 'indicators', to: '/indicators' },
      page: 'indicator',
      entry: 'indicators',
    },
    component: lazyRouteComponent(() => import('./indicator/indicator-page.tsx'), 'IndicatorPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/figures',
    validateSearch: explorerSearch,
    staticData: { stage: 'compute', page: 'figures', entry: 'figures' },
    component: lazyRouteComponent(() => import('./figure/explorer-page.tsx'), 'ExplorerPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/formulas',
    validateSearch: formulaSearch,
    staticData: { stage: 'compute', page: 'formulas', entry: 'formulas' },
    component: lazyRouteComponent(() => import('./indicator/formula-page.tsx'), 'FormulaPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/figures/lineage',
    validateSearch: lineageSearch,
    staticData: {
      stage: 'compute',
      under: { name: 'indicators', to: '/indicators' },
      page: 'lineage',
      entry: 'indicators',
    },
    component: lazyRouteComponent(() => import('./indicator/lineage-page.tsx'), 'LineagePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/changes',
    validateSearch: changesSearch,
    staticData: { stage: 'watch', page: 'changes', entry: 'changes' },
    component: lazyRouteComponent(() => import('./analysis/changes-page.tsx'), 'ChangesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/plans',
    staticData: { stage: 'watch', page: 'plans', entry: 'plans' },
    component: lazyRouteComponent(() => import('./plan/plans-page.tsx'), 'PlansPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/plans/$region/$planId',
    validateSearch: planSearch,
    staticData: {
      stage: 'watch',
      under: { name: 'plans', to: '/plans' },
      page: 'plan',
      entry: 'plans',
    },
    component: lazyRouteComponent(() => import('./plan/plan-page.tsx'), 'PlanPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/targets',
    validateSearch: ledgerSearch,
    staticData: { stage: 'watch', page: 'targets', entry: 'targets' },
    component: lazyRouteComponent(() => import('./target/ledger-page.tsx'), 'LedgerPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/targets/measures',
    validateSearch: measureSearch,
    staticData: {
      stage: 'watch',
      under: { name: 'targets', to: '/targets' },
      page: 'measures',
      entry: 'targets',
    },
    component: lazyRouteComponent(() => import('./target/measures-page.tsx'), 'MeasuresPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/targets/compare',
    validateSearch: compareSearch,
    staticData: { stage: 'revise', page: 'compare', entry: 'compare' },
    component: lazyRouteComponent(() => import('./plan/compare-page.tsx'), 'ComparePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/design',
    staticData: { page: 'design' },
    component: lazyRouteComponent(() => import('./design/design-page.tsx'), 'DesignPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/work',
    staticData: { page: 'work', entry: 'work' },
    component: lazyRouteComponent(() => import('./work/work-page.tsx'), 'WorkPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/notifications',
    staticData: { page: 'notifications' },
    component: lazyRouteComponent(
      () => import('./notification/notifications-page.tsx'),
      'NotificationsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/search',
    validateSearch: foundSearch,
    staticData: { page: 'search' },
    component: lazyRouteComponent(() => import('./search/search-page.tsx'), 'SearchPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/help',
    staticData: { page: 'help' },
    component: lazyRouteComponent(() => import('./help/help-page.tsx'), 'HelpPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/help/$page',
    staticData: { page: 'help' },
    component: lazyRouteComponent(() => import('./help/help-page.tsx'), 'HelpPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/glossary',
    staticData: { page: 'glossary' },
    component: lazyRouteComponent(() => import('./help/glossary-page.tsx'), 'GlossaryPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/account',
    staticData: { page: 'account' },
    component: lazyRouteComponent(() => import('./identity/account-page.tsx'), 'AccountPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/api-keys',
    staticData: { stage: 'keep', page: 'apiKeys', entry: 'apiKeys' },
    component: lazyRouteComponent(() => import('./exchange/api-keys-page.tsx'), 'ApiKeysPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/reports',
    validateSearch: reportSearch,
    staticData: { stage: 'collect', page: 'reports', entry: 'reports' },
    component: lazyRouteComponent(() => import('./report/reports-page.tsx'), 'ReportsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/reports/$reportId',
    staticData: {
      stage: 'collect',
      under: { name: 'reports', to: '/reports' },
      page: 'report',
      entry: 'reports',
    },
    component: lazyRouteComponent(() => import('./report/report-page.tsx'), 'ReportPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/reports/sheet',
    validateSearch: sheetSearch,
    staticData: {
      stage: 'collect',
      under: { name: 'reports', to: '/reports' },
      page: 'sheet',
      entry: 'reports',
      hasOwnKeys: true,
    },
    component: lazyRouteComponent(() => import('./sheet/sheet-page.tsx'), 'SheetPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/reports/burden',
    validateSearch: burdenSearch,
    staticData: {
      stage: 'collect',
      under: { name: 'reports', to: '/reports' },
      page: 'burden',
      entry: 'reports',
    },
    component: lazyRouteComponent(() => import('./collection/burden-page.tsx'), 'BurdenPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/reports/reminders',
    staticData: {
      stage: 'collect',
      under: { name: 'reports', to: '/reports' },
      page: 'reminders',
      entry: 'reports',
    },
    component: lazyRouteComponent(() => import('./collection/reminders-page.tsx'), 'RemindersPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/forms/design',
    validateSearch: formDesignSearch,
    staticData: {
      stage: 'collect',
      under: { name: 'forms', to: '/forms' },
      page: 'formDesign',
      entry: 'forms',
    },
    component: lazyRouteComponent(() => import('./form/design-page.tsx'), 'DesignFormPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/forms',
    validateSearch: formSearch,
    staticData: { stage: 'collect', page: 'forms', entry: 'forms' },
    component: lazyRouteComponent(() => import('./report/forms-page.tsx'), 'FormsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/figure-imports',
    staticData: { stage: 'collect', page: 'figureImports', entry: 'figureImports' },
    component: lazyRouteComponent(
      () => import('./figure-import/figure-imports-page.tsx'),
      'FigureImportsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/figure-imports/$importId',
    staticData: {
      stage: 'collect',
      under: { name: 'figureImports', to: '/figure-imports' },
      page: 'figureImport',
      entry: 'figureImports',
    },
    component: lazyRouteComponent(
      () => import('./figure-import/figure-import-page.tsx'),
      'FigureImportPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/projects',
    validateSearch: projectSearch,
    staticData: { stage: 'collect', page: 'projects', entry: 'projects' },
    component: lazyRouteComponent(() => import('./project/projects-page.tsx'), 'ProjectsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/projects/import',
    staticData: {
      stage: 'collect',
      under: { name: 'projects', to: '/projects' },
      page: 'projectImport',
      entry: 'projects',
    },
    component: lazyRouteComponent(() => import('./project/import-page.tsx'), 'ProjectImportPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/projects/$projectId',
    staticData: {
      stage: 'collect',
      under: { name: 'projects', to: '/projects' },
      page: 'keyProject',
      entry: 'projects',
    },
    component: lazyRouteComponent(() => import('./project/project-page.tsx'), 'ProjectPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/enterprises',
    validateSearch: enterpriseSearch,
    staticData: { stage: 'collect', page: 'enterprises', entry: 'enterprises' },
    component: lazyRouteComponent(
      () => import('./enterprise/enterprises-page.tsx'),
      'EnterprisesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/enterprises/import',
    validateSearch: enterpriseImportSearch,
    staticData: {
      stage: 'collect',
      under: { name: 'enterprises', to: '/enterprises' },
      page: 'enterpriseImport',
      entry: 'enterprises',
    },
    component: lazyRouteComponent(() => import('./enterprise/import-page.tsx'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/enterprises/$enterpriseId',
    validateSearch: asOfSearch,
    staticData: {
      stage: 'collect',
      under: { name: 'enterprises', to: '/enterprises' },
      page: 'enterprise',
      entry: 'enterprises',
    },
    component: lazyRouteComponent(
      () => import('./enterprise/enterprise-page.tsx'),
      'EnterprisePage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/organisations',
    validateSearch: organisationSearch,
    staticData: { stage: 'keep', page: 'organisations', entry: 'organisations' },
    component: lazyRouteComponent(
      () => import('./organisation/organisations-page.tsx'),
      'OrganisationsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/users',
    staticData: { stage: 'keep', page: 'users', entry: 'users' },
    component: lazyRouteComponent(() => import('./identity/users-page.tsx'), 'UsersPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/roles',
    staticData: { stage: 'keep', page: 'roles', entry: 'roles' },
    component: lazyRouteComponent(() => import('./identity/roles-page.tsx'), 'RolesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/log',
    validateSearch: logSearch,
    staticData: { stage: 'keep', page: 'log', entry: 'log' },
    component: lazyRouteComponent(() => import('./log/log-page.tsx'), 'LogPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/jobs',
    staticData: { stage: 'keep', page: 'jobs', entry: 'jobs' },
    component: lazyRouteComponent(() => import('./job/jobs-page.tsx'), 'JobsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/settings',
    staticData: { stage: 'keep', page: 'settings', entry: 'settings' },
    component: lazyRouteComponent(() => import('./installation/settings-page.tsx'), 'SettingsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    validateSearch: signInSearch,
    staticData: { isOutside: true },
    component: lazyRouteComponent(() => import('./identity/sign-in-page.tsx'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in/return',
    staticData: { isOutside: true },
    component: lazyRouteComponent(
      () => import('./identity/provider-return-page.tsx'),
      'ProviderReturnPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/invitation',
    staticData: { isOutside: true },
    component: lazyRouteComponent(() => import('./identity/invitation-page.tsx'), 'InvitationPage'),
  }),
] as const

/** Every page of the application, each loaded when it is first opened. */
export function newRouter() {
  return createRouter({
    routeTree: root.addChildren(routes),
    defaultErrorComponent: CrashPage,
    scrollRestoration: true,
  })
}
