const name = 'jingwei-session'

/** The header that makes a browser carry `token`, out of reach of scripts; without one, forget it. */
export function sessionCookie(token: string | undefined, isSecure: boolean): string {
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
  return token === undefined
    ? `${name}=; Max-Age=0; ${attributes}`
    : `${name}=${token}; ${attributes}`
}

/** The token a request carries. */
export function tokenIn(cookies: string | undefined): string | undefined {
  const [, token] = new RegExp(`(?:^|;\\s*)${name}=([\\w-]{43})(?:;|$)`).exec(cookies ?? '') ?? []
  return token
}
