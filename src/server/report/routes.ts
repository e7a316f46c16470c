import {
  checkOutcomes,
  collectionBurden,
  listedRows,
  passClean,
  reportSheet,
  saveSheet,
  setBurdenCap,
  submitReports,
} from '#contract/collection.ts'
import {
  collectionProgress,
  estimateMissing,
  estimationRuleOf,
  listReportRow,
  listReports,
  listRounds,
  openRound,
  passReports,
  remindMissing,
  reopenReport,
  reportCalendar,
  reportOf,
  returnReport,
  saveReport,
  submitReport,
  unlistReportRow,
} from '#contract/report.ts'
import { json } from '#server/db/db.ts'
import { record } from '#server/event/store.ts'
import type { WriteContext } from '#server/http/context.ts'
import { type Endpoint, read, write } from '#server/http/endpoint.ts'
import { rememberLook } from '#server/indicator/figure-scope.ts'
import { newId } from '#server/new-id.ts'
import { estimationRule } from '#server/reference/estimation.ts'
import { estimateMissingOf } from './estimate-missing.ts'
import { saveReportOf, submitReportOf } from './fill.ts'
import { formEndpoints } from './form-routes.ts'
import { seenReport } from './held.ts'
import { listReportRowOf, unlistReportRowOf } from './listed-rows.ts'
import { listedSeen } from './listed-seen.ts'
import { recordLook } from './look.ts'
import { openRoundOf } from './open-round.ts'
import { burdenSeen } from './burden.ts'
import { outcomesOf } from './check-hits.ts'
import { dueBetween, progressOf, reportsSeen, roundsSeen } from './overview.ts'
import { remindMissingOf } from './remind.ts'
import { reportView } from './report-view.ts'
import { templateEndpoints } from './template-routes.ts'
import { reminderEndpoints } from './reminder-routes.ts'
import { saveSheetOf, sheetOf, submitReportsOf } from './sheet.ts'
import { passCleanOf, passReportsOf, reopenReportOf, returnReportOf } from './review.ts'

export const collectionEndpoints: readonly Endpoint[] = [
  read(listReports, (filter, context) => reportsSeen(context, filter)),
  read(collectionProgress, (question, context) => progressOf(context, question)),
  read(listRounds, (_, context) => roundsSeen(context)),
  read(reportCalendar, (span, context) => dueBetween(context, span)),
  write(openRound, (given, context) => openRoundOf(context, given)),

  // It writes down who looked: a transaction although it changes nothing else.
  write(reportOf, async ({ id }, context) => {
    const row = await seenReport(context, id)
    await recordLook(context, row)
    return reportView(context, row)
  }),

  write(saveReport, (given, context) => saveReportOf(context, given)),
  write(listReportRow, (given, context) => listReportRowOf(context, given)),
  write(unlistReportRow, (given, context) => unlistReportRowOf(context, given)),
  write(submitReport, (given, context) => submitReportOf(context, given)),
  write(passReports, (given, context) => passReportsOf(context, given)),
  write(returnReport, (given, context) => returnReportOf(context, given)),
  write(reopenReport, (given, context) => reopenReportOf(context, given)),
  read(estimationRuleOf, () => estimationRule),
  write(estimateMissing, (given, context) => estimateMissingOf(context, given)),
  write(remindMissing, (given, context) => remindMissingOf(context, given)),

  read(reportSheet, async (round, context, transact) => {
    const { seen, ...sheet } = await sheetOf(context, round)
    await rememberLook(transact, seen)
    return sheet
  }),
  read(listedRows, async (round, context, transact) => {
    const { seen, ...told } = await listedSeen(context, round)
    await rememberLook(transact, seen)
    return told
  }),
  write(saveSheet, (given, context) => saveSheetOf(context, given)),
  write(submitReports, (given, context) => submitReportsOf(context, given)),
  write(passClean, (round, context) => passCleanOf(context, round)),
  read(checkOutcomes, (question, context) => outcomesOf(context, question)),

  read(collectionBurden, (question, context) => burdenSeen(context, question)),
  write(setBurdenCap, async ({ cap, why }, context) => {
    await saveCap(context, cap, why)
    context.stale(['reports'])
    return {}
  }),
  ...reminderEndpoints,
  ...templateEndpoints,
  ...formEndpoints,
]

async function saveCap(
  { db, region, user, now }: WriteContext,
  cap: number | null,
  why: string,
): Promise<void> {
  const before = await db
    .deleteFrom('burdenCap')
    .where('regionCode', '=', region.code)
    .returning('cells')
    .executeTakeFirst()
  if (cap !== null) {
    await db
      .insertInto('burdenCap')
      .values({ regionCode: region.code, cells: cap, by: json(user), at: now, why })
      .execute()
  }
  const id = newId('burden-cap')
  await record(db, [
    {
      region: region.code,
      at: now,
      by: user,
      action: 'burden-cap-set',
      subject: id,
      entity: { kind: 'burden-cap', id },
      before: before && { cells: before.cells },
      after: { cells: cap },
      why,
    },
  ])
}
