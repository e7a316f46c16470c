import type { Standing } from '#contract/watching.ts'

/** With its scope, unless the name begins with it. */
export function nameOfTarget({ indicator, scope }: Pick<Standing, 'indicator' | 'scope'>): string {
  return scope === undefined || indicator.startsWith(scope) ? indicator : `${scope}${indicator}`
}
