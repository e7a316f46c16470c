import {
  differences,
  type Field,
  fieldsOfIndustry,
  fieldsOfPark,
  fieldsOfProject,
  fieldsOfTarget,
  fieldsOfTask,
  signatureOf,
} from '../item-fields.ts'
import {
  industryLikeness,
  parkLikeness,
  preparedIndustry,
  preparedPark,
  preparedProject,
  preparedTarget,
  preparedTask,
  projectLikeness,
  targetLikeness,
  taskLikeness,
} from './item-likeness.ts'
import { optimalMatching, type Pair } from './optimal-matching.ts'
import type { Plan } from '../plan.ts'
import type { ChangeOf, ItemKind, ItemOf, PlanChange } from './plan-change.ts'

/** Below this two items are different things, not one thing reworded. */
const leastLikeness = 0.6

/**
 * Holds two plans against each other by meaning, not by wording or place: each item of `before` is
 * paired with the item of `after` that is most probably the same thing, all pairs together chosen
 * for the best total. `comparePlans(b, a)` is the same comparison seen from the other side.
 */
export function comparePlans(before: Plan, after: Plan): PlanChange[] {
  return [
    ...compared({
      kind: 'target',
      before: before.targets,
      after: after.targets,
      fields: fieldsOfTarget,
      prepare: preparedTarget,
      likeness: targetLikeness,
    }),
    ...compared({
      kind: 'task',
      before: before.tasks,
      after: after.tasks,
      fields: fieldsOfTask,
      prepare: preparedTask,
      likeness: taskLikeness,
    }),
    ...compared({
      kind: 'project',
      before: before.projects,
      after: after.projects,
      fields: fieldsOfProject,
      prepare: preparedProject,
      likeness: projectLikeness,
    }),
    ...compared({
      kind: 'industry',
      before: before.industries,
      after: after.industries,
      fields: fieldsOfIndustry,
      prepare: preparedIndustry,
      likeness: industryLikeness,
    }),
    ...compared({
      kind: 'park',
      before: before.parks,
      after: after.parks,
      fields: fieldsOfPark,
      prepare: preparedPark,
      likeness: parkLikeness,
    }),
  ]
}

interface Sides<Kind extends ItemKind, Prepared> {
  readonly kind: Kind
  readonly before: readonly ItemOf[Kind][]
  readonly after: readonly ItemOf[Kind][]
  readonly fields: (item: ItemOf[Kind]) => Field[]
  /** What is worked out once per item, because it is compared with every other. */
  readonly prepare: (item: ItemOf[Kind]) => Prepared
  readonly likeness: (left: Prepared, right: Prepared) => number
}

function compared<Kind extends ItemKind, Prepared>(sides: Sides<Kind, Prepared>): ChangeOf<Kind>[] {
  const { kind, before, after, fields } = sides
  const partners = new Map(pairs(sides).map(({ left, right }) => [right, left]))
  const kept = new Set(partners.values())
  const present = after.map((item, index): ChangeOf<Kind> => {
    const partner = partners.get(index)
    const old = partner === undefined ? undefined : before[partner]
    if (!old) return { kind, status: 'added', after: item }
    const changes = differences(fields(old), fields(item))
    return changes.length === 0
      ? { kind, status: 'unchanged', before: old, after: item }
      : { kind, status: 'changed', before: old, after: item, fields: changes }
  })
  const dropped = before
    .filter((_, index) => !kept.has(index))
    .map((item): ChangeOf<Kind> => ({ kind, status: 'dropped', before: item }))
  return [...present, ...dropped]
}

function pairs<Kind extends ItemKind, Prepared>(sides: Sides<Kind, Prepared>): Pair[] {
  const { before, after, fields, prepare, likeness } = sides
  const left = before.map((item) => signatureOf(fields(item)))
  const right = after.map((item) => signatureOf(fields(item)))
  const same = equalPairs(left, right)
  const openLeft = open(left, new Set(same.map((pair) => pair.left)))
  const openRight = open(right, new Set(same.map((pair) => pair.right)))

  const scores = (rows: readonly Prepared[], columns: readonly Prepared[]) =>
    rows.map((row) => columns.map((column) => likeness(row, column)))
  const preparedIn = (items: readonly ItemOf[Kind][], indices: readonly number[]) =>
    indices.flatMap((index) => items.slice(index, index + 1)).map(prepare)
  const rows = preparedIn(before, openLeft.indices)
  const columns = preparedIn(after, openRight.indices)

  // Equally good matchings exist; always asking in the same direction picks the same one.
  const forward = openLeft.signature <= openRight.signature
  const matched = forward
    ? optimalMatching(scores(rows, columns), leastLikeness)
    : optimalMatching(scores(columns, rows), leastLikeness).map((pair) => ({
        left: pair.right,
        right: pair.left,
      }))
  return [
    ...same,
    ...matched.map((pair) => ({
      left: openLeft.indices[pair.left] ?? -1,
      right: openRight.indices[pair.right] ?? -1,
    })),
  ]
}

/** Items with nothing to report between them, first with first, second with second. */
function equalPairs(left: readonly string[], right: readonly string[]): Pair[] {
  const waiting = Map.groupBy(
    right.map((signature, index) => ({ signature, index })),
    ({ signature }) => signature,
  )
  return left.flatMap((signature, index) => {
    const partner = waiting.get(signature)?.shift()
    return partner ? [{ left: index, right: partner.index }] : []
  })
}

/** The items without a partner yet, in an order that does not depend on where they stand. */
function open(
  signatures: readonly string[],
  taken: ReadonlySet<number>,
): { indices: number[]; signature: string } {
  const indices = signatures
    .map((_, index) => index)
    .filter((index) => !taken.has(index))
    .toSorted((a, b) => compareText(signatures[a] ?? '', signatures[b] ?? '') || a - b)
  return { indices, signature: indices.map((index) => signatures[index]).join('\n') }
}

function compareText(left: string, right: string): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}
