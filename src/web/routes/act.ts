import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import {
  calendarSearch,
  dutySearch,
  loadSearch,
  matterRuleSearch,
  matterSearch,
} from '../search.ts'
import { root } from './root.ts'

const matterRules = { name: 'matterRules', to: '/matters/rules' } as const

/** 办: matters, meetings and their rules. */
export const actRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/matters',
    validateSearch: matterSearch,
    staticData: { stage: 'act', page: 'matters', entry: 'matters' },
    component: lazyRouteComponent(() => import('../matter/matters-page.tsx'), 'MattersPage'),
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
    component: lazyRouteComponent(() => import('../matter/duties-page.tsx'), 'DutiesPage'),
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
    component: lazyRouteComponent(() => import('../matter/load-page.tsx'), 'LoadPage'),
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
    component: lazyRouteComponent(() => import('../matter/unit-page.tsx'), 'UnitPage'),
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
    component: lazyRouteComponent(() => import('../matter-rule/rules-page.tsx'), 'RulesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/matters/rules/schemes/$code',
    validateSearch: matterRuleSearch,
    staticData: { stage: 'act', under: matterRules, page: 'scheme', entry: 'matterRules' },
    component: lazyRouteComponent(() => import('../matter-rule/scheme-page.tsx'), 'SchemePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/matters/rules/workflows/$code',
    validateSearch: matterRuleSearch,
    staticData: { stage: 'act', under: matterRules, page: 'workflow', entry: 'matterRules' },
    component: lazyRouteComponent(() => import('../matter-rule/workflow-page.tsx'), 'WorkflowPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/matters/rules/kinds/$code',
    validateSearch: matterRuleSearch,
    staticData: { stage: 'act', under: matterRules, page: 'kind', entry: 'matterRules' },
    component: lazyRouteComponent(() => import('../matter-rule/kind-page.tsx'), 'KindPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/meetings',
    staticData: { stage: 'act', page: 'meetings', entry: 'meetings' },
    component: lazyRouteComponent(() => import('../meeting/meetings-page.tsx'), 'MeetingsPage'),
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
    component: lazyRouteComponent(() => import('../meeting/meeting-page.tsx'), 'MeetingPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/webhooks',
    staticData: { stage: 'act', page: 'webhooks', entry: 'webhooks' },
    component: lazyRouteComponent(() => import('../webhook/webhooks-page.tsx'), 'WebhooksPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/calendar',
    validateSearch: calendarSearch,
    staticData: { stage: 'act', page: 'calendar', entry: 'calendar' },
    component: lazyRouteComponent(() => import('../calendar/calendar-page.tsx'), 'CalendarPage'),
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
    component: lazyRouteComponent(() => import('../matter/matter-page.tsx'), 'MatterPage'),
  }),
] as const
