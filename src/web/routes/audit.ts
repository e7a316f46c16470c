import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { findingSearch } from '../search.ts'
import { root } from './root.ts'

/** 审: what speaks against a plan. */
export const auditRoutes = [
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
    component: lazyRouteComponent(() => import('../finding/findings-page.tsx'), 'FindingsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/findings',
    staticData: { stage: 'audit', page: 'findings', entry: 'findings' },
    component: lazyRouteComponent(() => import('../finding/audits-page.tsx'), 'AuditsPage'),
  }),
] as const
