import type { AnyRoute } from '#contract/route.ts'
import fs from 'node:fs'
import path from 'node:path'

const folder = path.join(import.meta.dirname, '..', 'contract')

/** Every route the contract describes, so that a new one is walked and fuzzed without being listed. */
export async function allRoutes(): Promise<readonly AnyRoute[]> {
  const files = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.endsWith('.d.ts'))
  const modules = await Promise.all(
    files.map(
      (name): Promise<Readonly<Record<string, unknown>>> => import(path.join(folder, name)),
    ),
  )
  return modules.flatMap((module) => Object.values(module)).filter(isRoute)
}

function isRoute(value: unknown): value is AnyRoute {
  return typeof value === 'object' && value !== null && 'path' in value && 'needs' in value
}
