import { createRouter } from '@tanstack/react-router'
import { frameRoutes } from './routes/frame.ts'
import { readRoutes } from './routes/read.ts'
import { auditRoutes } from './routes/audit.ts'
import { reviseRoutes } from './routes/revise.ts'
import { watchRoutes } from './routes/watch.ts'
import { outsideRoutes } from './routes/outside.ts'
import { actRoutes } from './routes/act.ts'
import { computeRoutes } from './routes/compute.ts'
import { keepRoutes } from './routes/keep.ts'
import { collectRoutes } from './routes/collect.ts'
import { root } from './routes/root.ts'
import { CrashPage } from './shell/crash-page.tsx'

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>
  }
}

const routes = [
  ...frameRoutes,
  ...readRoutes,
  ...auditRoutes,
  ...reviseRoutes,
  ...watchRoutes,
  ...outsideRoutes,
  ...actRoutes,
  ...computeRoutes,
  ...keepRoutes,
  ...collectRoutes,
] as const

/** Every page of the application, each loaded when it is first opened. */
export function newRouter() {
  return createRouter({
    routeTree: root.addChildren(routes),
    defaultErrorComponent: CrashPage,
    scrollRestoration: true,
  })
}
