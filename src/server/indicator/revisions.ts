import type { listRevisions, revisionStatistics } from '#contract/figure.ts'
import type { Vintage } from '#contract/figure-fields.ts'
import type { Answer, Parsed, Reply } from '#contract/route.ts'
import { subjectKey } from '#core/indicator/figure.ts'
import { endMonth } from '#core/indicator/membership.ts'
import { revisionStatistics as statistics } from '#core/indicator/revision.ts'
import type { ReadContext } from '#server/http/context.ts'
import { lookerOf, subjectsWithin } from './figure-scope.ts'
import { type GivenRow, vintagesOf } from './lineage-store.ts'
import { subjectIn } from './list-figures.ts'
import { revisedFigures } from './revision-store.ts'

/** What was known of each period of a given figure, and when, first to last. */
export async function revisionsOf(
  context: ReadContext,
  input: Parsed<typeof listRevisions>,
): Promise<Reply<typeof listRevisions>> {
  const { db, region } = context
  const subject = subjectIn(input.subject)
  const open = await subjectsWithin(db, lookerOf(context), [subject])
  const isOpen = subject.kind !== 'enterprise' || open.has(subjectKey(subject))
  if (!isOpen) return { periods: [] }
  const { indicator, period } = input
  const rows = await vintagesOf(db, region.code, { subject, indicator }, period)
  return {
    periods: [...Map.groupBy(rows, (row) => row.period)].map(([of, vintages]) => ({
      period: of,
      vintages: vintages
        .toReversed()
        .map((row, index, all) => vintageView(row, all[index + 1]?.knownFrom)),
    })),
  }
}

/** Per reporting unit, how often and how far it corrected what it had told. */
export async function statisticsOfRevisions(
  context: ReadContext,
  { indicator, from }: Parsed<typeof revisionStatistics>,
): Promise<Answer<typeof revisionStatistics>> {
  const { db, region } = context
  const rows = await revisedFigures(db, region.code, {
    indicator,
    firstEnd: from === undefined ? 0 : endMonth(from),
  })
  const subjects = [...Map.groupBy(rows, subjectKeyOf)].flatMap(([key, figures]) => {
    const [first] = figures
    return first
      ? [{ key, subject: { kind: first.subjectKind, code: first.subjectCode }, figures }]
      : []
  })
  const open = await subjectsWithin(
    db,
    lookerOf(context),
    subjects.map(({ subject }) => subject),
  )
  return {
    units: subjects
      .filter(({ key }) => open.has(key))
      .map(({ subject, figures }) => ({ subject, ...statistics(figures) })),
  }
}

function vintageView(row: GivenRow, knownTo: string | undefined): Vintage {
  const { knownFrom, value, base, gap, kind, reference, place, by, cause, why } = row
  return {
    knownFrom,
    ...(knownTo !== undefined && { knownTo }),
    value,
    base,
    ...(gap !== null && { gap }),
    source: { kind, reference, ...(place !== null && { place }) },
    by,
    cause,
    ...(why !== null && { why }),
  }
}

function subjectKeyOf(row: {
  readonly subjectKind: GivenRow['subjectKind']
  readonly subjectCode: string
}): string {
  return subjectKey({ kind: row.subjectKind, code: row.subjectCode })
}
