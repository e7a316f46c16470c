import type { Problem } from '#contract/problem.ts'
import { type Trouble, troubleOf } from '#server/db/trouble.ts'
import { Failure } from './failure.ts'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'

/** The one place where what was thrown becomes a reply: a `Problem`, never a stack. */
export function replyToError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { problem, status } = failureOf(error)
  if (status >= 500) request.log.error({ err: error }, problem.code)
  else request.log.info({ problem }, problem.code)
  return reply.code(status).type('application/json; charset=utf-8').send(problem)
}

function failureOf(error: unknown): { readonly problem: Problem; readonly status: number } {
  if (error instanceof Failure) return error
  const trouble = troubleOf(error)
  if (trouble) return { problem: databaseProblems[trouble], status: 503 }
  const known = isFastifyError(error) ? problemOf(error) : undefined
  return (
    known ?? {
      problem: { code: 'internal-error', title: 'Something went wrong on our side' },
      status: 500,
    }
  )
}

const databaseProblems = {
  busy: { code: 'server-busy', title: 'The server is busy' },
  away: { code: 'database-away', title: 'The database cannot be reached just now' },
} as const satisfies Record<Trouble, Problem>

function isFastifyError(error: unknown): error is Pick<FastifyError, 'statusCode' | 'message'> {
  return error instanceof Error && 'statusCode' in error
}

// Fastify's own refusals; the words of its messages are for the log alone.
function problemOf({
  statusCode: status = 500,
  message: title,
}: Pick<FastifyError, 'statusCode' | 'message'>): { problem: Problem; status: number } | undefined {
  switch (status) {
    case 400:
    case 415:
      return { problem: { code: 'request-malformed', title }, status }
    case 413:
      return { problem: { code: 'request-too-large', title }, status }
    case 429:
      return { problem: { code: 'too-many-requests', title: 'Too many requests' }, status }
    case 503:
      return { problem: { code: 'server-busy', title: 'The server is busy' }, status }
    default:
      return undefined
  }
}
