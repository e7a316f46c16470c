import { signIn } from '#contract/identity.ts'
import { callOf, type Input, type Reply, type Route } from '#contract/route.ts'
import { demonstrationPassword } from '#server/identity/demonstration-accounts.ts'
import type * as z from 'zod'

/** Somebody signed in to the program at `url`. */
export interface User {
  readonly url: string
  readonly cookie: string
}

export async function signedIn(url: string, login: string): Promise<User> {
  const reply = await send({ url, cookie: '' }, signIn, { login, password: demonstrationPassword })
  const [cookie = ''] = (reply.headers.get('set-cookie') ?? '').split(';')
  if (!reply.ok) throw new Error(`Signing ${login} in was answered with ${reply.status}`)
  return { url, cookie }
}

export async function ask<R extends Route>(
  user: User,
  route: R,
  input: Input<R>,
): Promise<Reply<R>> {
  const reply = await send(user, route, input)
  if (!reply.ok) throw new Error(`${route.path} was answered with ${reply.status}`)
  return route.reply.parse(await reply.json()) as Reply<R>
}

export function send<R extends Route>(
  { url, cookie }: User,
  route: R,
  input: Input<R>,
): Promise<Response> {
  const call = callOf(route, input as z.output<z.ZodRecord>)
  return fetch(`${url}${call.url}`, {
    method: route.method,
    headers: { cookie, ...(call.body && { 'content-type': 'application/json' }) },
    ...(call.body && { body: JSON.stringify(call.body) }),
  })
}
