import { listWork } from '#contract/work.ts'
import { workKinds } from '#core/work/kind.ts'
import { type Endpoint, read } from '#server/http/endpoint.ts'
import { workSources } from './sources.ts'

export const workEndpoints: readonly Endpoint[] = [
  read(listWork, async (_, context) => {
    const own = workSources.filter(({ needs }) => context.actions.has(needs))
    const found = await Promise.all(
      own.map(async ({ kind, workOf }) => ({ kind, ...(await workOf(context)) })),
    )
    return {
      work: found
        .filter(({ count }) => count > 0)
        .toSorted((a, b) => workKinds.indexOf(a.kind) - workKinds.indexOf(b.kind)),
    }
  }),
]
