import { RequestFailure } from '../api/failure.ts'

/** The code of what the server refused; absent where the failure is of another kind. */
export function refusalCode(error: Error | null): string | undefined {
  return error instanceof RequestFailure ? error.problem.code : undefined
}

/** From when on somebody who is locked out may try again. */
export function lockedUntil(error: Error | null): Date | undefined {
  const until = detailOf(error, 'until')
  const date = typeof until === 'string' ? new Date(until) : undefined
  return date && !Number.isNaN(date.getTime()) ? date : undefined
}

/** Minutes left, counted up: somebody who waits for them is not refused again. */
export function minutesUntil(until: Date, now: Date): number {
  return Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000))
}

/** Which rules a refused password breaks. */
export function failedRules(error: Error | null): readonly string[] {
  const failed = detailOf(error, 'failed')
  return Array.isArray(failed) ? failed.map(String) : []
}

/** The role that may not meet the one to be granted. */
export function excludingRole(error: Error | null): string | undefined {
  const role = detailOf(error, 'role')
  return refusalCode(error) === 'roles-exclude' && typeof role === 'string' ? role : undefined
}

function detailOf(error: Error | null, name: string): unknown {
  const detail = error instanceof RequestFailure ? error.problem.detail : undefined
  return typeof detail === 'object' && detail !== null
    ? Object.entries(detail).find(([key]) => key === name)?.[1]
    : undefined
}
