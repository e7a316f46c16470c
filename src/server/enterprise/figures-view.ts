import type { enterpriseFigures } from '#contract/enterprise.ts'
import type { Answer } from '#contract/route.ts'
import type { EnterpriseId } from '#core/id.ts'
import { periodsOfYear } from '#core/period/period.ts'
import type { ReadDb } from '#server/db/db.ts'
import { asOfPart } from '#server/indicator/as-of.ts'
import { figuresOf } from '#server/indicator/figures.ts'
import { libraryAt } from '#server/indicator/library/library.ts'
import { badInput } from '#server/http/failure.ts'

export interface FiguresAsked {
  readonly region: string
  readonly id: EnterpriseId
  /** First and last year. */
  readonly from: number
  readonly to: number
  /** The day or moment whose knowledge is shown; absent is the present. */
  readonly asOf?: string | undefined
}

const mostYears = 10

/** What an enterprise reported month by month, of the indicators it told anything of. */
export async function figuresView(
  db: ReadDb,
  { region, id, from, to, asOf }: FiguresAsked,
): Promise<Answer<typeof enterpriseFigures>> {
  if (to < from || to - from >= mostYears) {
    throw badInput('years-out-of-range', 'Too many years, or none', { most: mostYears })
  }
  const series = await db
    .selectFrom('figureSeries')
    .select('indicator')
    .where('regionCode', '=', region)
    .where('subjectKind', '=', 'enterprise')
    .where('subjectCode', '=', id)
    .execute()
  const told = new Set(series.map(({ indicator }) => indicator))
  const library = await libraryAt(db, asOfPart(asOf).asOf)
  const indicators = library.order.flatMap((code) => {
    const definition = library.entries.get(code)?.at(-1)?.definition
    return told.has(code) && definition?.frequency === 'month' ? [definition] : []
  })
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  const figures = await figuresOf(db, {
    region,
    subjects: [{ kind: 'enterprise', code: id }],
    indicators: indicators.map(({ code }) => code),
    periods: years.flatMap((year) => periodsOfYear(year, 'month')),
    ...asOfPart(asOf),
  })
  return {
    indicators: indicators.map(({ code, name, unit, decimals, kind }) => ({
      code,
      name,
      unit,
      decimals,
      kind,
    })),
    figures: figures
      .filter(({ gap }) => gap !== 'missing')
      .map(({ indicator, period, value, base, gap }) => ({
        indicator,
        period,
        value,
        base,
        ...(gap !== undefined && { gap }),
      })),
  }
}
