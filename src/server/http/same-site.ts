import type { FastifyRequest } from 'fastify'

/**
 * Whether a page of another site makes a browser send a change here (CSRF). Browsers say where a
 * request comes from; over plain http only `Origin` tells. What sends neither is no browser.
 */
export function isFromAnotherSite({ method, headers, url }: FastifyRequest): boolean {
  if (method === 'GET' || method === 'HEAD' || !url.startsWith('/api/')) return false
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const { origin, host } = headers
  if (origin === undefined) return false
  return !URL.canParse(origin) || new URL(origin).host !== host
}
