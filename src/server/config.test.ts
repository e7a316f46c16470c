import { configFrom } from './config.ts'
import { settingsOf } from './settings.ts'
import path from 'node:path'
import { expect, test } from 'vitest'

test('without settings everything lies in the project and listens to this machine alone', () => {
  const root = path.join(import.meta.dirname, '..', '..')
  expect(configFrom({})).toEqual({
    port: 8300,
    host: '127.0.0.1',
    dataFolder: path.join(root, '.data'),
    databaseUrl: `pglite:${path.join(root, '.data', 'database')}`,
    log: 'file',
    metricsHosts: ['127.0.0.1', '::1'],
    isDemonstration: true,
    demonstrationSize: { enterprises: 350, months: 70 },
    passwordRules: { minimumLength: 10, minimumKinds: 3, remembered: 5 },
    trustedProxies: [],
    webFolder: path.join(root, 'dist', 'web'),
    files: { kind: 'folder' },
    settings: settingsOf({}),
  })
})

test('the environment decides, the embedded database follows the data folder', () => {
  const environment = { JINGWEI_PORT: '80', JINGWEI_DATA: '/srv/data', JINGWEI_LOG: 'stdout' }
  expect(configFrom(environment)).toMatchObject({
    port: 80,
    databaseUrl: 'pglite:/srv/data/database',
    log: 'stdout',
  })
})

test('a wrong variable is named', () => {
  expect(() => configFrom({ JINGWEI_PORT: '99999', JINGWEI_LOG: 'loud' })).toThrow(
    expect.objectContaining({
      problem: expect.objectContaining({
        code: 'config-invalid',
        detail: { names: ['JINGWEI_PORT', 'JINGWEI_LOG'] },
      }) as unknown,
    }) as Error,
  )
})

test('proxies to trust are addresses or networks, and nothing else', () => {
  const trusted = (value: string) => configFrom({ JINGWEI_TRUSTED_PROXIES: value }).trustedProxies
  expect(trusted('10.0.0.0/8, ::1,192.168.1.4')).toEqual(['10.0.0.0/8', '::1', '192.168.1.4'])
  expect(configFrom({}).trustedProxies).toEqual([])
  expect(() => trusted('proxy.example')).toThrow('Environment variables')
})

test('a provider needs a client and the address people come to', () => {
  const issuer = { JINGWEI_OIDC_ISSUER: 'https://id.example' }
  expect(() => configFrom(issuer)).toThrow(
    expect.objectContaining({
      problem: expect.objectContaining({
        detail: { names: ['JINGWEI_OIDC_CLIENT_ID', 'JINGWEI_PUBLIC_URL'] },
      }) as unknown,
    }) as Error,
  )
  const { provider } = configFrom({
    ...issuer,
    JINGWEI_OIDC_CLIENT_ID: 'jingwei',
    JINGWEI_PUBLIC_URL: 'https://jingwei.example/',
  })
  expect(provider).toEqual({
    issuer: 'https://id.example',
    clientId: 'jingwei',
    name: '统一认证',
    returnAddress: 'https://jingwei.example/sign-in/return',
  })
})
