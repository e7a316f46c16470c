import type { Problem } from '#contract/problem.ts'

/**
 * Ends the reading of a file for a reason its owner can act on. Thrown from the depth of a format's
 * reader, turned into a `Result` in `readContent` alone.
 */
export class Unreadable extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }
}

export function broken(title: string, detail?: unknown): Unreadable {
  return new Unreadable({ code: 'document-broken', title, ...(detail !== undefined && { detail }) })
}

export function empty(): Unreadable {
  return new Unreadable({ code: 'document-empty', title: 'The document holds no text' })
}

export function encrypted(): Unreadable {
  return new Unreadable({
    code: 'document-encrypted',
    title: 'The document is protected by a password',
  })
}

/** `what` names the part that is too large, in English; `limit` is the bound it passed. */
export function tooLarge(what: string, limit: number): Unreadable {
  return new Unreadable({
    code: 'document-too-large',
    title: `${what} is larger than ${limit}`,
    detail: { what, limit },
  })
}

export function tooDeep(limit: number): Unreadable {
  return new Unreadable({
    code: 'document-too-deep',
    title: `Elements are nested deeper than ${limit}`,
    detail: { limit },
  })
}
