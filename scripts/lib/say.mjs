/** Progress for people, in Chinese and English, on standard error: standard output is for results. */
export function say(chinese, english) {
  process.stderr.write(`· ${chinese}\n  ${english}\n`)
}

/** What could not be done and what to do about it. */
export function sayTrouble(chinese, english) {
  process.stderr.write(`✖ ${chinese}\n  ${english}\n`)
}

/** Ends the program for a reason its user can act on; `main` prints it without a stack. */
export class Trouble extends Error {
  constructor(chinese, english) {
    super(english)
    this.chinese = chinese
  }
}

/** Runs a script to its end; its result is the exit code. */
export async function main(run) {
  try {
    process.exitCode = await run()
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    sayTrouble(error.chinese, error.message)
    process.exitCode = 2
  }
}
