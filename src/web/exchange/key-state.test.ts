import { expect, test } from 'vitest'
import { keyState } from './key-state.ts'

const now = '2026-05-01T00:00:00.000Z'

test.each([
  [{ expiresAt: '2026-12-31T15:59:59.999Z' }, 'working'],
  [{ expiresAt: '2026-05-20T15:59:59.999Z' }, 'ending'],
  [{ expiresAt: '2026-04-30T15:59:59.999Z' }, 'ended'],
  [{ expiresAt: '2026-12-31T15:59:59.999Z', revokedAt: '2026-04-01T00:00:00.000Z' }, 'revoked'],
] as const)('%j is %s', (key, state) => {
  expect(keyState(key, now)).toBe(state)
})
