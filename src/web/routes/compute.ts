import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import {
  explorerSearch,
  indicatorSearch,
  librarySearch,
  lineageSearch,
  formulaSearch,
  sourceSearch,
} from '../search.ts'
import { root } from './root.ts'

/** 算: indicators, figures and formulas. */
export const computeRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/indicators',
    validateSearch: librarySearch,
    staticData: { stage: 'compute', page: 'indicators', entry: 'indicators' },
    component: lazyRouteComponent(() => import('../indicator/library-page.tsx'), 'LibraryPage'),
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
    component: lazyRouteComponent(() => import('../indicator/indicator-page.tsx'), 'IndicatorPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/figures',
    validateSearch: explorerSearch,
    staticData: { stage: 'compute', page: 'figures', entry: 'figures' },
    component: lazyRouteComponent(() => import('../figure/explorer-page.tsx'), 'ExplorerPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/formulas',
    validateSearch: formulaSearch,
    staticData: { stage: 'compute', page: 'formulas', entry: 'formulas' },
    component: lazyRouteComponent(() => import('../indicator/formula-page.tsx'), 'FormulaPage'),
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
    component: lazyRouteComponent(() => import('../indicator/lineage-page.tsx'), 'LineagePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/figures/of-source',
    validateSearch: sourceSearch,
    staticData: {
      stage: 'compute',
      under: { name: 'indicators', to: '/indicators' },
      page: 'source',
      entry: 'indicators',
    },
    component: lazyRouteComponent(() => import('../indicator/source-page.tsx'), 'SourcePage'),
  }),
] as const
