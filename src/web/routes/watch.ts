import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import {
  asOfSearch,
  ledgerSearch,
  planSearch,
  analysisSearch,
  causesSearch,
  changesSearch,
  measureSearch,
  templateSearch,
  warningSearch,
  watchingSearch,
} from '../search.ts'
import { root } from './root.ts'

/** 看: targets, causes, warnings and the month’s analysis. */
export const watchRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/watching',
    validateSearch: watchingSearch,
    staticData: { stage: 'watch', page: 'watching', entry: 'watching' },
    component: lazyRouteComponent(() => import('../watching/overview-page.tsx'), 'OverviewPage'),
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
    component: lazyRouteComponent(() => import('../watching/target-page.tsx'), 'TargetPage'),
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
    component: lazyRouteComponent(() => import('../lamp-rule/lamp-rule-page.tsx'), 'LampRulePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/causes',
    validateSearch: causesSearch,
    staticData: { stage: 'watch', page: 'causes', entry: 'causes' },
    component: lazyRouteComponent(() => import('../warning/causes-page.tsx'), 'CausesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/warnings',
    validateSearch: warningSearch,
    staticData: { stage: 'watch', page: 'warnings', entry: 'warnings' },
    component: lazyRouteComponent(() => import('../warning/warnings-page.tsx'), 'WarningsPage'),
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
    component: lazyRouteComponent(() => import('../warning/rules-page.tsx'), 'WarningRulesPage'),
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
    component: lazyRouteComponent(() => import('../warning/rule-page.tsx'), 'WarningRulePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/prosperity',
    validateSearch: asOfSearch,
    staticData: { stage: 'watch', page: 'prosperity', entry: 'prosperity' },
    component: lazyRouteComponent(() => import('../warning/prosperity-page.tsx'), 'ProsperityPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/analysis',
    validateSearch: analysisSearch,
    staticData: { stage: 'watch', page: 'analysis', entry: 'analysis' },
    component: lazyRouteComponent(() => import('../analysis/analysis-page.tsx'), 'AnalysisPage'),
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
    component: lazyRouteComponent(() => import('../analysis/template-page.tsx'), 'TemplatePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/changes',
    validateSearch: changesSearch,
    staticData: { stage: 'watch', page: 'changes', entry: 'changes' },
    component: lazyRouteComponent(() => import('../analysis/changes-page.tsx'), 'ChangesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/plans',
    staticData: { stage: 'watch', page: 'plans', entry: 'plans' },
    component: lazyRouteComponent(() => import('../plan/plans-page.tsx'), 'PlansPage'),
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
    component: lazyRouteComponent(() => import('../plan/plan-page.tsx'), 'PlanPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/targets',
    validateSearch: ledgerSearch,
    staticData: { stage: 'watch', page: 'targets', entry: 'targets' },
    component: lazyRouteComponent(() => import('../target/ledger-page.tsx'), 'LedgerPage'),
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
    component: lazyRouteComponent(() => import('../target/measures-page.tsx'), 'MeasuresPage'),
  }),
] as const
