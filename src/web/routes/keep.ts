import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { logSearch, organisationSearch } from '../search.ts'
import { root } from './root.ts'

/** Users, roles, the log and the installation. */
export const keepRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/api-keys',
    staticData: { stage: 'keep', page: 'apiKeys', entry: 'apiKeys' },
    component: lazyRouteComponent(() => import('../exchange/api-keys-page.tsx'), 'ApiKeysPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/organisations',
    validateSearch: organisationSearch,
    staticData: { stage: 'keep', page: 'organisations', entry: 'organisations' },
    component: lazyRouteComponent(
      () => import('../organisation/organisations-page.tsx'),
      'OrganisationsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/users',
    staticData: { stage: 'keep', page: 'users', entry: 'users' },
    component: lazyRouteComponent(() => import('../identity/users/users-page.tsx'), 'UsersPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/roles',
    staticData: { stage: 'keep', page: 'roles', entry: 'roles' },
    component: lazyRouteComponent(() => import('../identity/users/roles-page.tsx'), 'RolesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/log',
    validateSearch: logSearch,
    staticData: { stage: 'keep', page: 'log', entry: 'log' },
    component: lazyRouteComponent(() => import('../log/log-page.tsx'), 'LogPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/jobs',
    staticData: { stage: 'keep', page: 'jobs', entry: 'jobs' },
    component: lazyRouteComponent(() => import('../job/jobs-page.tsx'), 'JobsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/settings',
    staticData: { stage: 'keep', page: 'settings', entry: 'settings' },
    component: lazyRouteComponent(
      () => import('../installation/settings-page.tsx'),
      'SettingsPage',
    ),
  }),
] as const
