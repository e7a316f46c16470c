import type { estimateMissing } from '#contract/report.ts'
import type { Answer, Parsed } from '#contract/route.ts'
import { previousPeriod, samePeriodLastYear, yearOf } from '#core/period/period.ts'
import type { Cells } from '#core/report/cells.ts'
import { alikeSums, estimatedCells } from '#core/report/estimate.ts'
import type { Form } from '#core/report/form.ts'
import { record } from '#server/event/store.ts'
import type { WriteContext } from '#server/http/context.ts'
import { notFound } from '#server/http/failure.ts'
import { staleFigures } from '#server/indicator/record-figures.ts'
import { estimationRule } from '#server/reference/estimation.ts'
import { groundsOfRows, makeKnown, withoutRows } from './accept.ts'
import { asCells, toldElsewhere } from './ground.ts'
import { addActs } from './report-history.ts'
import { findReports, type PlacedReport, saveReportRow } from './report-store.ts'

const { industryDigits, fewestAlike } = estimationRule

/** Estimates what nobody told yet and makes that known as an estimate, until the report comes. [K7] */
export async function estimateMissingOf(
  context: WriteContext,
  { form: code, period, why }: Parsed<typeof estimateMissing>,
): Promise<Answer<typeof estimateMissing>> {
  const { db, region, user, now } = context
  const rows = await findReports(db, region.code, { form: code, period })
  if (rows.length === 0) throw notFound('Round')
  const missing = rows.filter(
    ({ state, knownCells, isEstimated }) =>
      (state === 'open' || state === 'returned') && (knownCells === null || isEstimated),
  )
  const grounds = await groundsOfRows(context, missing)
  const [first] = missing
  if (!first) return { estimated: 0 }
  const { form } = grounds(first).compiled
  const sums = sumsBy(form, rows)
  const estimates = new Map<PlacedReport['id'], PlacedReport['cells']>()
  for (const row of missing) {
    const ground = grounds(row)
    const { archive } = ground
    const last = previousPeriod(period, form.frequency)
    const lastPeriod = archive.get(last)
    // What another form told is known: there is nothing to estimate.
    const cells = estimatedCells(
      withoutRows(form, toldElsewhere(ground)),
      {
        lastYear: archive.get(samePeriodLastYear(period)),
        lastPeriod,
        soFar: yearOf(last) === yearOf(period) ? lastPeriod : undefined,
        alike: sums(row),
      },
      estimationRule,
    )
    if (cells.size > 0) estimates.set(row.id, Object.fromEntries(cells))
  }
  const estimated = missing.filter(({ id }) => estimates.has(id))
  await makeKnown(context, estimated, {
    grounds,
    cause: 'report-estimated',
    why: `${rule}；${why}`,
    cellsOf: ({ id }) => estimates.get(id) ?? {},
  })
  for (const row of estimated) {
    const knownCells = estimates.get(row.id) ?? {}
    await saveReportRow(db, row, { knownCells, isEstimated: true })
  }
  await addActs(
    db,
    { region: region.code, by: user, at: now },
    estimated.map(({ id }) => ({ report: id, act: 'estimated', text: why })),
  )
  await record(
    db,
    estimated.map(({ id }) => ({
      region: region.code,
      at: now,
      by: user,
      action: 'report-estimated' as const,
      subject: id,
      entity: { kind: 'report', id },
      after: estimates.get(id),
      why,
    })),
  )
  context.stale(['reports'], ...staleFigures)
  return { estimated: estimated.length }
}

const rule = '估算：累计数按上年同期乘以同行业已报企业增速，期末数取上期'

/** The sums an enterprise's industry is measured by: those of it who reported, or of all. */
function sumsBy(form: Form, rows: readonly PlacedReport[]) {
  const told = rows.filter(({ state }) => state === 'accepted')
  const byIndustry = Map.groupBy(told, ({ industry }) => divisionOf(industry))
  const all = alikeSums(form, told.map(cellsIn))
  const sums = new Map(
    [...byIndustry]
      .filter(([industry, own]) => industry !== '' && own.length >= fewestAlike)
      .map(([industry, own]) => [industry, alikeSums(form, own.map(cellsIn))]),
  )
  return ({ industry }: PlacedReport) => {
    const own = sums.get(divisionOf(industry)) ?? all
    return (row: string) => own.get(row)
  }
}

function divisionOf(industry: string | null): string {
  return industry?.slice(0, industryDigits) ?? ''
}

function cellsIn({ cells }: PlacedReport): Cells {
  return asCells(cells)
}
