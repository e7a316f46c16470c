import { auditRules } from '#core/audit/rules.ts'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { command } from './command.ts'
import { functionPage } from './function-page.ts'

function guide(page: string): string {
  return readFileSync(path.join(import.meta.dirname, '../../docs/guide', page), 'utf8')
}

test('the guide explains every rule of the audit, and no other', () => {
  const explained = [...guide('findings.md').matchAll(/^\| `([a-z0-9-]+)`/gm)].map(
    ([, code]) => code,
  )
  expect(explained).toEqual(auditRules.map(({ code }) => code))
})

test('the guide speaks of every command', () => {
  const page = guide('command-line.md')
  const names = command().commands.flatMap((each) =>
    each.commands.length > 0
      ? each.commands.map((sub) => `${each.name()} ${sub.name()}`)
      : [each.name()],
  )
  expect(names.filter((name) => !page.includes(name))).toEqual([])
})

test('the guide lists every function as the program does', () => {
  expect(guide('functions.md')).toBe(functionPage())
})
