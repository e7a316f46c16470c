import { figureTableCsv, figureTableXlsx } from '#contract/figure-import.ts'
import type { Parsed } from '#contract/route.ts'
import { readSubject, type Subject, subjectKey } from '#core/indicator/figure.ts'
import { comparePeriods } from '#core/period/period.ts'
import type { ReadContext } from '#server/http/context.ts'
import { type Endpoint, file, type Transact } from '#server/http/endpoint.ts'
import { badInput } from '#server/http/failure.ts'
import { lookerOf, recordLook, shownTo } from '#server/indicator/figure-scope.ts'
import { figuresOf } from '#server/indicator/figures.ts'
import { sightOf } from '#server/subject/sight.ts'
import { type FigureTable, figureTableCsvText, figureTableWorkbook } from './figure-table.ts'
import { vocabularyOf } from './vocabulary.ts'

/** Most figures in one exported table. */
const mostFigures = 100_000

export const tableEndpoints: readonly Endpoint[] = [
  file(figureTableXlsx, async (question, context, transact) => ({
    name: `指标数据-${context.now.slice(0, 10)}.xlsx`,
    content: await figureTableWorkbook(await tableSeen(question, context, transact)),
  })),

  file(figureTableCsv, async (question, context, transact) => ({
    name: `指标数据-${context.now.slice(0, 10)}.csv`,
    content: Buffer.from(figureTableCsvText(await tableSeen(question, context, transact))),
  })),
]

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
  { subject, indicator, period, asOf }: Parsed<typeof figureTableXlsx>,
  context: ReadContext,
): Promise<FigureTable> {
  const { db, region, now } = context
  const whole: Subject = { kind: 'region', code: region.code }
  const asked = subject.flatMap((text) => readSubject(text) ?? [])
  // Not even the name of an enterprise is told to who does not see it.
  const subjects = asked.length === 0 ? [whole] : asked.filter(await sightOf(context))
  const indicators = [...new Set(indicator)]
  const periods = [...new Set(period)].toSorted(comparePeriods)
  const size = subjects.length * indicators.length * periods.length
  if (size === 0) throw badInput('table-empty', 'A table needs indicators and periods')
  if (size > mostFigures)
    throw badInput('table-too-large', 'Too many figures', { limit: mostFigures })
  const vocabulary = await vocabularyOf(db, region)
  const known = new Map(vocabulary.indicators.map((one) => [one.code, one]))
  const unknown = indicators.filter((code) => !known.has(code))
  if (unknown.length > 0) {
    throw badInput('indicator-unknown', 'No such indicator', { indicators: unknown })
  }
  const names = new Map(
    [vocabulary.region, ...vocabulary.subjects].map((one) => [subjectKey(one.subject), one.name]),
  )
  const figures = await figuresOf(db, {
    region: region.code,
    subjects,
    indicators,
    periods,
    ...(asOf !== undefined && { asOf }),
  })
  return {
    region: region.code,
    at: asOf ?? now,
    periods,
    figures,
    nameOf: (one) => names.get(subjectKey(one)) ?? one.code,
    indicatorOf: (code) => known.get(code),
  }
}
