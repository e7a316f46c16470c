import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { documentSearch, draftSearch } from '../search.ts'
import { root } from './root.ts'

const drafts = { name: 'drafts', to: '/drafts' } as const

/** 读: documents become drafts. */
export const readRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/import',
    staticData: { stage: 'read', page: 'import', entry: 'import' },
    component: lazyRouteComponent(() => import('../document/import-page.tsx'), 'ImportPage'),
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
    component: lazyRouteComponent(() => import('../document/document-page.tsx'), 'DocumentPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/drafts',
    staticData: { stage: 'read', page: 'drafts', entry: 'drafts' },
    component: lazyRouteComponent(() => import('../draft/drafts-page.tsx'), 'DraftsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/drafts/$draftId',
    validateSearch: draftSearch,
    staticData: { stage: 'read', under: drafts, page: 'review', entry: 'drafts', hasOwnKeys: true },
    component: lazyRouteComponent(() => import('../draft/review-page.tsx'), 'ReviewPage'),
  }),
] as const
