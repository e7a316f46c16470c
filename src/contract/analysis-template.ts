import { AnalysisBlock } from './analysis.ts'
import { day, line, list, moment } from './fields.ts'
import { PeriodText } from './figure-fields.ts'
import { route } from './route.ts'
import { Person } from './session.ts'
import { blockKinds, templateCodes } from '#core/analysis/template.ts'
import * as z from 'zod'

const words = z.string().max(2000)
const caption = z.string().max(100)

export const TemplateBlock = z.union([
  z.object({ kind: z.literal('text'), text: words }),
  z.object({
    kind: z.enum(blockKinds),
    /** Of `pulls` and `enterprises`: whose growth is split, and by what. */
    indicator: z.string().max(80).exactOptional(),
    by: z.enum(['industry', 'park', 'town', 'chain', 'enterprise']).exactOptional(),
    most: z.int().min(1).max(100).exactOptional(),
    caption: caption.exactOptional(),
    /** Of `indicators`: the rows of the table. */
    indicators: z.array(z.string().max(80)).max(60).readonly().exactOptional(),
  }),
])

/** An analysis as data; see `#core/analysis/template.ts`. */
export const AnalysisTemplate = z
  .object({
    code: z.enum(templateCodes),
    name: z.string().trim().min(1).max(60),
    title: z.string().trim().min(1).max(200),
    sections: z
      .array(
        z.object({
          heading: z.string().trim().min(1).max(200),
          blocks: z.array(TemplateBlock).max(40).readonly(),
        }),
      )
      .min(1)
      .max(30)
      .readonly(),
  })
  .meta({ id: 'AnalysisTemplate' })
export type AnalysisTemplate = z.output<typeof AnalysisTemplate>

export const listTemplates = route({
  method: 'GET',
  path: '/analysis/templates',
  summary:
    'The templates of the analysis with their versions, latest first, and what may stand in them',
  needs: 'read',
  input: z.object({}),
  reply: z.object({
    templates: list(
      z.object({
        code: z.enum(templateCodes),
        /** The last one is as shipped and has the number 0. */
        versions: list(
          z.object({
            version: z.int(),
            template: AnalysisTemplate,
            why: z.string(),
            by: Person.exactOptional(),
            at: moment.exactOptional(),
          }),
        ),
      }),
    ),
    settings: list(z.string()),
    phrases: list(z.string()),
    indicators: list(z.string()),
  }),
})

export const tryTemplate = route({
  method: 'POST',
  path: '/analysis/templates/trials',
  summary: 'What a period would read like by a template; stores nothing',
  needs: 'read',
  input: z.object({
    period: PeriodText,
    asOf: z.union([moment, day]).exactOptional(),
    template: AnalysisTemplate,
  }),
  reply: z.object({
    problems: list(
      z.object({
        section: z.int().exactOptional(),
        block: z.int().exactOptional(),
        text: z.string(),
      }),
    ),
    blocks: list(AnalysisBlock),
  }),
})

export const setTemplate = route({
  method: 'PUT',
  path: '/analysis/templates/:code',
  summary: 'Puts another version of a template in use; earlier ones stay',
  needs: 'judge',
  input: z.object({
    code: z.enum(templateCodes),
    /** The version it was made from; 0 for the shipped one. */
    version: z.int().min(0),
    template: AnalysisTemplate,
    why: line,
  }),
  reply: z.object({ version: z.int() }),
})
