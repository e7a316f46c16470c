import * as z from 'zod'

/** What was wrong, for a program to act on; the web and the command line put `code` into Chinese. */
export const Problem = z.object({
  /** Stable, in kebab-case, e.g. `document-encrypted`. */
  code: z.string(),
  /** English, for logs and developers. */
  title: z.string(),
  /** Where in the input, as far as it is known. */
  place: z
    .object({
      file: z.string().optional(),
      paragraph: z.number().optional(),
      page: z.number().optional(),
      row: z.number().optional(),
      column: z.number().optional(),
      field: z.string().optional(),
    })
    .optional(),
  detail: z.unknown().optional(),
})
export type Problem = z.output<typeof Problem>

/** What a text is made from: a problem, or a warning that came with a result. */
export interface Notice {
  readonly code: string
  readonly place?: Problem['place']
  readonly detail?: unknown
  readonly count?: number
  readonly name?: string
}
