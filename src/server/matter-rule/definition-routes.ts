import { enforceKind, enforceWorkflow } from '#contract/matter-rule.ts'
import type { Kind } from '#core/matter/kind.ts'
import { conditionFaults } from '#core/matter/ruled-scheme.ts'
import { type Workflow, workflowFaults } from '#core/matter/workflow.ts'
import type { ReadDb, Row } from '#server/db/db.ts'
import { record } from '#server/event/store.ts'
import type { WriteContext } from '#server/http/context.ts'
import { type Endpoint, write } from '#server/http/endpoint.ts'
import { badInput, changedMeanwhile, refused } from '#server/http/failure.ts'
import { newId } from '#server/new-id.ts'
import {
  checkedScheme,
  type Held,
  insertDefinition,
  type RegionRules,
  rulesOf,
  rulesWith,
  schemesOf,
} from './rules.ts'

/** A region makes kinds and workflows of its own, or changes those of the program. */
export const definitionEndpoints: readonly Endpoint[] = [
  write(enforceKind, async ({ kind, ...decision }, context) => {
    const rules = await rulesOf(context.db, context.region.code)
    const known = rules.kinds.find(({ content }) => content.code === decision.code)
    const isThere = rules.workflows.some(
      ({ content, inForce }) => content.code === kind.workflow && inForce,
    )
    if (!isThere)
      throw refused('kind-faulty', 'Its workflow is not there', { workflow: kind.workflow })
    const twice = twiceAmong((kind.steps ?? []).flatMap(({ code, name }) => [code, name]))
    if (twice !== undefined)
      throw refused('kind-faulty', 'A node stands there twice', { step: twice })
    return decide(context, rules, { ...decision, part: 'kind', content: kind, known })
  }),

  write(enforceWorkflow, async ({ workflow, ...decision }, context) => {
    const rules = await rulesOf(context.db, context.region.code)
    const known = rules.workflows.find(({ content }) => content.code === decision.code)
    const kinds = rules.kinds.map(({ content }) => content)
    const faults = [...workflowFaults(workflow), ...conditionFaults(workflow, kinds)]
    if (faults.length > 0) throw refused('workflow-faulty', 'The workflow is faulty', faults)
    await refuseWhereUsed(context.db, context.region.code, rules, workflow, decision.inForce)
    return decide(context, rules, { ...decision, part: 'workflow', content: workflow, known })
  }),
]

function twiceAmong(texts: readonly string[]): string | undefined {
  return texts.find((text, index) => texts.indexOf(text) !== index)
}

/** Matters stand in states; no state may go while one stands in it, no workflow while a kind goes by it. */
async function refuseWhereUsed(
  db: ReadDb,
  region: string,
  { kinds }: RegionRules,
  { code, states }: Workflow,
  inForce: boolean,
): Promise<void> {
  const user = kinds.find(({ content, inForce: used }) => used && content.workflow === code)
  if (!inForce && user) {
    throw refused('workflow-used', 'A kind goes by it', { kind: user.content.name })
  }
  const stood = await db
    .selectFrom('matter')
    .select('state')
    .distinct()
    .where('regionCode', '=', region)
    .where('workflow', '=', code)
    .execute()
  const gone = stood.find(({ state }) => !states.some((one) => one.code === state))
  if (gone) throw refused('workflow-state-used', 'A matter stands in a state that is gone', gone)
}

interface Decision {
  readonly part: Row<'matterDefinition'>['part']
  readonly code: string
  readonly content: Kind | Workflow
  readonly inForce: boolean
  readonly version: number
  readonly why: string
  readonly known: Held<Kind | Workflow> | undefined
}

async function decide(
  context: WriteContext,
  before: RegionRules,
  { part, code, content, inForce, version, why, known }: Decision,
): Promise<{ code: string; version: number }> {
  const { db, region, user, now } = context
  if (content.code !== code) throw badInput('input-invalid', 'The codes differ')
  if ((known?.version ?? 0) !== version) {
    throw changedMeanwhile('Somebody decided on it meanwhile', { current: known })
  }
  const next = version + 1
  const row = {
    regionCode: region.code,
    part,
    code,
    version: next,
    content,
    inForce,
    by: user,
    at: now,
    why,
  }
  const others = before.decided.filter((one) => one.part !== part || one.code !== code)
  await refuseBrokenSchemes(db, region.code, rulesWith([...others, row]))
  await insertDefinition(db, row)
  const entity = part === 'kind' ? ('matter-kind' as const) : ('matter-workflow' as const)
  const id = newId(entity)
  await record(db, [
    {
      region: region.code,
      at: now,
      by: user,
      action: part === 'kind' ? 'matter-kind-decided' : 'matter-workflow-decided',
      subject: id,
      entity: { kind: entity, id },
      before: known && { inForce: known.inForce, content: known.content },
      after: { inForce, content, version: next },
      why,
    },
  ])
  context.stale(['matter-rules'], ['matters'])
  return { code, version: next }
}

/** What lights lamps must still be readable: a node that is renamed may be named by a rule. */
async function refuseBrokenSchemes(db: ReadDb, region: string, rules: RegionRules): Promise<void> {
  for (const { scheme, inForce } of await schemesOf(db, region)) {
    if (!inForce) continue
    const checked = checkedScheme(scheme, rules)
    if (!checked.ok) {
      const detail = { scheme: scheme.name, faults: checked.error }
      throw refused('scheme-broken', 'A scheme in force could not be read any more', detail)
    }
  }
}
