import { MatterKind, Scheme, Workflow } from '#contract/matter-fields.ts'
import type { Kind } from '#core/matter/kind.ts'
import { type RuledScheme, ruledScheme } from '#core/matter/ruled-scheme.ts'
import type { Scheme as CoreScheme } from '#core/matter/scheme.ts'
import { type Workflow as CoreWorkflow, workflowFaults } from '#core/matter/workflow.ts'
import type { Db, ReadDb, Row } from '#server/db/db.ts'
import { json } from '#server/db/db.ts'
import fs from 'node:fs'
import path from 'node:path'
import * as z from 'zod'

const folder = path.join(import.meta.dirname, '..', '..', '..', 'data', 'matter-rules')

/** Schemes in force wherever a region decided nothing; the others are shipped to be taken over. */
const inForceByDefault: ReadonlySet<string> = new Set(['standard'])

export const kinds: readonly Kind[] = z.array(MatterKind).parse(readJson('kinds.json'))
export const workflows: readonly CoreWorkflow[] = readFolder('workflows', Workflow)
export const shippedSchemes: readonly CoreScheme[] = readFolder('schemes', Scheme)

for (const workflow of workflows) {
  const faults = workflowFaults(workflow)
  if (faults.length > 0) throw new Error(`${workflow.code}: ${JSON.stringify(faults)}`)
}

// Compiling takes longer than playing: each text of a scheme is read once.
const compiled = new Map<string, RuledScheme>()

/** A scheme whose rules can be asked. Throws where it is faulty: nothing faulty is put in force. */
export function ruled(scheme: CoreScheme): RuledScheme {
  const text = JSON.stringify(scheme)
  const known = compiled.get(text)
  if (known) return known
  const made = ruledScheme(scheme, kinds, workflows)
  if (!made.ok) throw new Error(`${scheme.code}: ${JSON.stringify(made.error)}`)
  compiled.set(text, made.value)
  return made.value
}

export function kindOf(code: string): Kind | undefined {
  return kinds.find((kind) => kind.code === code)
}

export function workflowOf(code: string): CoreWorkflow {
  const workflow = workflows.find((one) => one.code === code)
  if (!workflow) throw new Error(`There is no workflow ${code}`)
  return workflow
}

export interface HeldScheme {
  readonly scheme: CoreScheme
  readonly inForce: boolean
  readonly shipped: boolean
  /** 0 where the region decided nothing. */
  readonly version: number
}

/** Every scheme a region knows: its own decisions over what is shipped. */
export async function schemesOf(db: ReadDb, region: string): Promise<readonly HeldScheme[]> {
  const rows = await db
    .selectFrom('matterScheme')
    .selectAll()
    .where('regionCode', '=', region)
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute()
  const own = rows.filter((row, index) => rows[index - 1]?.code !== row.code)
  const decided = new Set(own.map(({ code }) => code))
  return [
    ...own.map(({ content, inForce, version, code }) => ({
      scheme: content,
      inForce,
      version,
      shipped: shippedSchemes.some((scheme) => scheme.code === code),
    })),
    ...shippedSchemes
      .filter(({ code }) => !decided.has(code))
      .map((scheme) => ({
        scheme,
        inForce: inForceByDefault.has(scheme.code),
        version: 0,
        shipped: true,
      })),
  ]
}

/** The schemes in force in a region, those it decided on first. */
export async function schemesInForce(db: ReadDb, region: string): Promise<readonly RuledScheme[]> {
  const held = await schemesOf(db, region)
  return held.filter(({ inForce }) => inForce).map(({ scheme }) => ruled(scheme))
}

export async function insertScheme(db: Db, row: Row<'matterScheme'>): Promise<void> {
  await db
    .insertInto('matterScheme')
    .values({ ...row, content: json(row.content), by: json(row.by) })
    .execute()
}

function readJson(name: string): unknown {
  return JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'))
}

function readFolder<Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema>[] {
  return fs
    .readdirSync(path.join(folder, name))
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => schema.parse(readJson(path.join(name, file))))
}
