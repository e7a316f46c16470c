import type { TagKind } from '#core/enterprise/tag.ts'
import { list } from '#contract/fields.ts'
import { readFile } from 'node:fs/promises'
import * as z from 'zod'

const file = new URL('../../../data/reference/enterprise-tags.json', import.meta.url)

const Tags = list(
  z.object({
    code: z.string(),
    name: z.string(),
    englishName: z.string(),
    byShare: z.boolean(),
  }),
)

/** What enterprises are recognised as. */
export async function readTagKinds(): Promise<readonly TagKind[]> {
  return Tags.parse(JSON.parse(await readFile(file, 'utf8')))
}
