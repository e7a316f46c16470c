import { usualPasswordRules } from '#core/access/password-rules.ts'
import { usualDemonstration } from '#core/demonstration/demonstration.ts'
import * as z from 'zod'

const text = z.string().min(1)

function whole(least: number, most: number) {
  return z.coerce.number().int().min(least).max(most)
}

/** An address, or a network as an address and the length of its prefix. */
const network = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])

/** The parts of a value that commas separate. */
function listed(value: string): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/**
 * Everything an installation decides by its environment, described once: the program reads it, the
 * page of the configuration shows it, and a test holds `docs/operations.md` against it.
 */
export const Environment = z.object({
  JINGWEI_PORT: whole(0, 65_535).default(8300).describe('端口，0 为任意空闲端口'),
  JINGWEI_HOST: text.default('127.0.0.1').describe('监听地址；0.0.0.0 允许其他机器访问'),
  JINGWEI_DATA: text
    .optional()
    .describe('数据文件夹：files（原文）、keys（日志签名密钥）、logs、database'),
  DATABASE_URL: text.optional().describe('数据库地址，以 pglite:、native: 或 postgres:// 开头'),
  JINGWEI_LOG: z
    .enum(['file', 'stdout', 'off'])
    .default('file')
    .describe('file 写入数据文件夹，stdout 标准输出，off 不记'),
  JINGWEI_DEMO: z
    .enum(['0', '1'])
    .default('1')
    .describe('0 为投入使用：不写入演示数据，演示账号不能登录'),
  JINGWEI_DEMO_ENTERPRISES: whole(30, 20_000)
    .default(usualDemonstration.enterprises)
    .describe('演示区县的企业数'),
  JINGWEI_DEMO_MONTHS: whole(1, 70)
    .default(usualDemonstration.months)
    .describe('演示区县的报表月数，止于 2026 年 10 月'),
  JINGWEI_PASSWORD_LENGTH: whole(8, 64)
    .default(usualPasswordRules.minimumLength)
    .describe('密码最少字符数'),
  JINGWEI_PASSWORD_KINDS: whole(1, 4)
    .default(usualPasswordRules.minimumKinds)
    .describe('密码至少含小写、大写、数字、其他中的几种'),
  JINGWEI_METRICS_HOSTS: z
    .string()
    .default('127.0.0.1,::1')
    .transform(listed)
    .describe('可以读取 /metrics 的地址，逗号分隔'),
  JINGWEI_TRUSTED_PROXIES: z
    .string()
    .transform(listed)
    .pipe(z.array(network))
    .default([])
    .describe('前置代理的地址或网段（如 10.0.0.0/8），逗号分隔；只采信它们转来的来源地址'),
  JINGWEI_OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('统一认证（OpenID Connect）的 issuer 地址；不设则只用本系统账号登录'),
  JINGWEI_OIDC_CLIENT_ID: text.optional().describe('在统一认证登记的客户端编号'),
  JINGWEI_OIDC_CLIENT_SECRET: text
    .optional()
    .describe('在统一认证登记的客户端密钥；公共客户端不设'),
  JINGWEI_OIDC_NAME: text.default('统一认证').describe('登录页按钮上统一认证的名称'),
  JINGWEI_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('用户访问本系统的地址，如 https://jingwei.example.gov.cn；统一认证须设'),
  JINGWEI_S3_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('对象存储的地址，如 https://s3.example.com；不设则原文存入数据文件夹'),
  JINGWEI_S3_BUCKET: text.optional().describe('对象存储的桶'),
  JINGWEI_S3_REGION: text.default('us-east-1').describe('对象存储的区域'),
  JINGWEI_S3_KEY_ID: text.optional().describe('对象存储的访问密钥编号'),
  JINGWEI_S3_SECRET: text.optional().describe('对象存储的访问密钥'),
  JINGWEI_S3_STYLE: z
    .enum(['path', 'host'])
    .default('path')
    .describe('桶写在路径里（path）还是主机名里（host）'),
})

export type SettingName = keyof typeof Environment.shape

/** Where nothing is set and no single value stands for that. */
const defaultTexts: Readonly<Partial<Record<SettingName, string>>> = {
  JINGWEI_DATA: '项目目录下 .data',
  DATABASE_URL: 'pglite: 加数据文件夹下 database',
  JINGWEI_TRUSTED_PROXIES: '无',
  JINGWEI_OIDC_ISSUER: '无',
  JINGWEI_OIDC_CLIENT_ID: '无',
  JINGWEI_OIDC_CLIENT_SECRET: '无',
  JINGWEI_PUBLIC_URL: '无',
  JINGWEI_S3_ENDPOINT: '无',
  JINGWEI_S3_BUCKET: '无',
  JINGWEI_S3_KEY_ID: '无',
  JINGWEI_S3_SECRET: '无',
}

/** A setting as an administrator sees it; what is secret stays so. */
export interface Setting {
  readonly name: SettingName
  readonly meaning: string
  readonly byDefault: string
  /** Absent where the default holds. */
  readonly value?: string
}

/** All settings as `environment` has them. */
export function settingsOf(environment: NodeJS.ProcessEnv): readonly Setting[] {
  const defaults: Readonly<Record<string, unknown>> = Environment.parse({})
  return (Object.keys(Environment.shape) as SettingName[]).map((name) => {
    const value = environment[name]
    return {
      name,
      meaning: Environment.shape[name].description ?? '',
      byDefault: defaultTexts[name] ?? String(defaults[name]),
      ...(value !== undefined && { value: shown(name, value) }),
    }
  })
}

const hidden = '••••••'

function shown(name: SettingName, value: string): string {
  if (name === 'JINGWEI_S3_SECRET' || name === 'JINGWEI_OIDC_CLIENT_SECRET') return hidden
  // The password of an address: everything between the first colon after the name and the last @.
  return name === 'DATABASE_URL'
    ? value.replace(/^([^:]+:\/\/[^:@/]*):.*@/, `$1:${hidden}@`)
    : value
}
