import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import {
  asOfSearch,
  enterpriseImportSearch,
  enterpriseSearch,
  projectSearch,
  formSearch,
  formDesignSearch,
  burdenSearch,
  sheetSearch,
  reportSearch,
} from '../search.ts'
import { root } from './root.ts'

/** 汇: enterprises, projects, forms, reports and sheets. */
export const collectRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/reports',
    validateSearch: reportSearch,
    staticData: { stage: 'collect', page: 'reports', entry: 'reports' },
    component: lazyRouteComponent(() => import('../report/reports-page.tsx'), 'ReportsPage'),
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
    component: lazyRouteComponent(() => import('../report/report-page.tsx'), 'ReportPage'),
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
    component: lazyRouteComponent(() => import('../sheet/sheet-page.tsx'), 'SheetPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/reports/listed',
    validateSearch: sheetSearch,
    staticData: {
      stage: 'collect',
      under: { name: 'reports', to: '/reports' },
      page: 'listed',
      entry: 'reports',
    },
    component: lazyRouteComponent(() => import('../collection/listed-page.tsx'), 'ListedPage'),
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
    component: lazyRouteComponent(() => import('../collection/burden-page.tsx'), 'BurdenPage'),
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
    component: lazyRouteComponent(
      () => import('../collection/reminders-page.tsx'),
      'RemindersPage',
    ),
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
    component: lazyRouteComponent(() => import('../form/design-page.tsx'), 'DesignFormPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/forms',
    validateSearch: formSearch,
    staticData: { stage: 'collect', page: 'forms', entry: 'forms' },
    component: lazyRouteComponent(() => import('../report/forms-page.tsx'), 'FormsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/figure-imports',
    staticData: { stage: 'collect', page: 'figureImports', entry: 'figureImports' },
    component: lazyRouteComponent(
      () => import('../figure-import/figure-imports-page.tsx'),
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
      () => import('../figure-import/figure-import-page.tsx'),
      'FigureImportPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/projects',
    validateSearch: projectSearch,
    staticData: { stage: 'collect', page: 'projects', entry: 'projects' },
    component: lazyRouteComponent(() => import('../project/projects-page.tsx'), 'ProjectsPage'),
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
    component: lazyRouteComponent(() => import('../project/import-page.tsx'), 'ProjectImportPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/projects/$projectId',
    validateSearch: asOfSearch,
    staticData: {
      stage: 'collect',
      under: { name: 'projects', to: '/projects' },
      page: 'keyProject',
      entry: 'projects',
    },
    component: lazyRouteComponent(() => import('../project/project-page.tsx'), 'ProjectPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/enterprises',
    validateSearch: enterpriseSearch,
    staticData: { stage: 'collect', page: 'enterprises', entry: 'enterprises' },
    component: lazyRouteComponent(
      () => import('../enterprise/enterprises-page.tsx'),
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
    component: lazyRouteComponent(() => import('../enterprise/import-page.tsx'), 'ImportPage'),
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
      () => import('../enterprise/enterprise-page.tsx'),
      'EnterprisePage',
    ),
  }),
] as const
