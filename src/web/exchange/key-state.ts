import type { ApiKey } from '#contract/api-key.ts'

export type KeyState = 'working' | 'ending' | 'ended' | 'revoked'

/** Days before its end from which a key is shown as ending. */
const soon = 30

/** How a key stands at a moment (ISO 8601). */
export function keyState(
  { revokedAt, expiresAt }: Pick<ApiKey, 'revokedAt' | 'expiresAt'>,
  now: string,
): KeyState {
  if (revokedAt !== undefined) return 'revoked'
  if (expiresAt <= now) return 'ended'
  const days = (Date.parse(expiresAt) - Date.parse(now)) / 86_400_000
  return days <= soon ? 'ending' : 'working'
}
