import { figureTableCsv, figureTableXlsx } from '#contract/figure-import.ts'
import type { Parsed } from '#contract/route.ts'
import type { Subject } from '#core/indicator/figure.ts'
import { pivotLayout } from '#core/indicator/pivot.ts'
import { comparePeriods } from '#core/period/period.ts'
import { dayInChina } from '#server/clock.ts'
import type { ReadContext } from '#server/http/context.ts'
import { type Endpoint, file, type Transact } from '#server/http/endpoint.ts'
import { badInput } from '#server/http/failure.ts'
import { asOfPart, momentOf } from '#server/indicator/as-of.ts'
import { lookerOf, recordLook, shownTo } from '#server/indicator/figure-scope.ts'
import { figuresOf } from '#server/indicator/figures.ts'
import { libraryAt } from '#server/indicator/library/library.ts'
import { askedSubjects } from '#server/subject/asked-subjects.ts'
import { sightOf } from '#server/subject/sight.ts'
import { subjectNames } from '#server/subject/subject-names.ts'
import { figureTableCsvText, figureTableWorkbook, laidOutCsvText } from './figure-table.ts'
import type { FigureTable } from './table-layout.ts'

/** Most figures in one exported table. */
const mostFigures = 100_000

export const tableEndpoints: readonly Endpoint[] = [
  file(figureTableXlsx, async (question, context, transact) => ({
    name: `${nameOf(question, dayInChina(context.now))}.xlsx`,
    content: await figureTableWorkbook(await tableSeen(question, context, transact), question.show),
  })),

  file(figureTableCsv, async (question, context, transact) => {
    const table = await tableSeen(question, context, transact)
    const { rows, columns, show } = question
    const isLaidOut = rows.length + columns.length > 0
    const text = isLaidOut ? laidOutCsvText(table, show) : figureTableCsvText(table)
    return { name: `${nameOf(question, dayInChina(context.now))}.csv`, content: Buffer.from(text) }
  }),
]

function nameOf({ show }: Parsed<typeof figureTableXlsx>, day: string): string {
  return `${show === 'value' ? '指标数据' : '同比'}-${day}`
}

/** The table as far as it is the caller's to see; a look at single enterprises is written down. */
async function tableSeen(
  question: Parsed<typeof figureTableXlsx>,
  context: ReadContext,
  transact: Transact,
): Promise<FigureTable> {
  const table = await tableOf(question, context)
  const figures = await shownTo(context.db, lookerOf(context), table.figures)
  await transact((writing) => recordLook(writing.db, writing, figures))
  return { ...table, figures }
}

async function tableOf(
  { subject, indicator, period, asOf, rows, columns }: Parsed<typeof figureTableXlsx>,
  context: ReadContext,
): Promise<FigureTable> {
  const { db, region, now } = context
  const whole: Subject = { kind: 'region', code: region.code }
  const asked = await askedSubjects(context, subject)
  // Not even the name of an enterprise is told to who does not see it.
  const subjects = subject.length === 0 ? [whole] : asked.filter(await sightOf(context))
  const indicators = [...new Set(indicator)]
  const periods = [...new Set(period)].toSorted(comparePeriods)
  const size = subjects.length * indicators.length * periods.length
  if (size === 0) throw badInput('table-empty', 'A table needs indicators and periods')
  if (size > mostFigures)
    throw badInput('table-too-large', 'Too many figures', { limit: mostFigures })
  const library = await libraryAt(db)
  const unknown = indicators.filter((code) => !library.entries.has(code))
  if (unknown.length > 0) {
    throw badInput('indicator-unknown', 'No such indicator', { indicators: unknown })
  }
  const figures = await figuresOf(db, {
    region: region.code,
    subjects,
    indicators,
    periods,
    ...asOfPart(asOf),
  })
  return {
    region: region.code,
    at: asOf === undefined ? now : momentOf(asOf),
    layout: pivotLayout(rows, columns),
    members: { subject: subjects, indicator: indicators, period: periods },
    figures,
    nameOf: await subjectNames(db, region.code),
    indicatorOf: (code) => library.entries.get(code)?.at(-1)?.definition,
  }
}
