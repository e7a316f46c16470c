import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signInSearch, screenSearch } from '../search.ts'
import { root } from './root.ts'

/** Pages seen before one is let in. */
export const outsideRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/screen',
    validateSearch: screenSearch,
    staticData: { isOutside: true },
    component: lazyRouteComponent(() => import('../screen/screen-page.tsx'), 'ScreenPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    validateSearch: signInSearch,
    staticData: { isOutside: true },
    component: lazyRouteComponent(
      () => import('../identity/sign-in/sign-in-page.tsx'),
      'SignInPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in/return',
    staticData: { isOutside: true },
    component: lazyRouteComponent(
      () => import('../identity/sign-in/provider-return-page.tsx'),
      'ProviderReturnPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/invitation',
    staticData: { isOutside: true },
    component: lazyRouteComponent(
      () => import('../identity/sign-in/invitation-page.tsx'),
      'InvitationPage',
    ),
  }),
] as const
