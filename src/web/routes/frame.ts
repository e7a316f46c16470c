import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { foundSearch } from '../search.ts'
import { root } from './root.ts'

/** Pages of everybody, whatever their work. */
export const frameRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/',
    staticData: { page: 'home', entry: 'home' },
    component: lazyRouteComponent(() => import('../home/home-page.tsx'), 'HomePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/design',
    staticData: { page: 'design' },
    component: lazyRouteComponent(() => import('../design/design-page.tsx'), 'DesignPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/work',
    staticData: { page: 'work', entry: 'work' },
    component: lazyRouteComponent(() => import('../work/work-page.tsx'), 'WorkPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/notifications',
    staticData: { page: 'notifications' },
    component: lazyRouteComponent(
      () => import('../notification/notifications-page.tsx'),
      'NotificationsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/search',
    validateSearch: foundSearch,
    staticData: { page: 'search' },
    component: lazyRouteComponent(() => import('../search/search-page.tsx'), 'SearchPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/help',
    staticData: { page: 'help' },
    component: lazyRouteComponent(() => import('../help/help-page.tsx'), 'HelpPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/help/$page',
    staticData: { page: 'help' },
    component: lazyRouteComponent(() => import('../help/help-page.tsx'), 'HelpPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/glossary',
    staticData: { page: 'glossary' },
    component: lazyRouteComponent(() => import('../help/glossary-page.tsx'), 'GlossaryPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/account',
    staticData: { page: 'account' },
    component: lazyRouteComponent(
      () => import('../identity/account/account-page.tsx'),
      'AccountPage',
    ),
  }),
] as const
