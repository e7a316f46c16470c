import type { Person } from '#contract/session.ts'
import type { OrganisationId } from '#core/id.ts'
import { readSubject, type Subject } from '#core/indicator/figure.ts'
import { becomesMatterAt } from '#core/warning/warning-rule.ts'
import type { Row } from '#server/db/db.ts'
import { type NewMatter, raiseMatters } from '#server/matter/raise-matter.ts'
import type { Telling } from '#server/matter/telling.ts'
import { subjectNames } from '#server/subject/subject-names.ts'
import { type Owner, ownersOf } from './owners.ts'
import { replaceWarnings, type RuleInForce } from './warning-store.ts'

export interface Handover {
  readonly region: string
  readonly by: Person
  readonly title: string
  readonly rule: RuleInForce['rule'] | undefined
  readonly row: Row<'warning'>
  readonly lead?: OrganisationId
  /** Without it what the kind of matter gives. */
  readonly due?: string
  readonly why?: string
}

/** A warning as the matter it becomes. */
export function matterOf({ region, by, title, rule, row, lead, due, why }: Handover): NewMatter {
  return {
    region,
    by,
    kind: 'warning',
    title,
    text: [why, rule?.nextStep].filter(Boolean).join('\n'),
    source: { kind: 'warning', id: row.id, title: rule?.name ?? row.ruleCode },
    sourceKey: `warning:${row.id}`,
    grade: row.grade,
    ...(lead !== undefined && { lead }),
    ...(due !== undefined && { due }),
  }
}

/**
 * Makes matters of warnings whose rule says so: led by the unit that answers for the subject where
 * the rule leaves it to that, else waiting for the office to assign them. [M10]
 */
export async function handOverByRule(
  telling: Telling,
  {
    region,
    by,
    rules,
    rows,
  }: {
    readonly region: string
    readonly by: Person
    readonly rules: readonly RuleInForce[]
    readonly rows: readonly Row<'warning'>[]
  },
): Promise<number> {
  const ruleOf = new Map(rules.map(({ rule }) => [rule.code, rule]))
  const due = rows.flatMap((row) => {
    const rule = ruleOf.get(row.ruleCode)
    const isDue = rule && row.isOpen && row.matterId === null && becomesMatterAt(rule, row.grade)
    return isDue ? [{ row, rule }] : []
  })
  if (due.length === 0) return 0
  const nameOf = await subjectNames(telling.db, region)
  const ownerOf = await ownersOf(telling.db, region, telling.now)
  const made = await raiseMatters(
    telling,
    region,
    due.map(({ row, rule }) => {
      const subject = subjectOf(row)
      const lead = ownedBy(rule, subject, ownerOf)?.id
      const title = `${nameOf(subject)}：${rule.name}`
      return matterOf({ region, by, title, rule, row, ...(lead !== undefined && { lead }) })
    }),
  )
  await replaceWarnings(
    telling.db,
    region,
    due.map(({ row }, i) => ({ ...row, matterId: made[i]?.id ?? null })),
  )
  return due.length
}

/** The unit a rule leaves a warning to; undefined where it is the office's own. */
export function ownedBy(
  rule: RuleInForce['rule'] | undefined,
  subject: Subject,
  ownerOf: (subject: Subject) => Owner | undefined,
): Owner | undefined {
  return rule?.owner === 'park' || rule?.owner === 'lead' ? ownerOf(subject) : undefined
}

/** What a stored warning is about. */
export function subjectOf({ subjectKind, subjectCode }: Row<'warning'>): Subject {
  const subject = readSubject(`${subjectKind}:${subjectCode}`)
  if (!subject) throw new Error(`A warning is about nothing: ${subjectKind}`)
  return subject
}
