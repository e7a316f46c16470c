import { type PasswordRules, usualPasswordRules } from '#core/access/password-rules.ts'
import type { Files } from './files/open-files.ts'
import type { ProviderSettings } from './identity/provider.ts'
import type { DemonstrationSize } from './demo/prepare-demonstration.ts'
import { badInput } from './http/failure.ts'
import { Environment, type Setting, settingsOf } from './settings.ts'
import path from 'node:path'
import type * as z from 'zod'

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
  /** Where the files of documents are kept. */
  readonly files: Files
  /** Addresses and networks of proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[]
  /** A new installation is filled with an invented district and accounts everybody knows. */
  readonly isDemonstration: boolean
  /** How much of the invented district there is. */
  readonly demonstrationSize: DemonstrationSize
  readonly passwordRules: PasswordRules
  /** Who else vouches for people. */
  readonly provider?: ProviderSettings
  /** Where the built web application lies. */
  readonly webFolder: string
  /** As an administrator sees all of it. */
  readonly settings: readonly Setting[]
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
    metricsHosts: given.JINGWEI_METRICS_HOSTS,
    files: filesOf(given),
    trustedProxies: given.JINGWEI_TRUSTED_PROXIES,
    isDemonstration: given.JINGWEI_DEMO === '1',
    demonstrationSize: {
      enterprises: given.JINGWEI_DEMO_ENTERPRISES,
      months: given.JINGWEI_DEMO_MONTHS,
    },
    passwordRules: {
      ...usualPasswordRules,
      minimumLength: given.JINGWEI_PASSWORD_LENGTH,
      minimumKinds: given.JINGWEI_PASSWORD_KINDS,
    },
    ...providerIn(given),
    webFolder: path.join(root, 'dist', 'web'),
    settings: settingsOf(environment),
  }
}

/** Who names an object store names all it takes to use it. */
function filesOf(given: z.output<typeof Environment>): Files {
  const {
    JINGWEI_S3_ENDPOINT: endpoint,
    JINGWEI_S3_BUCKET: bucket,
    JINGWEI_S3_KEY_ID: keyId,
    JINGWEI_S3_SECRET: secret,
  } = given
  if (endpoint === undefined) return { kind: 'folder' }
  if (bucket === undefined || keyId === undefined || secret === undefined) {
    const needed = {
      JINGWEI_S3_BUCKET: bucket,
      JINGWEI_S3_KEY_ID: keyId,
      JINGWEI_S3_SECRET: secret,
    }
    const names = Object.keys(needed).filter(
      (name) => given[name as keyof typeof needed] === undefined,
    )
    throw badInput('config-invalid', 'An object store needs more settings', { names })
  }
  const { JINGWEI_S3_REGION: region, JINGWEI_S3_STYLE: style } = given
  return { kind: 's3', endpoint, bucket, region, keyId, secret, style }
}

/** Who names a provider names all it takes to come back from it. */
function providerIn(given: z.output<typeof Environment>): { readonly provider?: ProviderSettings } {
  const {
    JINGWEI_OIDC_ISSUER: issuer,
    JINGWEI_OIDC_CLIENT_ID: clientId,
    JINGWEI_OIDC_CLIENT_SECRET: clientSecret,
    JINGWEI_OIDC_NAME: name,
    JINGWEI_PUBLIC_URL: publicUrl,
  } = given
  if (issuer === undefined) return {}
  if (clientId === undefined || publicUrl === undefined) {
    const needed = { JINGWEI_OIDC_CLIENT_ID: clientId, JINGWEI_PUBLIC_URL: publicUrl }
    const names = Object.entries(needed).flatMap(([key, value]) => (value ? [] : [key]))
    throw badInput('config-invalid', 'A provider needs more settings', { names })
  }
  const returnAddress = new URL('/sign-in/return', publicUrl).href
  return {
    provider: {
      issuer,
      clientId,
      ...(clientSecret !== undefined && { clientSecret }),
      name,
      returnAddress,
    },
  }
}
