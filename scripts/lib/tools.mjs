import { findNode } from './node.mjs'
import { inRoot, root } from './paths.mjs'
import { run } from './run.mjs'

const scripts = {
  tsc: 'typescript/bin/tsc',
  oxlint: 'oxlint/bin/oxlint',
  oxfmt: 'oxfmt/bin/oxfmt',
  knip: 'knip/bin/knip.js',
  vitest: 'vitest/vitest.mjs',
  vite: 'vite/bin/vite.js',
  playwright: '@playwright/test/cli.js',
}

/** Runs a tool of the dependencies with the right Node; gives its exit code. */
export function runTool(name, args, options) {
  return run(findNode(), [inRoot('node_modules', scripts[name]), ...args], {
    cwd: root,
    ...options,
  })
}

/** What must hold before anything is tested, in the order of their cost. */
export const checks = [
  { name: 'tsc', tool: 'tsc', args: ['-b'] },
  { name: 'oxlint', tool: 'oxlint', args: ['--quiet'] },
  { name: 'oxfmt', tool: 'oxfmt', args: ['--check'] },
  { name: 'knip', tool: 'knip', args: [] },
]
