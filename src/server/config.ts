import { type PasswordRules, usualPasswordRules } from '#core/access/password-rules.ts'
import { badInput } from './http/failure.ts'
import path from 'node:path'
import * as z from 'zod'

/** The parts of a value that commas separate. */
function listed(value: string): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** An address, or a network as an address and the length of its prefix. */
const network = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])

const Environment = z.object({
  JINGWEI_PORT: z.coerce.number().int().min(0).max(65535).default(8300),
  /** The address to listen on; `0.0.0.0` for other machines too. */
  JINGWEI_HOST: z.string().min(1).default('127.0.0.1'),
  JINGWEI_DATA: z.string().min(1).optional(),
  DATABASE_URL: z.string().min(1).optional(),
  /** `0` for an installation that is put to use. */
  JINGWEI_DEMO: z.enum(['0', '1']).default('1'),
  JINGWEI_PASSWORD_LENGTH: z.coerce
    .number()
    .int()
    .min(8)
    .max(64)
    .default(usualPasswordRules.minimumLength),
  /** Of lower case, upper case, digits, anything else. */
  JINGWEI_PASSWORD_KINDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(4)
    .default(usualPasswordRules.minimumKinds),
  JINGWEI_LOG: z.enum(['file', 'stdout', 'off']).default('file'),
  /** Addresses that may read `/metrics`, separated by commas. */
  JINGWEI_METRICS_HOSTS: z.string().default('127.0.0.1,::1'),
  /** Addresses or networks (`10.0.0.0/8`) of proxies that tell the client's address, separated by commas. */
  JINGWEI_TRUSTED_PROXIES: z.string().transform(listed).pipe(z.array(network)).default([]),
})

/** What an installation can decide about the program. */
export interface Config {
  /** 0 for any free one. */
  readonly port: number
  readonly host: string
  /** Where files, the embedded database and logs lie. */
  readonly dataFolder: string
  readonly databaseUrl: string
  readonly log: 'file' | 'stdout' | 'off'
  readonly metricsHosts: readonly string[]
  /** Addresses and networks of proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[]
  /** A new installation is filled with an invented district and accounts everybody knows. */
  readonly isDemonstration: boolean
  readonly passwordRules: PasswordRules
  /** Where the built web application lies. */
  readonly webFolder: string
}

const root = path.join(import.meta.dirname, '..', '..')

/**
 * The configuration from the environment.
 *
 * @throws Failure `config-invalid` with the names of the variables that are wrong.
 */
export function configFrom(environment: NodeJS.ProcessEnv): Config {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => issue.path.join('.'))
    throw badInput('config-invalid', 'Environment variables are not as described', { names })
  }
  const given = parsed.data
  const dataFolder = path.resolve(given.JINGWEI_DATA ?? path.join(root, '.data'))
  return {
    port: given.JINGWEI_PORT,
    host: given.JINGWEI_HOST,
    dataFolder,
    databaseUrl: given.DATABASE_URL ?? `pglite:${path.join(dataFolder, 'database')}`,
    log: given.JINGWEI_LOG,
    metricsHosts: listed(given.JINGWEI_METRICS_HOSTS),
    trustedProxies: given.JINGWEI_TRUSTED_PROXIES,
    isDemonstration: given.JINGWEI_DEMO === '1',
    passwordRules: {
      ...usualPasswordRules,
      minimumLength: given.JINGWEI_PASSWORD_LENGTH,
      minimumKinds: given.JINGWEI_PASSWORD_KINDS,
    },
    webFolder: path.join(root, 'dist', 'web'),
  }
}
