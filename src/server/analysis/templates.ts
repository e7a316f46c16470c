import type { AnalysisTemplate } from '#core/analysis/template.ts'
import { type Period, periodKind } from '#core/period/period.ts'
import { readFile } from 'node:fs/promises'
import * as z from 'zod'

const Block = z.union([
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({
    kind: z.enum([
      'targets',
      'pulls',
      'enterprises',
      'warnings',
      'cleared-warnings',
      'outlook',
      'prosperity',
    ]),
    indicator: z.string().exactOptional(),
    by: z.enum(['industry', 'park', 'town', 'chain', 'enterprise']).exactOptional(),
    most: z.int().min(1).max(100).exactOptional(),
    caption: z.string().exactOptional(),
  }),
])

const Template: z.ZodType<AnalysisTemplate> = z.object({
  code: z.string(),
  name: z.string(),
  title: z.string(),
  sections: z.array(z.object({ heading: z.string(), blocks: z.array(Block) })),
})

const known = new Map<string, Promise<AnalysisTemplate>>()

/** The shipped template for a month, a quarter or a year. */
export function templateFor(period: Period): Promise<AnalysisTemplate> {
  const kind = periodKind(period)
  const code =
    kind === 'year' ? 'year' : kind === 'quarter' || kind === 'half' ? 'quarter' : 'month'
  const file = new URL(`../../../data/analysis/${code}.json`, import.meta.url)
  const template =
    known.get(code) ?? readFile(file, 'utf8').then((text) => Template.parse(JSON.parse(text)))
  known.set(code, template)
  return template
}
