const anyOrigin = 'http://way-back.invalid'

/**
 * Where signing in leads to: a page of this application, never another site. What is no such
 * address, or the sign-in page itself, leads to the desk.
 */
export function wayBack(wanted: string | undefined): string {
  if (wanted === undefined || !URL.canParse(wanted, anyOrigin)) return '/'
  const { origin, pathname, search, hash } = new URL(wanted, anyOrigin)
  const isPage = origin === anyOrigin && !/^\/\/|^\/(sign-in|api)(\/|$)/.test(pathname)
  return isPage ? `${pathname}${search}${hash}` : '/'
}

const key = 'jingwei-way-back'

/** Keeps the page that was wanted while one is at the provider. */
export function rememberWayBack(wanted: string | undefined): void {
  if (wanted === undefined) sessionStorage.removeItem(key)
  else sessionStorage.setItem(key, wanted)
}

/** What was kept, once. */
export function rememberedWayBack(): string | undefined {
  const wanted = sessionStorage.getItem(key) ?? undefined
  sessionStorage.removeItem(key)
  return wanted
}
