/** Why a database could not answer just now, although nothing is wrong with what was asked. */
export type Trouble = 'busy' | 'away'

/**
 * Tells what passes by itself from a bug. Source: PostgreSQL, appendix A, error codes; the words of the
 * driver where it gives none.
 */
export function troubleOf(error: unknown): Trouble | undefined {
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error ? String(error.code) : ''
  if (busyCodes.has(code) || error.message === noConnectionFree) return 'busy'
  // 08: the connection broke; 57P: the server is stopped or started.
  if (/^(?:08...|57P..)$/u.test(code) || isUnreachable(error, code)) return 'away'
  return error.message.startsWith('Connection terminated') ? 'away' : undefined
}

const noConnectionFree = 'timeout exceeded when trying to connect'

const busyCodes: ReadonlySet<string> = new Set([
  // Two transactions stood in each other's way, and this one was chosen to give way.
  '40001',
  '40P01',
  // All connections, or all memory, are taken.
  '53200',
  '53300',
  // The lock, or the answer, took longer than allowed.
  '55P03',
  '57014',
])

// A file that is missing has the same code, but nobody connects to it.
function isUnreachable(error: Error, code: string): boolean {
  const isConnecting = 'syscall' in error && error.syscall === 'connect'
  return isConnecting && ['ECONNREFUSED', 'ENOENT', 'ETIMEDOUT'].includes(code)
}
