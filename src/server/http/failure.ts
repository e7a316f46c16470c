import type { Problem } from '#contract/problem.ts'

/** Ends the request with a reply the client can act on. Anything else thrown is a bug. */
export class Failure extends Error {
  readonly problem: Problem
  /** Of the HTTP reply. */
  readonly status: number

  constructor(problem: Problem, status: number) {
    super(problem.title)
    this.problem = problem
    this.status = status
  }
}

/** `what` in English: `Draft`, `Document`. */
export function notFound(what: string): Failure {
  return new Failure({ code: 'not-found', title: `${what} is not there` }, 404)
}

/** Somebody else changed what the caller saw; `detail` shows what is there now. */
export function changedMeanwhile(title: string, detail: unknown): Failure {
  return new Failure({ code: 'changed-meanwhile', title, detail }, 409)
}

/** A rule of the domain stands against it; `code` names the rule. */
export function refused(code: string, title: string, detail?: unknown): Failure {
  return new Failure({ code, title, ...(detail !== undefined && { detail }) }, 409)
}

export function badInput(code: string, title: string, detail?: unknown): Failure {
  return new Failure({ code, title, ...(detail !== undefined && { detail }) }, 400)
}

/** The caller's roles hold in other regions only. */
export function regionNotYours(): Failure {
  return new Failure({ code: 'region-not-yours', title: 'No role of yours holds there' }, 403)
}
