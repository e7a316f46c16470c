import { PlanMeta } from '#contract/draft.ts'
import { list } from '#contract/fields.ts'
import { TargetContent } from '#contract/plan-items.ts'
import fs from 'node:fs'
import path from 'node:path'
import * as z from 'zod'

const File = z.object({
  region: z.object({ name: z.string(), code: z.string() }),
  plan: PlanMeta.omit({ region: true }),
  targets: list(TargetContent.extend({ source: z.object({ table: z.string() }) })),
})

/** The targets one published plan gives in its tables, figures only. */
export interface PublishedTargets {
  readonly meta: PlanMeta
  readonly targets: readonly { readonly content: TargetContent; readonly table: string }[]
}

export function publishedTargetsIn(folder: string): readonly PublishedTargets[] {
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const text = fs.readFileSync(path.join(folder, name), 'utf8')
      const { region, plan, targets } = File.parse(JSON.parse(text))
      return {
        meta: { ...plan, region },
        targets: targets.map(({ source, ...content }) => ({ content, table: source.table })),
      }
    })
}
