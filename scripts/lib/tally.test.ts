import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sumOf, tally, tallyOfPlaywright, tallyOfVitest } from './tally.mjs'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tally-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function written(report: unknown): string {
  const file = path.join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(report))
  return file
}

const test1 = (fullName: string, status: string) => ({ fullName, status })
const file = (status: string, ...assertionResults: unknown[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults,
})

const spec = (title: string, status: string) => ({ title, tests: [{ status }] })

test('passed, failed and skipped tests of a Vitest report are told apart', () => {
  const report = {
    testResults: [
      file('failed', test1('a', 'passed'), test1('b', 'failed'), test1('c', 'pending')),
    ],
  }
  expect(tallyOfVitest(written(report), 1)).toEqual(tally(1, ['b'], ['c']))
})

test('a test file that could not be loaded counts as a failure', () => {
  expect(tallyOfVitest(written({ testResults: [file('failed')] }), 1)).toEqual(
    tally(0, ['a.test.ts']),
  )
})

test('a failing exit without a failed test is a failure', () => {
  const report = { testResults: [file('passed', test1('a', 'passed'))] }
  expect(tallyOfVitest(written(report), 1).failed).toEqual(['vitest: error outside of tests'])
})

test('a report that was never written is a failure', () => {
  expect(tallyOfVitest(path.join(folder, 'none.json'), 0).failed).toEqual(['vitest'])
  expect(tallyOfPlaywright(path.join(folder, 'none.json'), 0).failed).toEqual(['e2e'])
})

test('journeys count at any depth, and one that passed only when repeated is a failure', () => {
  const report = {
    suites: [
      {
        specs: [spec('a', 'expected')],
        suites: [{ specs: [spec('b', 'flaky'), spec('c', 'skipped')] }],
      },
    ],
  }
  expect(tallyOfPlaywright(written(report), 0)).toEqual(tally(1, ['e2e: b'], ['e2e: c']))
})

test('tallies add up', () => {
  expect(sumOf([tally(1), tally(2, ['x']), tally(0, [], ['y'])])).toEqual(tally(3, ['x'], ['y']))
})
