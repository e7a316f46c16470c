import { PlanMeta } from '#contract/draft.ts'
import type { Result } from '#core/result.ts'

/** What a form says about a plan, or the paths of the fields that do not fit. */
export function metaOfForm(
  values: object,
): Result<PlanMeta, readonly (readonly (string | number)[])[]> {
  const parsed = PlanMeta.safeParse(filled({ supersedes: [], ...values }))
  if (parsed.success) return { ok: true, value: parsed.data }
  return {
    ok: false,
    error: parsed.error.issues.map(({ path }) => path.filter((step) => typeof step !== 'symbol')),
  }
}

// An emptied field holds '' or null, which the contract knows as absent.
function filled(value: object): object {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined && part !== null && part !== '')
      .map(([name, part]: [string, unknown]) => [
        name,
        typeof part === 'object' && part !== null && !Array.isArray(part) ? filled(part) : part,
      ]),
  )
}
