const sessionName = 'jingwei-session'
const flowName = 'jingwei-provider'

/** The header that makes a browser carry `token`, out of reach of scripts; without one, forget it. */
export function sessionCookie(token: string | undefined, isSecure: boolean): string {
  return cookie(sessionName, token, `Path=/; HttpOnly; SameSite=Lax${secure(isSecure)}`)
}

/** The same for the token of a sign-in that goes on at the provider. */
export function flowCookie(token: string | undefined, isSecure: boolean): string {
  const path = 'Path=/api/session/provider'
  return cookie(flowName, token, `${path}; HttpOnly; SameSite=Strict${secure(isSecure)}`)
}

/** The token of the session a request carries. */
export function tokenIn(cookies: string | undefined): string | undefined {
  return named(sessionName, cookies)
}

/** The token of the sign-in at the provider that a request carries. */
export function flowTokenIn(cookies: string | undefined): string | undefined {
  return named(flowName, cookies)
}

function cookie(name: string, token: string | undefined, attributes: string): string {
  return token === undefined
    ? `${name}=; Max-Age=0; ${attributes}`
    : `${name}=${token}; ${attributes}`
}

function secure(isSecure: boolean): string {
  return isSecure ? '; Secure' : ''
}

function named(name: string, cookies: string | undefined): string | undefined {
  const [, token] = new RegExp(`(?:^|;\\s*)${name}=([\\w-]{43})(?:;|$)`).exec(cookies ?? '') ?? []
  return token
}
