import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { compareSearch } from '../search.ts'
import { root } from './root.ts'

const drafts = { name: 'drafts', to: '/drafts' } as const

/** 调: plans in force and what their versions changed. */
export const reviseRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/drafts/$draftId/comparison',
    staticData: { stage: 'revise', under: drafts, page: 'draftComparison', entry: 'drafts' },
    component: lazyRouteComponent(
      () => import('../plan/draft-comparison-page.tsx'),
      'DraftComparisonPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/targets/compare',
    validateSearch: compareSearch,
    staticData: { stage: 'revise', page: 'compare', entry: 'compare' },
    component: lazyRouteComponent(() => import('../plan/compare-page.tsx'), 'ComparePage'),
  }),
] as const
