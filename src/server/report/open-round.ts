import type { openRound } from '#contract/report.ts'
import type { Answer, Parsed } from '#contract/route.ts'
import { type Subject, subjectKey } from '#core/indicator/figure.ts'
import { endMonth } from '#core/indicator/membership.ts'
import { type Period, periodsOfYear, previousPeriod, yearOf } from '#core/period/period.ts'
import { periodName } from '#core/period/period-name.ts'
import { rowsOf } from '#core/report/form.ts'
import { dueDay } from '#core/report/life.ts'
import { burdenOf } from '#core/report/burden.ts'
import { startingCells } from '#core/report/starting-cells.ts'
import { type ListedRow, listedAgain } from '#core/report/listed-rows.ts'
import { calendarFor } from '#server/calendar/calendar-store.ts'
import { record } from '#server/event/store.ts'
import type { WriteContext } from '#server/http/context.ts'
import { badInput, notFound, refused } from '#server/http/failure.ts'
import { newId } from '#server/new-id.ts'
import { notify } from '#server/notification/notify.ts'
import { type AskedOf, askedOf } from './asked.ts'
import { cellsAskedOf, capOf } from './burden.ts'
import { formIn, formsOf, insertForm, type StoredForm } from './form-store.ts'
import { groundsOf } from './ground.ts'
import { addActs } from './report-history.ts'
import { findReports, insertReports, type ReportRow } from './report-store.ts'
import { listedIn } from './listed-store.ts'
import { insertRounds, roundOf, type RoundRow } from './round-store.ts'

/** Asks everybody who owes a form for a period and was not asked yet; who was keeps what they filled in. */
export async function openRoundOf(
  context: WriteContext,
  { form: code, period, due, reporters = [], overCapWhy }: Parsed<typeof openRound>,
): Promise<Answer<typeof openRound>> {
  const { db, region, user, now } = context
  const one = formIn(await formsOf(db, region.code), code, period)
  if (!one?.isActive) throw notFound('Form')
  const { form } = one
  if (!periodsOfYear(yearOf(period), form.frequency).includes(period)) {
    throw badInput('period-not-of-form', 'The form is not asked for such a period')
  }
  if (form.reporter === 'organisation' && reporters.length === 0) {
    throw badInput('reporters-missing', 'Somebody has to be asked')
  }
  // Its cells are told of the whole region, with or without an indicator.
  if (form.reporter === 'organisation' && reporters.length > 1) {
    throw badInput('reporter-one', 'Figures of the region are told by one unit')
  }
  const asked = await askedOf(db, {
    region: region.code,
    reporter: form.reporter,
    period,
    organisations: reporters,
  })
  if (asked.length === 0) throw refused('nobody-to-ask', 'Nobody owes this form for the period')
  const there = new Set((await findReports(db, region.code, { form: code, period })).map(keyOf))
  const fresh = asked.filter(({ subject }) => !there.has(subjectKey(subject)))
  const over = await overCap(context, one, period, fresh)
  if (over && overCapWhy === undefined) {
    throw refused('burden-over-cap', 'More would be asked than is allowed', over)
  }
  const round = await heldRound(context, one, period, { due, overCapWhy: over && overCapWhy })
  const beginning = await beginningOf(context, one, period, fresh)
  const rows = fresh.map((each) => newReport(round, each, beginning(each)))
  await insertReports(db, rows)
  const telling = { region: region.code, by: user, at: now }
  await addActs(
    db,
    telling,
    rows.map(({ id }) => ({ report: id, act: 'opened' })),
  )
  await tell(context, round, form.name, fresh)
  return { asked: asked.length, due: round.due }
}

async function heldRound(
  { db, region, user, now }: WriteContext,
  one: StoredForm,
  period: Period,
  {
    due,
    overCapWhy,
  }: { readonly due?: string | undefined; readonly overCapWhy?: string | undefined },
): Promise<RoundRow> {
  const known = await roundOf(db, region.code, one.form.code, period)
  if (known) return known
  if (one.at === undefined) await insertForm(db, region.code, { ...one, at: now })
  const round: RoundRow = {
    regionCode: region.code,
    form: one.form.code,
    period,
    periodEnd: endMonth(period),
    version: one.version,
    due: due ?? dueDay(one.form, period, await calendarFor(db, region.code)),
    openedBy: user,
    openedAt: now,
    overCapWhy: overCapWhy ?? null,
  }
  await insertRounds(db, [round])
  return round
}

function keyOf({ subjectKind, subjectCode }: ReportRow): string {
  return subjectKey({ kind: subjectKind, code: subjectCode })
}

/** What a report begins with. */
export interface Beginning {
  readonly cells?: Readonly<Record<string, string>>
  readonly listed?: readonly ListedRow[]
}

/** Of rows that seldom change what was told last, and the rows that were listed then. */
async function beginningOf(
  { db, region }: WriteContext,
  { form, version }: StoredForm,
  period: Period,
  fresh: readonly AskedOf[],
): Promise<(asked: AskedOf) => Beginning> {
  const last = previousPeriod(period, form.frequency)
  const lastListed = await listedIn(db, region.code, form, last)
  const listed = (subject: Subject) => listedAgain(form, lastListed(subject))
  if (!rowsOf(form).some(({ startsFromLast }) => startsFromLast)) {
    return ({ subject }) => ({ listed: listed(subject) })
  }
  const subjects = fresh.map(({ subject }) => subject)
  const asked = { form: form.code, version, period, subjects }
  const grounds = await groundsOf(db, region.code, asked)
  return ({ subject }) => ({
    listed: listed(subject),
    cells: Object.fromEntries(startingCells(form, grounds(subject).archive.get(last))),
  })
}

/** A report nobody filled in yet. */
export function newReport(
  round: Pick<RoundRow, 'regionCode' | 'form' | 'period' | 'periodEnd' | 'version' | 'due'>,
  { subject, title, enterpriseId, organisationId }: AskedOf,
  { cells = {}, listed = [] }: Beginning = {},
): ReportRow {
  const { regionCode, form, period, periodEnd, version, due } = round
  return {
    regionCode,
    id: newId('report'),
    form,
    version,
    period,
    periodEnd,
    due,
    subjectKind: subject.kind,
    subjectCode: subject.code,
    enterpriseId: enterpriseId ?? null,
    organisationId: organisationId ?? null,
    title,
    state: 'open',
    waitsFor: null,
    listed,
    cells,
    cellRevisions: {},
    explanations: {},
    knownCells: null,
    isEstimated: false,
    hardHits: 0,
    softHits: 0,
    submittedOn: null,
    submittedAt: null,
    reviewedAt: null,
    acceptedAt: null,
    changedAt: null,
    revision: 0,
    fillingSeconds: 0,
  }
}

/** Of whom more would be asked in the month than the cap allows; cells that are known already do not count. */
async function overCap(
  { db, region }: WriteContext,
  { form }: StoredForm,
  period: Period,
  fresh: readonly AskedOf[],
): Promise<OverCap | undefined> {
  const cap = (await capOf(db, region.code))?.cells
  if (cap === undefined || fresh.length === 0) return undefined
  const more = burdenOf(form, period, []).asked
  const asked = await cellsAskedOf(db, region.code, period)
  const already = (one: AskedOf): number => asked.get(subjectKey(one.subject)) ?? 0
  const over = fresh.filter((one) => already(one) + more > cap)
  const [first] = over
  return first && { name: first.title, cap, already: already(first), more, reporters: over.length }
}

interface OverCap {
  readonly name: string
  readonly cap: number
  readonly already: number
  readonly more: number
  readonly reporters: number
}

async function tell(
  context: WriteContext,
  { form, period, due, overCapWhy }: RoundRow,
  name: string,
  fresh: readonly AskedOf[],
): Promise<void> {
  const { db, region, user, now } = context
  if (fresh.length === 0) return
  const id = newId('round')
  await record(db, [
    {
      region: region.code,
      at: now,
      by: user,
      action: 'round-opened',
      subject: id,
      entity: { kind: 'round', id },
      after: { form, period, due, asked: fresh.length },
      ...(overCapWhy !== null && { why: overCapWhy }),
    },
  ])
  await notify(context, {
    region: region.code,
    to: { allowed: 'fill-reports' },
    except: user.id,
    kind: 'report-asked',
    subject: { kind: 'round', id },
    values: { form: name, period: periodName(period), due },
    link: '/reports',
  })
  context.stale(['reports'])
}
