import type { EventAction } from '#contract/event-texts.zh.ts'
import {
  judgeWarning,
  listWarningRules,
  listWarnings,
  lookForWarnings,
  setWarningRule,
  tryWarningRule,
  warningToMatter,
  type Warning as WarningView,
} from '#contract/warning.ts'
import type { Parsed } from '#contract/route.ts'
import { readSubject, type Subject } from '#core/indicator/figure.ts'
import { problemInWords } from '#core/expression/messages.ts'
import { comparePeriods, type Period } from '#core/period/period.ts'
import { signalNames } from '#core/warning/signals.ts'
import { wholeFacts, warningLook } from '#core/warning/warning-rule.ts'
import { skillOf } from '#core/warning/warnings.ts'
import type { ReadDb, Row } from '#server/db/db.ts'
import { record } from '#server/event/store.ts'
import type { Identity, WriteContext } from '#server/http/context.ts'
import { type Endpoint, read, write } from '#server/http/endpoint.ts'
import { badInput, changedMeanwhile, notFound } from '#server/http/failure.ts'
import { raiseMatter } from '#server/matter/raise-matter.ts'
import { type NameOf, subjectNames } from '#server/subject/subject-names.ts'
import { lookAt, lookForWarningsIn } from './look-for-warnings.ts'
import { sightOf } from '#server/subject/sight.ts'
import { tellingOf } from '#server/matter/telling.ts'
import { newId } from '#server/new-id.ts'
import {
  insertRule,
  rulesOf,
  type RuleInForce,
  verdictsOf,
  warningOfId,
  warningsOf,
} from './warning-store.ts'

export const warningEndpoints: readonly Endpoint[] = [
  read(listWarnings, (input, context) => warningPage(context, input)),

  write(lookForWarnings, async ({ period }, context) => {
    const { db, region, now, stale } = context
    const outcome = await lookForWarningsIn(db, { region: region.code, period, at: now })
    stale(['warnings'], ['work'])
    return outcome
  }),

  write(judgeWarning, async ({ id, right, text }, context) => {
    const row = await warningHere(context, id)
    const judged = { isRight: right, verdict: text, judgedBy: context.user, judgedAt: context.now }
    await saveWarning(context, row, 'warning-judged', judged, text)
    return viewOf({ ...row, ...judged }, await groundOf(context))
  }),

  write(warningToMatter, async ({ id, lead, due, why }, context) => {
    const row = await warningHere(context, id)
    const { rules, nameOf } = await groundOf(context)
    const rule = rules.find((each) => each.rule.code === row.ruleCode)?.rule
    const subject = nameOf(subjectOf(row))
    const matter = await raiseMatter(tellingOf(context), {
      region: context.region.code,
      by: context.user,
      kind: 'warning',
      title: `${subject}：${rule?.name ?? row.ruleCode}`,
      text: [why, rule?.nextStep].filter(Boolean).join('\n'),
      source: { kind: 'warning', id, title: rule?.name ?? row.ruleCode },
      sourceKey: `warning:${id}`,
      grade: row.grade,
      lead,
      due,
    })
    await saveWarning(context, row, 'warning-handed-over', { matterId: matter.id }, why)
    return { matter: matter.id }
  }),

  read(listWarningRules, async (_, { db, region }) => {
    const verdicts = await verdictsOf(db, region.code)
    const rules = await rulesOf(db, region.code)
    return {
      rules: rules.map((one) => ({ ...one, skill: skillOf(verdicts.get(one.rule.code) ?? [], 0) })),
      signals: signalNames,
      facts: wholeFacts,
    }
  }),

  read(tryWarningRule, async ({ rule, periods, asOf }, context) => {
    const look = warningLook(rule)
    if (!look.ok) {
      const { grade, problem } = look.error
      const text = problemInWords(problem)
      return {
        problem: { field: grade, start: problem.start, end: problem.end, text },
        hits: [],
        looked: 0,
      }
    }
    const { db, region } = context
    const nameOf = await subjectNames(db, region.code)
    const sees = await sightOf(context)
    const looks = await Promise.all(
      periods.map((period) =>
        lookAt(db, [rule], { region: region.code, period, ...(asOf !== undefined && { asOf }) }),
      ),
    )
    const hits = looks.flatMap(({ hits: found }) => found)
    return {
      looked: looks.reduce((sum, { looked }) => sum + looked, 0),
      hits: hits.flatMap(({ subject: text, period, grade, figures }) => {
        const subject = readSubject(text)
        return subject && sees(subject)
          ? [{ period, subject, subjectName: nameOf(subject), grade, figures }]
          : []
      }),
    }
  }),

  write(setWarningRule, async ({ code, version, rule, inForce, why }, context) => {
    const { db, region, user, now, stale } = context
    if (code !== rule.code) throw badInput('input-invalid', 'A rule keeps its code')
    const look = warningLook(rule)
    if (!look.ok) {
      throw badInput('warning-rule-unread', 'A condition cannot be read', {
        grade: look.error.grade,
        text: problemInWords(look.error.problem),
      })
    }
    const before = (await rulesOf(db, region.code)).find((each) => each.rule.code === code)
    if ((before?.version ?? 0) !== version)
      throw changedMeanwhile('The rule has another version by now', before?.rule)
    const row = { regionCode: region.code, code, version: version + 1, rule, inForce, why }
    await insertRule(db, { ...row, by: user, at: now })
    const entity = newId('warning-rule')
    await record(db, [
      {
        region: region.code,
        at: now,
        by: user,
        action: 'warning-rule-set',
        subject: entity,
        entity: { kind: 'warning-rule', id: entity },
        before: before?.rule,
        after: { ...rule, inForce },
        why,
      },
    ])
    stale(['warnings'])
    return { version: version + 1 }
  }),
]

interface Ground {
  readonly rules: readonly RuleInForce[]
  readonly nameOf: NameOf
  readonly sees: (subject: Subject) => boolean
}

async function groundOf(context: Identity & { readonly db: ReadDb }): Promise<Ground> {
  const { db, region } = context
  return {
    rules: await rulesOf(db, region.code),
    nameOf: await subjectNames(db, region.code),
    sees: await sightOf(context),
  }
}

async function warningPage(
  context: Identity & { readonly db: ReadDb },
  { limit, offset, text, ...filter }: Parsed<typeof listWarnings>,
) {
  const ground = await groundOf(context)
  const rows = await warningsOf(context.db, context.region.code, filter)
  const seen = rows
    .filter((row) => ground.sees(subjectOf(row)))
    .map((row) => viewOf(row, ground))
    .filter(({ ruleName, subjectName }) => `${subjectName} ${ruleName}`.includes(text ?? ''))
  const count = (grade: WarningView['grade']): number =>
    seen.filter((warning) => warning.grade === grade).length
  const periods: readonly Period[] = [...new Set(rows.map(({ until }) => until))]
  return {
    warnings: seen.slice(offset, offset + limit),
    total: seen.length,
    counts: { red: count('red'), orange: count('orange'), yellow: count('yellow') },
    periods: periods.toSorted((a, b) => comparePeriods(b, a)),
  }
}

function subjectOf({ subjectKind, subjectCode }: Row<'warning'>): Subject {
  const subject = readSubject(`${subjectKind}:${subjectCode}`)
  if (!subject) throw new Error(`A warning is about nothing: ${subjectKind}`)
  return subject
}

function viewOf(row: Row<'warning'>, { rules, nameOf }: Ground): WarningView {
  const rule = rules.find((each) => each.rule.code === row.ruleCode)?.rule
  const { id, since, until, grade, worst, because, figures, isOpen } = row
  const subject = subjectOf(row)
  const { isRight, verdict, judgedBy, judgedAt } = row
  return {
    id,
    since,
    until,
    grade,
    worst,
    because,
    figures,
    isOpen,
    subject,
    rule: row.ruleCode,
    ruleName: rule?.name ?? row.ruleCode,
    subjectName: nameOf(subject),
    nextStep: rule?.nextStep ?? '',
    owner: rule?.owner ?? '',
    ...(isRight !== null &&
      judgedBy &&
      judgedAt !== null && {
        verdict: { right: isRight, text: verdict ?? '', by: judgedBy, at: judgedAt },
      }),
    ...(row.matterId !== null && { matter: row.matterId }),
  }
}

/** A warning of the region that the caller may see. */
async function warningHere(
  context: WriteContext,
  id: Row<'warning'>['id'],
): Promise<Row<'warning'>> {
  const row = await warningOfId(context.db, context.region.code, id)
  const sees = await sightOf(context)
  if (!row || !sees(subjectOf(row))) throw notFound('Warning')
  return row
}

async function saveWarning(
  { db, region, user, now, stale }: WriteContext,
  { id }: Row<'warning'>,
  action: EventAction,
  change: Partial<Row<'warning'>>,
  why: string | undefined,
): Promise<void> {
  await db
    .updateTable('warning')
    .set(change)
    .where('regionCode', '=', region.code)
    .where('id', '=', id)
    .execute()
  await record(db, [
    {
      region: region.code,
      at: now,
      by: user,
      action,
      subject: id,
      entity: { kind: 'warning', id },
      after: change,
      why,
    },
  ])
  stale(['warnings'], ['work'])
}
