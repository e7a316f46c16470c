import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Configuration, Provider } from 'oidc-provider'

export interface TestProvider {
  readonly issuer: string
  /**
   * Goes through the pages of the provider as a browser would, signing in there as `login`, and
   * gives where the provider sends it back to.
   */
  signsIn(address: string, login: string): Promise<URL>
  close(): Promise<void>
}

export const testClient = { id: 'jingwei', secret: 'a-secret-of-the-tests' }

/** A real provider of OpenID Connect that lets anybody in by the login they type. */
export async function identityProvider(returnAddress: string): Promise<TestProvider> {
  const server = http.createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const issuer = `http://127.0.0.1:${port}`
  const provider = new Provider(issuer, configuration(returnAddress))
  const answer = provider.callback()
  server.on('request', (request, response) => void answer(request, response))
  return {
    issuer,
    signsIn: (address, login) => walk(address, login, returnAddress),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function configuration(returnAddress: string): Configuration {
  return {
    clients: [
      {
        client_id: testClient.id,
        client_secret: testClient.secret,
        redirect_uris: [returnAddress],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'] },
    // The id token itself tells the name.
    conformIdTokenClaims: false,
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, name: `${id}同志`, preferred_username: id }),
    }),
    cookies: { keys: ['a key of the tests'] },
  }
}

/** Follows redirects and submits the forms the provider shows: who it is, and that they agree. */
async function walk(address: string, login: string, end: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let next: string = address
  let form: URLSearchParams | undefined
  for (let step = 0; step < 20; step += 1) {
    if (next.startsWith(end)) return new URL(next)
    const reply: Response = await fetch(next, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: form }),
    })
    for (const cookie of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      cookies.set(name, value)
    }
    const place = reply.headers.get('location')
    const page = await reply.text()
    form = place === null ? filled(page, login) : undefined
    const action = place ?? /<form[^>]* action="([^"]+)"/.exec(page)?.[1]
    if (action === undefined) throw new Error(`The provider shows no form: ${page.slice(0, 500)}`)
    next = new URL(action, next).href
  }
  throw new Error('The provider does not come to an end')
}

function filled(page: string, login: string): URLSearchParams {
  const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? ''
  return new URLSearchParams({ prompt, ...(prompt === 'login' && { login, password: 'any' }) })
}
