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

const kinds: readonly Kind[] = z.array(MatterKind).parse(readJson('kinds.json'))
const workflows: readonly CoreWorkflow[] = readFolder('workflows', Workflow)
export const shippedSchemes: readonly CoreScheme[] = readFolder('schemes', Scheme)

for (const workflow of workflows) {
  const faults = workflowFaults(workflow)
  if (faults.length > 0) throw new Error(`${workflow.code}: ${JSON.stringify(faults)}`)
}

const shippedKinds: ReadonlyMap<string, Kind> = new Map(kinds.map((kind) => [kind.code, kind]))
const shippedWorkflows: ReadonlyMap<string, CoreWorkflow> = new Map(
  workflows.map((workflow) => [workflow.code, workflow]),
)

/** Something a region uses or not: its own version, or what the program ships. */
export interface Held<Content> {
  readonly content: Content
  readonly inForce: boolean
  readonly shipped: boolean
  /** 0 where the region decided nothing. */
  readonly version: number
}

/** The kinds and workflows of a region. Matters go on by those out of force, none is raised by them. */
export interface RegionRules {
  readonly kinds: readonly Held<Kind>[]
  readonly workflows: readonly Held<CoreWorkflow>[]
  readonly kindOf: (code: string) => Kind | undefined
  readonly workflowOf: (code: string) => CoreWorkflow
  /** What the region decided itself, the latest of each. */
  readonly decided: readonly Decided[]
  /** The same for the same rules. */
  readonly stamp: string
}

type Decided = Row<'matterDefinition'>

/** What a region decided on kinds and workflows over what is shipped. */
export async function rulesOf(db: ReadDb, region: string): Promise<RegionRules> {
  const rows = await db
    .selectFrom('matterDefinition')
    .selectAll()
    .where('regionCode', '=', region)
    .orderBy('part')
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute()
  return rulesWith(rows.filter((row, index) => !isSame(rows[index - 1], row)))
}

function isSame(a: Decided | undefined, b: Decided): boolean {
  return a?.part === b.part && a.code === b.code
}

/** The rules where the latest decisions of a region are these. */
export function rulesWith(decided: readonly Decided[]): RegionRules {
  const made = { kinds: held('kind', shippedKinds), workflows: held('workflow', shippedWorkflows) }
  const kindsByCode = new Map(made.kinds.map(({ content }) => [content.code, content]))
  const workflowsByCode = new Map(made.workflows.map(({ content }) => [content.code, content]))
  return {
    ...made,
    kindOf: (code) => kindsByCode.get(code),
    workflowOf: (code) => {
      const workflow = workflowsByCode.get(code)
      if (!workflow) throw new Error(`There is no workflow ${code}`)
      return workflow
    },
    decided,
    stamp: decided
      .map(({ regionCode, part, code, version }) => `${regionCode} ${part} ${code} ${version}`)
      .join(),
  }

  function held<Content extends Kind | CoreWorkflow>(
    part: Decided['part'],
    shipped: ReadonlyMap<string, Content>,
  ): Held<Content>[] {
    const own = decided.filter((row) => row.part === part)
    const codes = new Set(own.map(({ code }) => code))
    return [
      ...[...shipped.values()]
        .filter(({ code }) => !codes.has(code))
        .map((content) => ({ content, inForce: true, shipped: true, version: 0 })),
      ...own.map(({ code, content, inForce, version }) => ({
        // What is stored under a part was checked as such when it was put in force.
        content: content as Content,
        inForce,
        version,
        shipped: shipped.has(code),
      })),
    ]
  }
}

// Compiling takes longer than playing: each text of a scheme is read once.
const compiled = new Map<string, RuledScheme>()
const mostCompiled = 500

/** A scheme whose rules can be asked. Throws where it is faulty: nothing faulty is put in force. */
function ruled(scheme: CoreScheme, rules: RegionRules): RuledScheme {
  const text = `${rules.stamp} ${JSON.stringify(scheme)}`
  const known = compiled.get(text)
  if (known) return known
  const made = checkedScheme(scheme, rules)
  if (!made.ok) throw new Error(`${scheme.code}: ${JSON.stringify(made.error)}`)
  if (compiled.size >= mostCompiled) compiled.clear()
  compiled.set(text, made.value)
  return made.value
}

/** A scheme by the kinds and workflows of a region, or all that is wrong with it. */
export function checkedScheme(scheme: CoreScheme, { kinds: own, workflows: ways }: RegionRules) {
  return ruledScheme(
    scheme,
    own.map(({ content }) => content),
    ways.map(({ content }) => content),
  )
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
export async function schemesInForce(
  db: ReadDb,
  region: string,
  rules: RegionRules,
): Promise<readonly RuledScheme[]> {
  const held = await schemesOf(db, region)
  return held.filter(({ inForce }) => inForce).map(({ scheme }) => ruled(scheme, rules))
}

export async function insertDefinition(db: Db, row: Decided): Promise<void> {
  await db
    .insertInto('matterDefinition')
    .values({ ...row, content: json(row.content), by: json(row.by) })
    .execute()
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
