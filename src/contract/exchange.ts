import { day, list, moment, queryList } from './fields.ts'
import { decimal, PeriodText, Subject, SubjectText } from './figure-fields.ts'
import { IndicatorCode } from './indicator.ts'
import { fileRoute, route } from './route.ts'
import * as z from 'zod'

/** The moment whose knowledge is asked for: a moment, or the end of a day in China; absent is the present. */
const asOf = z.union([moment, day]).exactOptional()
const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((text) => text === 'true')

const time = {
  asOf,
  /** Every state each figure had. */
  includeHistory: flag,
  /** Only what became known after this moment. */
  updatedAfter: moment.exactOptional(),
}

const figureQuestion = z.object({
  subject: queryList(SubjectText),
  indicator: queryList(IndicatorCode),
  period: queryList(PeriodText),
  ...time,
})

/** A figure as neighbours get it. */
export const SharedFigure = z
  .object({
    subject: Subject,
    subjectName: z.string(),
    indicator: z.string(),
    indicatorName: z.string(),
    unit: z.string(),
    period: PeriodText,
    /** Exact decimal; null where there is none, with the reason in `gap`. */
    value: z.string().nullable(),
    base: z.string().nullable(),
    gap: z.string().exactOptional(),
    validFrom: moment.exactOptional(),
    validTo: moment.exactOptional(),
    /** Was known at `updatedAfter`, and is withdrawn since. */
    isGone: z.literal(true).exactOptional(),
  })
  .meta({ id: 'SharedFigure' })

export const sharedFigures = route({
  method: 'GET',
  path: '/exchange/figures',
  summary: 'Figures for neighbours as JSON; what is not named is taken as all of it',
  needs: 'read-data',
  input: figureQuestion,
  reply: z.object({ region: z.string(), figures: list(SharedFigure) }),
})

export const sharedFiguresCsv = fileRoute({
  path: '/exchange/figures.csv',
  summary: 'The same figures as csv in UTF-8, a figure a line',
  needs: 'read-data',
  input: figureQuestion,
  mediaType: 'text/csv; charset=utf-8',
})

const reference = {
  agency: z.string().max(50),
  id: z.string().max(50),
  version: z.string().max(20),
}

const sdmxQuestion = z.object({
  ...reference,
  /** FREQ.SUBJECT_TYPE.SUBJECT.INDICATOR; `*` or nothing for all, `+` between several. */
  key: z.string().max(4000),
  /** `ge:2026-01+le:2026-06`, `eq:2026-Q1`, or a list of periods with commas. */
  'c[TIME_PERIOD]': z.string().max(500).exactOptional(),
  ...time,
})

export const sdmxStructure = route({
  method: 'GET',
  path: '/sdmx/v2/structure/:type/:agency/:id/:version',
  summary: 'Structures as SDMX-JSON 2.0.0: dataflow, data structure, codelists, concepts',
  needs: 'read-data',
  input: z.object({
    type: z.enum(['dataflow', 'datastructure', 'codelist', 'conceptscheme', '*']),
    ...reference,
    references: z.string().max(50).exactOptional(),
  }),
  reply: z.record(z.string(), z.unknown()),
})

export const sdmxData = route({
  method: 'GET',
  path: '/sdmx/v2/data/dataflow/:agency/:id/:version/:key',
  summary: 'Figures as an SDMX-JSON 2.0.0 data message',
  needs: 'read-data',
  input: sdmxQuestion,
  reply: z.record(z.string(), z.unknown()),
})

export const sdmxDataCsv = fileRoute({
  path: '/sdmx/v2/csv/dataflow/:agency/:id/:version/:key',
  summary: 'Figures as an SDMX-CSV 2.0 data message',
  needs: 'read-data',
  input: sdmxQuestion,
  mediaType: 'application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8',
})

export const sendFigures = route({
  method: 'POST',
  path: '/exchange/figures',
  summary: 'Takes figures in from a neighbour with a key for it; all of them or none',
  needs: 'send-data',
  input: z.object({
    figures: z
      .array(
        z.object({
          subject: Subject,
          indicator: IndicatorCode,
          period: PeriodText,
          value: decimal.nullable(),
          base: decimal.nullable().exactOptional(),
        }),
      )
      .min(1)
      .max(20_000)
      .readonly(),
  }),
  reply: z.object({ knownFrom: moment, changed: z.int() }),
})
