import type { ExpressionProblem } from '../syntax.ts'

/** Leaves the depths of the reader or the checker with the problem found; never leaves this slice. */
export class Refused extends Error {
  readonly problem: ExpressionProblem

  constructor(problem: ExpressionProblem) {
    super(problem.code)
    this.problem = problem
  }
}
