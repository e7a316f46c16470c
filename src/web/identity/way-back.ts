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
