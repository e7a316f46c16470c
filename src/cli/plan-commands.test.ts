import { Ajv2020 } from 'ajv/dist/2020.js'
import { strFromU8, unzipSync } from 'fflate'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '../..')
const plan = path.join(root, 'data/demo/qinglan-plan.docx')
const schemaFile = path.join(root, '../shared/contracts/plan.schema.json')

const folder = mkdtempSync(path.join(tmpdir(), 'jingwei-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

function jingwei(...args: readonly string[]) {
  const main = path.join(import.meta.dirname, 'main.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'plan', ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return { status, stdout, stderr }
}

const schemeText = `青澜区推动制造业高质量发展实施方案

为落实《青澜区制造业高质量发展“十五五”规划》，制定本方案，实施期为2026年至2030年。

一、主要目标

到2030年，规模以上工业企业达到520家，规模以上工业增加值达到480亿元。
`

interface Cited {
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly file?: string
}

/** Every citation anywhere in a printed plan. */
function citationsIn(value: unknown): readonly Cited[] {
  if (Array.isArray(value)) return value.flatMap(citationsIn)
  if (typeof value !== 'object' || value === null) return []
  const here = 'quote' in value ? [value as Cited] : []
  return [...here, ...Object.values(value).flatMap(citationsIn)]
}

test('[D2] every citation of plan read quotes the characters that plan text prints', () => {
  const text = jingwei('text', plan).stdout
  const read = jingwei('read', plan, '--json')
  expect(read).toMatchObject({ status: 0, stderr: '' })
  const citations = citationsIn(JSON.parse(read.stdout))
  expect(citations.length).toBeGreaterThan(100)
  expect(citations.filter(({ start, end, quote }) => text.slice(start, end) !== quote)).toEqual([])
})

test.skipIf(!existsSync(schemaFile))('plan read prints jingwei.plan/1', () => {
  const validate = new Ajv2020({ strict: false, formats: { date: true } }).compile(
    JSON.parse(readFileSync(schemaFile, 'utf8')) as object,
  )
  validate(JSON.parse(jingwei('read', plan, '--json').stdout))
  expect(validate.errors).toBeNull()
})

test('plan audit exits with 1 only when told to be strict', () => {
  const lenient = jingwei('audit', plan, '--json')
  const strict = jingwei('audit', plan, '--json', '--strict')
  expect([lenient.status, strict.status]).toEqual([0, 1])
  expect(strict.stdout).toBe(lenient.stdout)
})

test('several documents are held against each other, each citation naming its file', () => {
  const scheme = path.join(folder, 'scheme.txt')
  writeFileSync(scheme, schemeText)
  const { status, stdout } = jingwei('audit', plan, scheme, '--json')
  expect(status).toBe(0)
  const { findings } = JSON.parse(stdout) as { findings: { citations: Cited[] }[] }
  const files = findings.map(({ citations }) => new Set(citations.map(({ file }) => file)))
  expect(new Set(files.flatMap((each) => [...each]))).toEqual(new Set([plan, scheme]))
  expect(files.some((each) => each.size === 2)).toBe(true)
})

test('plan redpen writes a comment for every place of every finding', () => {
  const output = path.join(folder, 'redpen.docx')
  const { status, stdout } = jingwei('redpen', plan, '-o', output)
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
  const audit = jingwei('audit', plan, '--json').stdout
  const comments = strFromU8(
    unzipSync(readFileSync(output))['word/comments.xml'] ?? new Uint8Array(),
  )
  expect(comments.match(/<w:comment /g)).toHaveLength(citationsIn(JSON.parse(audit)).length)
})

const empty = path.join(folder, 'empty.txt')
writeFileSync(empty, '')
const broken = path.join(folder, 'broken.docx')
writeFileSync(broken, readFileSync(plan).subarray(0, 4000))

test.each<[string[], RegExp]>([
  [['text', path.join(folder, 'none.docx')], /^file-not-readable: .+\n$/],
  [['read', empty, '--json'], /^document-empty: .+\n$/],
  [['audit', broken], /^document-broken: .+\n$/],
  [['audit', plan, broken], /^document-broken: .+\n$/],
  [['redpen', plan], /^call-refused: .+\n$/],
  [['redpen', plan, '-o', path.join(folder, 'none', 'x.docx')], /^file-not-writable: .+\n$/],
  [['read'], /^call-refused: .+\n$/],
  [['read', plan, '--unknown'], /^call-refused: .+--unknown.+\n$/],
  [['unknown'], /^call-refused: .+unknown.+\n$/],
])('plan %j is refused in one coded Chinese line', (args, line) => {
  const { status, stdout, stderr } = jingwei(...args)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toMatch(line)
  expect(stderr).toMatch(/[一-鿿]/)
})
