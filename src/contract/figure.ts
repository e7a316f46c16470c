import {
  decimal,
  Dimension,
  Figure,
  LineageNode,
  PeriodText,
  Source,
  Subject,
  SubjectText,
  Vintage,
} from './figure-fields.ts'
import { day, id, line, list, moment, queryList } from './fields.ts'
import { IndicatorCode } from './indicator.ts'
import { route } from './route.ts'
import { Grade } from './warning.ts'
import * as z from 'zod'

/** The moment whose knowledge is asked for: a moment, or the end of a day in China; absent is the present. */
const asOf = z.union([moment, day]).exactOptional()

const flag = z.enum(['true', 'false']).transform((text) => text === 'true')

export const listFigures = route({
  method: 'GET',
  path: '/figures',
  summary:
    'Figures of subjects × indicators × periods, given, summed and derived; asOf, includeHistory and updatedAfter as in SDMX',
  needs: 'read',
  input: z.object({
    /** `park:*` is every park there are figures of. */
    subject: queryList(SubjectText),
    indicator: queryList(IndicatorCode),
    period: queryList(PeriodText),
    asOf,
    /** Every state each figure had, oldest first, up to `asOf`. */
    includeHistory: flag.default(false),
    /** Only figures, or states of them, that became known after this moment. */
    updatedAfter: moment.exactOptional(),
  }),
  reply: z.object({
    figures: list(
      z.object({
        figure: Figure,
        /** With `includeHistory`: when this state held. */
        knownFrom: moment.exactOptional(),
        knownTo: moment.exactOptional(),
      }),
    ),
  }),
})

export const breakdown = route({
  method: 'GET',
  path: '/figures/breakdown',
  summary:
    'One indicator and period by park, town, industry, chain, size or tag: share, growth, contribution',
  needs: 'read',
  input: z.object({
    indicator: IndicatorCode,
    period: PeriodText,
    dimension: Dimension,
    asOf,
  }),
  reply: z.object({
    total: Figure,
    members: list(
      z.object({
        figure: Figure,
        /** Of the total, as a ratio. */
        share: z.number().exactOptional(),
        /** 拉动: percentage points of the total's growth. */
        points: z.number().exactOptional(),
        /** 贡献率, as a ratio. */
        contribution: z.number().exactOptional(),
      }),
    ),
  }),
})

/** Which subjects have figures at all, for choosing among them. */
export const listSubjects = route({
  method: 'GET',
  path: '/figures/subjects',
  summary: 'The subjects that have figures, what they are called and how many series each has',
  needs: 'read',
  input: z.object({ kind: Subject.shape.kind.exactOptional() }),
  reply: z.object({
    subjects: list(z.object({ subject: Subject, name: z.string(), series: z.int() })),
  }),
})

/** By the declared rule, until the report comes; nothing that is not asked about. */
export const figureEstimates = route({
  method: 'GET',
  path: '/figures/estimates',
  summary: 'Which figures rest on estimates, and on those of how many enterprises',
  needs: 'read',
  input: z.object({
    indicator: queryList(IndicatorCode),
    period: queryList(PeriodText),
    asOf,
  }),
  reply: z.object({
    estimates: list(
      z.object({
        subject: Subject,
        indicator: z.string(),
        period: PeriodText,
        /** Estimated enterprises: 1 for an enterprise's own figure. */
        count: z.int(),
      }),
    ),
  }),
})

export const listKnownDays = route({
  method: 'GET',
  path: '/figures/known-days',
  summary:
    'The days (in China) on which something became known, latest first, and the periods there are',
  needs: 'read',
  input: z.object({}),
  reply: z.object({ days: list(day), periods: list(PeriodText) }),
})

const oneFigure = z.object({ subject: SubjectText, indicator: IndicatorCode, period: PeriodText })

export const figureLineage = route({
  method: 'GET',
  path: '/figures/lineage',
  summary: 'Where a figure came from: formula, inputs, members, cells and spans, who and when',
  needs: 'read',
  input: oneFigure.extend({ asOf }),
  reply: LineageNode,
})

export const figuresHanging = route({
  method: 'GET',
  path: '/figures/hanging',
  summary:
    'What hangs on a figure: sums it counts in, indicators computed from it, targets bound to those, warnings that look at them in its period',
  needs: 'read',
  input: oneFigure,
  reply: z.object({
    sums: list(Subject),
    indicators: list(z.object({ code: z.string(), name: z.string(), formula: z.string() })),
    targets: list(z.object({ id: z.uuid(), indicator: z.string(), name: z.string() })),
    warnings: list(
      z.object({
        id: id('warning'),
        rule: z.string(),
        subject: Subject,
        grade: Grade,
        isOpen: z.boolean(),
      }),
    ),
  }),
})

export const figuresOfSource = route({
  method: 'GET',
  path: '/figures/of-source',
  summary:
    'The figures taken from one submission, document or imported file, or from one place in it',
  needs: 'read',
  input: z.object({ reference: z.string().min(1).max(100), place: z.string().max(100).optional() }),
  reply: z.object({
    figures: list(
      z.object({
        subject: Subject,
        indicator: z.string(),
        period: PeriodText,
        place: z.string().exactOptional(),
        value: z.string().nullable(),
        knownFrom: moment,
      }),
    ),
  }),
})

export const listRevisions = route({
  method: 'GET',
  path: '/figures/revisions',
  summary: 'The revision table: what was known of each period, and when',
  needs: 'read',
  input: z.object({
    subject: SubjectText,
    indicator: IndicatorCode,
    period: queryList(PeriodText),
  }),
  reply: z.object({
    periods: list(z.object({ period: PeriodText, vintages: list(Vintage) })),
  }),
})

export const revisionStatistics = route({
  method: 'GET',
  path: '/figures/revision-statistics',
  summary: 'How often and how far each reporting unit corrected what it had told',
  needs: 'read',
  input: z.object({ indicator: IndicatorCode, from: PeriodText.exactOptional() }),
  reply: z.object({
    units: list(
      z.object({
        subject: Subject,
        /** Figures told, and those of them corrected later. */
        told: z.int(),
        revised: z.int(),
        /** Of the first value, as ratios: latest against first. */
        meanRevision: z.number().exactOptional(),
        meanAbsoluteRevision: z.number().exactOptional(),
        largestRevision: z.number().exactOptional(),
      }),
    ),
  }),
})

export const recordFigures = route({
  method: 'POST',
  path: '/figures',
  summary:
    'Makes figures known, or corrects them; everything that depends on them is current at once',
  needs: 'record-figures',
  input: z.object({
    figures: z
      .array(
        z.object({
          subject: Subject,
          indicator: IndicatorCode,
          period: PeriodText,
          value: decimal.nullable(),
          base: decimal.nullable().exactOptional(),
          gap: z
            .enum([
              'not-reported',
              'not-due',
              'not-applicable',
              'not-measured',
              'confidential',
              'stopped-production',
            ])
            .exactOptional(),
          source: Source.exactOptional(),
        }),
      )
      .min(1)
      .max(20_000)
      .readonly(),
    why: line,
  }),
  reply: z.object({ knownFrom: moment, changed: z.int() }),
})

export const withdrawRecorded = route({
  method: 'POST',
  path: '/figures/withdrawals',
  summary: 'Takes figures back; what was known before stays to be seen',
  needs: 'record-figures',
  input: z.object({
    figures: z
      .array(z.object({ subject: Subject, indicator: IndicatorCode, period: PeriodText }))
      .min(1)
      .max(20_000)
      .readonly(),
    why: line,
  }),
  reply: z.object({ knownFrom: moment, changed: z.int() }),
})
