import type { EventAction } from '#contract/texts/event-texts.zh.ts'
import {
  judgeWarning,
  listMissed,
  listWarningRules,
  listWarnings,
  lookForWarnings,
  reportMissed,
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
import { dayInChina } from '#server/clock.ts'
import type { ReadDb, Row } from '#server/db/db.ts'
import { record } from '#server/event/store.ts'
import type { Identity, WriteContext } from '#server/http/context.ts'
import { type Endpoint, read, write } from '#server/http/endpoint.ts'
import { badInput, changedMeanwhile, notFound } from '#server/http/failure.ts'
import { raiseMatter } from '#server/matter/raise-matter.ts'
import { type NameOf, subjectNames } from '#server/subject/subject-names.ts'
import { lookAt, lookForWarningsIn } from './look-for-warnings.ts'
import { insertMissed, missedCounts, missedOf } from './missed-store.ts'
import { ownersOf } from './owners.ts'
import { lookDay } from './subject-facts.ts'
import { matterOf, ownedBy, subjectOf } from './warning-matters.ts'
import { rememberLook } from '#server/indicator/figure-scope.ts'
import { sumSightOf } from '#server/subject/sum-sight.ts'
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
  read(listWarnings, async (input, context, transact) => {
    const page = await warningPage(context, input)
    await rememberLook(
      transact,
      page.warnings.map(({ subject, rule, until }) => ({
        subject,
        indicator: rule,
        period: until,
      })),
    )
    return page
  }),

  write(lookForWarnings, async ({ period }, context) => {
    const { region, user, stale } = context
    const asked = { region: region.code, period, by: user }
    const outcome = await lookForWarningsIn(tellingOf(context), asked)
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
    const handover = { region: context.region.code, by: context.user, rule, row, lead, due }
    const title = `${nameOf(subjectOf(row))}：${rule?.name ?? row.ruleCode}`
    const matter = await raiseMatter(
      tellingOf(context),
      matterOf({ ...handover, title, ...(why !== undefined && { why }) }),
    )
    await saveWarning(context, row, 'warning-handed-over', { matterId: matter.id }, why)
    return { matter: matter.id }
  }),

  read(listWarningRules, async (_, { db, region }) => {
    const verdicts = await verdictsOf(db, region.code)
    const missed = await missedCounts(db, region.code)
    const rules = await rulesOf(db, region.code)
    return {
      rules: rules.map((one) => {
        const { code } = one.rule
        return { ...one, skill: skillOf(verdicts.get(code) ?? [], missed.get(code) ?? 0) }
      }),
      signals: signalNames,
      facts: wholeFacts,
    }
  }),

  read(tryWarningRule, async ({ rule, periods, asOf }, context, transact) => {
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
    const { db, region, now } = context
    const nameOf = await subjectNames(db, region.code)
    const sees = await sumSightOf(context)
    const today = dayInChina(asOf ?? now)
    const looks = await Promise.all(
      periods.map((period) =>
        lookAt(db, [rule], {
          region: region.code,
          period,
          day: lookDay(period, today),
          ...(asOf !== undefined && { asOf }),
        }),
      ),
    )
    const hits = looks
      .flatMap(({ hits: found }) => found)
      .flatMap(({ subject: text, period, grade, figures }) => {
        const subject = readSubject(text)
        return subject && sees(subject)
          ? [{ period, subject, subjectName: nameOf(subject), grade, figures }]
          : []
      })
    await rememberLook(
      transact,
      hits.map(({ subject, period }) => ({ subject, indicator: rule.code, period })),
    )
    return { looked: looks.reduce((sum, { looked }) => sum + looked, 0), hits }
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

  write(reportMissed, async ({ code, subject, period, text }, context) => {
    const { db, region, user, now } = context
    const rule = (await rulesOf(db, region.code)).find((each) => each.rule.code === code)?.rule
    const sees = await sumSightOf(context)
    if (!rule || !sees(subject)) throw notFound('Rule')
    if (subject.kind !== rule.subject) {
      throw badInput('missed-other-subject', 'The rule looks at other subjects')
    }
    const told = await warningsOf(db, region.code, { state: 'all', rule: code })
    const isTold = told.some(
      (row) =>
        row.subjectKind === subject.kind &&
        row.subjectCode === subject.code &&
        comparePeriods(row.since, period) <= 0 &&
        comparePeriods(row.until, period) >= 0,
    )
    if (isTold) throw badInput('missed-was-told', 'The rule had warned of it')
    const id = newId('missed-trouble')
    const about = { subjectKind: subject.kind, subjectCode: subject.code, period, text }
    const row = { regionCode: region.code, id, ruleCode: code, ...about, by: user, at: now }
    if (!(await insertMissed(db, row))) {
      throw badInput('missed-known', 'This was reported already')
    }
    await record(db, [
      {
        region: region.code,
        at: now,
        by: user,
        action: 'warning-missed',
        subject: id,
        entity: { kind: 'warning-rule', id },
        after: about,
        why: text,
      },
    ])
    context.stale(['warnings'])
    return { id }
  }),

  read(listMissed, async ({ code }, context) => {
    const { db, region } = context
    const nameOf = await subjectNames(db, region.code)
    const sees = await sumSightOf(context)
    const rows = await missedOf(db, region.code, code)
    return {
      missed: rows.flatMap(({ id, period, text, by, at, ...row }) => {
        const subject = readSubject(`${row.subjectKind}:${row.subjectCode}`)
        return subject && sees(subject)
          ? [{ id, period, text, by, at, subject, subjectName: nameOf(subject) }]
          : []
      }),
    }
  }),
]

interface Ground {
  readonly rules: readonly RuleInForce[]
  readonly nameOf: NameOf
  readonly sees: (subject: Subject) => boolean
  readonly ownerOf: Awaited<ReturnType<typeof ownersOf>>
}

async function groundOf(
  context: Identity & { readonly db: ReadDb; readonly now: string },
): Promise<Ground> {
  const { db, region, now } = context
  return {
    rules: await rulesOf(db, region.code),
    nameOf: await subjectNames(db, region.code),
    sees: await sumSightOf(context),
    ownerOf: await ownersOf(db, region.code, now),
  }
}

async function warningPage(
  context: Identity & { readonly db: ReadDb; readonly now: string },
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

function viewOf(row: Row<'warning'>, { rules, nameOf, ownerOf }: Ground): WarningView {
  const rule = rules.find((each) => each.rule.code === row.ruleCode)?.rule
  const { id, since, until, grade, worst, because, figures, isOpen } = row
  const subject = subjectOf(row)
  const { isRight, verdict, judgedBy, judgedAt } = row
  const ownerUnit = ownedBy(rule, subject, ownerOf)
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
    ...(ownerUnit && { ownerUnit }),
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
  const sees = await sumSightOf(context)
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
