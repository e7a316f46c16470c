import { existsSync, readFileSync } from 'node:fs'

/** Counts of tests: how many passed, and the names of those that failed or were skipped. */
export function tally(passed = 0, failed = [], skipped = []) {
  return { passed, failed, skipped }
}

export function sumOf(tallies) {
  return tally(
    tallies.reduce((sum, each) => sum + each.passed, 0),
    tallies.flatMap((each) => each.failed),
    tallies.flatMap((each) => each.skipped),
  )
}

/** Of Vitest's JSON report. A file that could not be loaded has no tests but counts as a failure. */
export function tallyOfVitest(file, code) {
  if (!existsSync(file)) return tally(0, ['vitest'])
  const { testResults } = JSON.parse(readFileSync(file, 'utf8'))
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
  const named = (statuses) =>
    tests.filter(({ status }) => statuses.includes(status)).map(({ fullName }) => fullName)
  const failed = [
    ...named(['failed']),
    ...testResults
      .filter((each) => each.status === 'failed' && each.assertionResults.length === 0)
      .map(({ name }) => name),
  ]
  const unnamed = code !== 0 && failed.length === 0 ? ['vitest: error outside of tests'] : []
  return tally(
    named(['passed']).length,
    [...failed, ...unnamed],
    named(['pending', 'skipped', 'todo', 'disabled']),
  )
}

/** Of Playwright's JSON report; a test that passed only when repeated is a failure here. */
export function tallyOfPlaywright(file, code) {
  if (!existsSync(file)) return tally(0, ['e2e'])
  const specs = JSON.parse(readFileSync(file, 'utf8')).suites.flatMap(specsBelow)
  const named = (statuses) =>
    specs
      .filter(({ tests }) => tests.some(({ status }) => statuses.includes(status)))
      .map(({ title }) => `e2e: ${title}`)
  const failed = named(['unexpected', 'flaky'])
  const unnamed = code !== 0 && failed.length === 0 ? ['e2e: error outside of tests'] : []
  return tally(named(['expected']).length, [...failed, ...unnamed], named(['skipped']))
}

function specsBelow({ specs, suites = [] }) {
  return [...specs, ...suites.flatMap(specsBelow)]
}
