import { configFrom } from './config.ts'
import { Environment, type SettingName, settingsOf } from './settings.ts'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const manual = path.join(import.meta.dirname, '..', '..', 'docs', 'operations.md')

test('the manual describes every setting, with its default and meaning, as the program does', () => {
  const rows = fs
    .readFileSync(manual, 'utf8')
    .split('\n')
    .filter((line) => /^\| `(?:JINGWEI_\w+|DATABASE_URL)` /.test(line))
    .map((line) => line.split('|').map((cell) => cell.replaceAll('`', '').trim()))
    .map(([, name, byDefault, meaning]) => ({ name, byDefault, meaning }))
  expect(rows).toEqual(settingsOf({}))
})

test('what is set is shown, but for what is secret', () => {
  const shown = settingsOf({
    JINGWEI_PORT: '80',
    DATABASE_URL: 'postgres://jingwei:p@ss:wo/rd@db.example/jingwei',
    JINGWEI_S3_SECRET: 'top-secret',
    JINGWEI_OIDC_CLIENT_SECRET: 'top-secret',
  })
  expect(shown.filter(({ value }) => value !== undefined)).toMatchObject([
    { name: 'JINGWEI_PORT', value: '80' },
    { name: 'DATABASE_URL', value: 'postgres://jingwei:••••••@db.example/jingwei' },
    { name: 'JINGWEI_OIDC_CLIENT_SECRET', value: '••••••' },
    { name: 'JINGWEI_S3_SECRET', value: '••••••' },
  ])
})

test('no setting but those described is read', () => {
  const root = path.join(import.meta.dirname, '..')
  const sources = fs.globSync('{server,cli}/**/*.ts', { cwd: root })
  const named = sources
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap(
      (file) =>
        fs.readFileSync(path.join(root, file), 'utf8').match(/\bJINGWEI_[A-Z_\d]+\b/g) ?? [],
    )
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((name) => !(name in Environment.shape))).toEqual([])
})

const bucket = {
  JINGWEI_S3_ENDPOINT: 'https://s3.example.com',
  JINGWEI_S3_BUCKET: 'plans',
  JINGWEI_S3_KEY_ID: 'key',
  JINGWEI_S3_SECRET: 'secret',
} satisfies Partial<Record<SettingName, string>>

test('an object store is named with all it takes, or not at all', () => {
  expect(configFrom({}).files).toEqual({ kind: 'folder' })
  expect(configFrom(bucket).files).toEqual({
    kind: 's3',
    endpoint: 'https://s3.example.com',
    bucket: 'plans',
    region: 'us-east-1',
    keyId: 'key',
    secret: 'secret',
    style: 'path',
  })
  const { JINGWEI_S3_SECRET: _, ...incomplete } = bucket
  expect(() => configFrom(incomplete)).toThrow(
    expect.objectContaining({
      problem: expect.objectContaining({ detail: { names: ['JINGWEI_S3_SECRET'] } }) as unknown,
    }) as Error,
  )
})
