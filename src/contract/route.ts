import type { Need } from '#core/access/action.ts'
import type * as z from 'zod'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/**
 * An endpoint, described once: mounted by the server, called by the web, printed as OpenAPI.
 * Paths lie under `/api`. `input` holds the path's parameters, the query of a `GET` and the body
 * of anything else in one object.
 */
export interface Route<Input extends z.ZodType = z.ZodType, Reply extends z.ZodType = z.ZodType> {
  readonly kind: 'json' | 'upload'
  readonly method: Method
  readonly path: `/${string}`
  readonly summary: string
  /** What the caller must be allowed to do; an endpoint without it does not compile. */
  readonly needs: Need
  readonly input: Input
  readonly reply: Reply
}

/** An endpoint that gives a file, which a browser opens or saves by its address. */
export interface FileRoute<Input extends z.ZodType = z.ZodType> {
  readonly kind: 'file'
  readonly method: 'GET'
  readonly path: `/${string}`
  readonly summary: string
  /** What the caller must be allowed to do; an endpoint without it does not compile. */
  readonly needs: Need
  readonly input: Input
  readonly mediaType: string
}

export type AnyRoute = Route | FileRoute

/** What a caller passes. */
export type Input<R extends { readonly input: z.ZodType }> = z.input<R['input']>
/** What the handler receives. */
export type Parsed<R extends { readonly input: z.ZodType }> = z.output<R['input']>
/** What the handler returns. */
export type Answer<R extends { readonly reply: z.ZodType }> = z.input<R['reply']>
/** What the caller receives. */
export type Reply<R extends { readonly reply: z.ZodType }> = z.output<R['reply']>

export function route<Input extends z.ZodType, Reply extends z.ZodType>(
  description: Omit<Route<Input, Reply>, 'kind'>,
): Route<Input, Reply> {
  return { kind: 'json', ...description }
}

/** An endpoint whose body is `multipart/form-data` with any number of files; the rest of `input` is its query. */
export function uploadRoute<Input extends z.ZodType, Reply extends z.ZodType>(
  description: Omit<Route<Input, Reply>, 'kind' | 'method'>,
): Route<Input, Reply> {
  return { kind: 'upload', method: 'POST', ...description }
}

export function fileRoute<Input extends z.ZodType>(
  description: Omit<FileRoute<Input>, 'kind' | 'method'>,
): FileRoute<Input> {
  return { kind: 'file', method: 'GET', ...description }
}

export interface Call {
  /** With the parameters filled in and, for what has no JSON body, the query: `/api/drafts/7?x=1`. */
  readonly url: string
  /** What goes into the body as JSON; absent where there is none. */
  readonly body?: Readonly<Record<string, unknown>>
}

/** How an input travels: parameters in the path, the rest in the query or the body. */
export function callOf(route: AnyRoute, input: Readonly<Record<string, unknown>>): Call {
  const rest = new Map(Object.entries(input))
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = rest.get(name)
    rest.delete(name)
    return encodeURIComponent(asText(value))
  })
  const url = `/api${path}`
  if (route.kind === 'json' && route.method !== 'GET') {
    return { url, body: Object.fromEntries(rest) }
  }
  const query = [...rest]
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one) => [name, one]))
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(asText(value))}`)
    .join('&')
  return { url: query ? `${url}?${query}` : url }
}

// Half of a surrogate pair, as a cut in the middle of a rare character leaves it, cannot travel.
function asText(value: unknown): string {
  return typeof value === 'string' ? value.toWellFormed() : JSON.stringify(value)
}
