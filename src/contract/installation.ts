import { list } from './fields.ts'
import { fileRoute, route } from './route.ts'
import * as z from 'zod'

const Check = z.object({
  name: z.enum(['log-chain', 'log-checkpoints', 'files', 'orphans', 'search-index', 'kept-sums']),
  /** How many things were looked at. */
  checked: z.int(),
  problems: list(
    z.object({
      /** Stable code, e.g. `entry-changed`, `file-missing`. */
      code: z.string(),
      /** What it is about: a place in the log, a file's hash, a table and an id. */
      about: z.string(),
    }),
  ),
})

/** Whether what is stored hangs together. */
export const Verification = z
  .object({ isSound: z.boolean(), checks: list(Check) })
  .meta({ id: 'Verification' })
export type Verification = z.output<typeof Verification>
export type VerificationCheck = Verification['checks'][number]

export const verifyInstallation = route({
  method: 'GET',
  path: '/installation/verification',
  summary:
    'Looks through everything stored: the chain of the log, its signatures, files, orphans, search',
  needs: 'operate',
  input: z.object({}),
  reply: Verification,
})

export const backupInstallation = fileRoute({
  path: '/installation/backup',
  summary: 'Everything that is stored, as one file a fresh installation restores',
  needs: 'operate',
  input: z.object({}),
  mediaType: 'application/gzip',
})

const Setting = z.object({
  /** Of the environment variable. */
  name: z.string(),
  /** In Chinese, as the manual has it. */
  meaning: z.string(),
  byDefault: z.string(),
  /** Absent where the default holds; a secret is masked. */
  value: z.string().optional(),
})
export type Setting = z.output<typeof Setting>

export const showSettings = route({
  method: 'GET',
  path: '/installation/settings',
  summary: 'Every setting of the environment with its meaning, value and default, and what runs',
  needs: 'operate',
  input: z.object({}),
  reply: z.object({
    settings: list(Setting),
    /** Versions of the program, of Node and of the database, and where the program runs. */
    facts: z.object({
      program: z.string(),
      node: z.string(),
      database: z.string(),
      platform: z.string(),
      startedAt: z.iso.datetime(),
    }),
  }),
})
