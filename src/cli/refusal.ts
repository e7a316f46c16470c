import type { Problem } from '#contract/problem.ts'

/** Ends a command because the call or its input cannot be served; `main` prints it and exits with 2. */
export class Refusal extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }
}
