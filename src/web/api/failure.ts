import type { Problem } from '#contract/problem.ts'

/** A request that did not succeed; `status` is 0 where no answer came at all. */
export class RequestFailure extends Error {
  readonly status: number
  readonly problem: Problem

  constructor(status: number, problem: Problem) {
    super(problem.title)
    this.status = status
    this.problem = problem
  }
}

export function unreachable(): RequestFailure {
  return new RequestFailure(0, { code: 'server-unreachable', title: 'The server did not answer' })
}

/** The problem a failed reply carries, or the status in words where it carries none. */
export function failureOf(status: number, body: string): RequestFailure {
  return new RequestFailure(status, problemIn(body) ?? { code: `http-${status}`, title: body })
}

function problemIn(body: string): Problem | undefined {
  try {
    const parsed: unknown = JSON.parse(body)
    return isProblem(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'title' in value
}
