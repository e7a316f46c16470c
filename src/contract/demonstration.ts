import { route } from './route.ts'
import * as z from 'zod'

/** The figures of the invented district become known after the program has started. */
export const readPreparation = route({
  method: 'GET',
  path: '/demonstration',
  summary:
    'Whether the figures of the demonstration are still being made known, and up to when they are',
  needs: 'signed-in',
  input: z.object({}),
  reply: z.object({
    isPreparing: z.boolean(),
    /** The last period of which anything is known. */
    upTo: z.string().exactOptional(),
  }),
})
