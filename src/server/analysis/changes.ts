import type { whatChanged } from '#contract/analysis.ts'
import type { Answer } from '#contract/route.ts'
import { figureKey, readSubject, type Subject } from '#core/indicator/figure.ts'
import type { Period } from '#core/period/period.ts'
import type { ReadDb, Row } from '#server/db/db.ts'
import type { ReadContext } from '#server/http/context.ts'
import { momentOf } from '#server/indicator/as-of.ts'
import { lookerOf, type Seen, shownTo } from '#server/indicator/figure-scope.ts'
import { figuresOf } from '#server/indicator/figures.ts'
import { libraryAt } from '#server/indicator/library/library.ts'
import { organisationsOf } from '#server/organisation/store.ts'
import { withinScope } from '#server/organisation/within-scope.ts'
import { sumSightOf } from '#server/subject/sum-sight.ts'
import { subjectNames } from '#server/subject/subject-names.ts'
import { type Look, lookAtTargets } from '#server/watching/look-at-targets.ts'
import { monthlyOnly, periodsThere } from '#server/watching/measured.ts'
import type { outlookMemory } from '#server/watching/remembered.ts'
import { rulesOf, warningsOf } from '#server/watching/warning-store.ts'
import { sql } from 'kysely'

type Changes = Answer<typeof whatChanged>

/** What a meeting asks first: what changed since the last one. */
export async function changesBetween(
  context: ReadContext,
  { from, to }: { readonly from: string; readonly to: string },
  outlookOf: ReturnType<typeof outlookMemory>,
): Promise<Changes & { readonly seen: readonly Seen[] }> {
  const { db, region } = context
  const [before, after] = [momentOf(from), momentOf(to)]
  const periods = monthlyOnly(await periodsThere(db, region.code))
  const [then, now] = [
    await latestKnown(db, region.code, periods, before),
    await latestKnown(db, region.code, periods, after),
  ]
  const look = (period: Period | undefined, asOf: string): Promise<Look | undefined> =>
    period === undefined
      ? Promise.resolve(undefined)
      : lookAtTargets(db, { region: region.code, period, asOf }, outlookOf)
  const [earlier, later] = [await look(then, before), await look(now, after)]
  const warnings = await warningsChanged(context, before, after)
  return {
    periods: { ...(then && { from: then }), ...(now && { to: now }) },
    lamps: lampsChanged(earlier, later),
    revised: then ? await revisedFigures(context, later, then, [before, after]) : [],
    warnings: { raised: warnings.raised.map(told), cleared: warnings.cleared.map(told) },
    seen: [...warnings.raised, ...warnings.cleared].map(({ subject, rule }) => ({
      subject,
      indicator: rule,
    })),
    matters: await mattersChanged(context, { from, to, before, after }),
  }
}

/** The latest month of which anything was known at a moment. */
async function latestKnown(
  db: ReadDb,
  region: string,
  periods: readonly Period[],
  moment: string,
): Promise<Period | undefined> {
  const known = sql<{ readonly period: Period }>`(
    select p.period from figure_period p
    where p.region_code = ${region} and p.period = any(${[...periods]}::text[])
      and exists (
        select 1 from observation o
        where o.region_code = ${region} and o.period = p.period and o.known_from <= ${moment}
      )
    order by p.ends desc limit 1
  )`.as<'known'>('known')
  const row = await db.selectFrom(known).select('period').executeTakeFirst()
  return row?.period
}

function lampsChanged(earlier: Look | undefined, later: Look | undefined): Changes['lamps'] {
  const before = new Map(
    (earlier?.targets ?? []).map(({ row, standing }) => [row.lineageId, standing.lamp]),
  )
  return (later?.targets ?? []).flatMap(({ row, measure, standing }) => {
    const from = before.get(row.lineageId) ?? 'unreported'
    if (!measure || from === standing.lamp) return []
    return [
      {
        target: row.id,
        indicator: `${row.content.scope?.name ?? ''}${row.content.indicator}`,
        from,
        to: standing.lamp,
        ...(standing.because !== undefined && { because: standing.because }),
      },
    ]
  })
}

/** Figures of measured targets that say something else of the same month now. */
async function revisedFigures(
  context: ReadContext,
  look: Look | undefined,
  period: Period,
  [before, after]: readonly [string, string],
): Promise<Changes['revised']> {
  const { db, region } = context
  const measures = (look?.targets ?? []).flatMap(({ measure }) => measure ?? [])
  const library = await libraryAt(db)
  const nameOf = await subjectNames(db, region.code)
  const question = {
    region: region.code,
    subjects: uniqueSubjects(measures.map(({ subject }) => subject)),
    indicators: [...new Set(measures.map(({ definition }) => definition.code))],
    periods: [period],
  }
  const old = await figuresOf(db, { ...question, asOf: before })
  const known = new Map(old.map((figure) => [figureKey(figure), figure.value]))
  const present = await shownTo(
    db,
    lookerOf(context),
    await figuresOf(db, { ...question, asOf: after }),
  )
  return present.flatMap((figure) => {
    const was = known.get(figureKey(figure))
    const definition = library.entries.get(figure.indicator)?.at(-1)?.definition
    if (was == null || figure.value === null || Number(was) === Number(figure.value)) return []
    return [
      {
        subject: figure.subject,
        subjectName: nameOf(figure.subject),
        indicator: figure.indicator,
        name: definition?.name ?? figure.indicator,
        period: figure.period,
        before: Number(was),
        after: Number(figure.value),
        unit: definition?.unit ?? '',
      },
    ]
  })
}

function uniqueSubjects(subjects: readonly Subject[]): readonly Subject[] {
  return [...new Map(subjects.map((each) => [`${each.kind}:${each.code}`, each])).values()]
}

/** A warning that was raised or cleared. */
interface Changed {
  readonly subject: Subject
  readonly rule: string
  readonly name: string
  readonly subjectName: string
  readonly grade: Row<'warning'>['grade']
}

async function warningsChanged(
  context: ReadContext,
  before: string,
  after: string,
): Promise<{ readonly raised: readonly Changed[]; readonly cleared: readonly Changed[] }> {
  const { db, region } = context
  const sees = await sumSightOf(context)
  const nameOf = await subjectNames(db, region.code)
  const rules = new Map((await rulesOf(db, region.code)).map(({ rule }) => [rule.code, rule.name]))
  const rows = (await warningsOf(db, region.code, { state: 'all' })).flatMap((row) => {
    const subject = readSubject(`${row.subjectKind}:${row.subjectCode}`)
    if (!subject || !sees(subject)) return []
    const { ruleCode: rule, grade, raisedAt, clearedAt } = row
    const name = rules.get(rule) ?? rule
    return [{ subject, rule, name, subjectName: nameOf(subject), grade, raisedAt, clearedAt }]
  })
  const isWithin = (at: string | null): boolean => at !== null && at > before && at <= after
  return {
    raised: rows.filter(({ raisedAt }) => isWithin(raisedAt)),
    cleared: rows.filter(({ clearedAt }) => isWithin(clearedAt)),
  }
}

function told({ name, subjectName, grade }: Changed) {
  return { name, subjectName, grade }
}

interface Days {
  readonly from: string
  readonly to: string
  readonly before: string
  readonly after: string
}

async function mattersChanged(
  { db, region, scopeOf }: ReadContext,
  { from, to, before, after }: Days,
): Promise<Changes['matters']> {
  const units = new Map((await organisationsOf(db, region.code)).map((unit) => [unit.id, unit]))
  // Who reads for a unit only sees what that unit leads.
  const own = db
    .selectFrom('matter')
    .selectAll('matter')
    .where('matter.regionCode', '=', region.code)
    .where(withinScope(scopeOf('read'), 'matter.leadId'))
  const opened = await own
    .where('raisedOn', '>', from)
    .where('raisedOn', '<=', to)
    .orderBy('number')
    .execute()
  const closed = await own
    .where('phase', 'in', ['done', 'ended'])
    .where('changedAt', '>', before)
    .where('changedAt', '<=', after)
    .orderBy('number')
    .execute()
  const slipped = await own
    .where('phase', '=', 'open')
    .where('due', '>=', from)
    .where('due', '<', to)
    .orderBy('due')
    .execute()
  const said = await own
    .innerJoin('matterEntry', (join) =>
      join
        .onRef('matterEntry.regionCode', '=', 'matter.regionCode')
        .onRef('matterEntry.matterId', '=', 'matter.id'),
    )
    .select(['matterEntry.words', 'matterEntry.at as saidAt'])
    .whereRef('matterEntry.organisationId', '=', 'matter.leadId')
    .where('matterEntry.words', 'is not', null)
    .where('matterEntry.at', '>', before)
    .where('matterEntry.at', '<=', after)
    .orderBy('matterEntry.at', 'desc')
    .limit(100)
    .execute()
  const view = (row: (typeof opened)[number]) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    lead: (row.leadId && units.get(row.leadId)?.stages.at(-1)?.name) ?? '',
    ...(row.due !== null && { due: row.due }),
  })
  return {
    opened: opened.map(view),
    closed: closed.map(view),
    slipped: slipped.map(view),
    said: said.map((row) => ({ ...view(row), words: row.words ?? '', at: row.saidAt })),
  }
}
