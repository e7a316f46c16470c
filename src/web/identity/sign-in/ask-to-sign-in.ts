import type { newRouter } from '../../router.ts'
import { refusalCode } from '../refusal.ts'

/** Leads to the sign-in page where a request failed because nobody is signed in any more. */
export function askToSignIn(router: ReturnType<typeof newRouter>, error: Error): void {
  if (refusalCode(error) !== 'not-signed-in') return
  const { pathname, href } = router.latestLocation
  if (pathname === '/sign-in') return
  void router.navigate({ to: '/sign-in', search: { back: href }, replace: true })
}
