import {
  breakdown,
  figureEstimates,
  figureLineage,
  figuresHanging,
  figuresOfSource,
  listFigures,
  listKnownDays,
  listRevisions,
  listSubjects,
  recordFigures,
  revisionStatistics,
  withdrawRecorded,
} from '#contract/figure.ts'
import { type Endpoint, read, work, write } from '#server/http/endpoint.ts'
import { sightOf } from '#server/subject/sight.ts'
import { subjectNames } from '#server/subject/subject-names.ts'
import { asOfPart } from './as-of.ts'
import { breakdownOf } from './breakdown.ts'
import { estimatesIn } from './estimates.ts'
import { lookerOf, recordLook, rememberLook } from './figure-scope.ts'
import { keyIn, listedFigures, subjectIn } from './list-figures.ts'
import { hangingOn, takenFrom } from './hanging.ts'
import { lineageOf } from './lineage.ts'
import { knownDays, knownPeriods, subjectsWithSeries } from './moment-store.ts'
import { recordFiguresOf, withdrawRecordedOf } from './record-figures.ts'
import { revisionsOf, statisticsOfRevisions } from './revisions.ts'

export const figureEndpoints: readonly Endpoint[] = [
  work(listFigures, (input, transact) =>
    transact(async (context) => {
      const listed = await listedFigures(context, input)
      await recordLook(
        context.db,
        context,
        listed.map(({ figure }) => figure),
      )
      return { figures: listed }
    }),
  ),

  read(breakdown, (input, context) => breakdownOf(context, input)),

  read(listSubjects, async ({ kind }, context) => {
    const sees = await sightOf(context)
    const { db, region } = context
    const nameOf = await subjectNames(db, region.code)
    const subjects = await subjectsWithSeries(db, region.code, kind)
    return {
      subjects: subjects
        .map(({ kind: of, code, series }) => ({ subject: { kind: of, code }, series }))
        .filter(({ subject }) => sees(subject))
        .map((each) => ({ ...each, name: nameOf(each.subject) })),
    }
  }),

  read(listKnownDays, async (_, { db, region }) => ({
    days: await knownDays(db, region.code),
    periods: await knownPeriods(db, region.code),
  })),

  work(figureLineage, ({ asOf, ...about }, transact) =>
    transact(async (context) => {
      const question = { looker: lookerOf(context), ...asOfPart(asOf) }
      const node = await lineageOf(context.db, question, keyIn(about))
      await recordLook(context.db, context, [
        node.figure,
        ...node.inputs.map(({ figure }) => figure),
      ])
      return node
    }),
  ),

  read(figureEstimates, (question, context) => estimatesIn(context, question)),

  read(figuresHanging, (input, context) => hangingOn(context, keyIn(input))),

  work(figuresOfSource, (input, transact) =>
    transact(async (context) => {
      const taken = await takenFrom(context, input)
      await recordLook(context.db, context, taken.figures)
      return taken
    }),
  ),

  work(listRevisions, (input, transact) =>
    transact(async (context) => {
      const revisions = await revisionsOf(context, input)
      const about = { subject: subjectIn(input.subject), indicator: input.indicator }
      const seen = revisions.periods.map(({ period }) => ({ ...about, period }))
      await recordLook(context.db, context, seen)
      return revisions
    }),
  ),

  read(revisionStatistics, async (input, context, transact) => {
    const statistics = await statisticsOfRevisions(context, input)
    const { indicator } = input
    await rememberLook(
      transact,
      statistics.units.map(({ subject }) => ({ subject, indicator })),
    )
    return statistics
  }),

  write(recordFigures, (input, context) => recordFiguresOf(context, input)),

  write(withdrawRecorded, (input, context) => withdrawRecordedOf(context, input)),
]
