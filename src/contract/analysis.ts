import { day, id, list, moment } from './fields.ts'
import { Dimension, PeriodText, Subject } from './figure-fields.ts'
import { IndicatorCode } from './indicator.ts'
import { fileRoute, route } from './route.ts'
import { Grade } from './warning.ts'
import { Lamp } from './watching.ts'
import * as z from 'zod'

const asOf = z.union([moment, day]).exactOptional()

export const Pull = z.object({
  /** Its code is empty for what belongs to none of the members. */
  subject: Subject.extend({ code: z.string().max(90) }),
  name: z.string(),
  change: z.number(),
  /** 拉动 in 百分点, rounded so that all of them add up to `growthPoints`. */
  points: z.number(),
  growth: z.number().exactOptional(),
  /** Share of the base. */
  share: z.number().exactOptional(),
})

/** Why a sum grew: see `#core/cause/causes.ts`. */
export const growthCauses = route({
  method: 'GET',
  path: '/analysis/causes',
  summary: 'Growth of a sum split by member; entries and exits of enterprises apart',
  needs: 'read',
  input: z.object({
    indicator: IndicatorCode,
    period: PeriodText,
    subject: Subject.shape.kind.exactOptional(),
    code: z.string().max(90).exactOptional(),
    by: z.union([Dimension, z.literal('enterprise')]),
    asOf,
  }),
  reply: z.object({
    unit: z.string(),
    value: z.number().exactOptional(),
    base: z.number().exactOptional(),
    growth: z.number().exactOptional(),
    /** `growth` in 百分点 to the digits shown. */
    growthPoints: z.number().exactOptional(),
    pulls: list(Pull),
    /** Members that are not the caller’s to see, as one. */
    others: Pull.omit({ subject: true }).exactOptional(),
    /** From the level published last year to this year’s; in the unit. */
    bridge: z
      .object({
        published: z.number(),
        takenOut: z.number(),
        baseBroughtIn: z.number(),
        corrected: z.number(),
        continuing: z.number(),
        entered: z.number(),
        value: z.number(),
      })
      .exactOptional(),
    /** Where a price index of the region is entered: both add up to `growth`; ratios. */
    priceAndVolume: z
      .object({ priceIndex: z.number(), price: z.number(), volume: z.number() })
      .exactOptional(),
    /** Names of those that have not reported. */
    silent: list(z.string()),
    silentCount: z.int(),
  }),
})

export const ratioAnalysis = route({
  method: 'GET',
  path: '/analysis/ratio-causes',
  summary: 'Change of a ratio of two sums: own ratio of each part, and its weight',
  needs: 'read',
  input: z.object({
    above: IndicatorCode,
    below: IndicatorCode,
    period: PeriodText,
    by: Dimension,
    asOf,
  }),
  reply: z.object({
    ratio: z.number().exactOptional(),
    before: z.number().exactOptional(),
    parts: list(
      z.object({ code: z.string(), name: z.string(), rate: z.number(), mix: z.number() }),
    ),
  }),
})

const Heat = z.enum(['overheated', 'warm', 'steady', 'cool', 'cold'])

export const prosperityIndex = route({
  method: 'GET',
  path: '/analysis/prosperity',
  summary: 'Diffusion and composite index, period by period',
  needs: 'read',
  input: z.object({ until: PeriodText.exactOptional(), asOf }),
  reply: z.object({
    points: list(
      z.object({
        period: PeriodText,
        diffusion: z.number().exactOptional(),
        counted: z.int(),
        index: z.number().exactOptional(),
        heat: Heat.exactOptional(),
        parts: list(
          z.object({
            indicator: IndicatorCode,
            name: z.string(),
            growth: z.number(),
            heat: Heat,
          }),
        ),
      }),
    ),
  }),
})

const ChangedMatter = z.object({
  id: id('matter'),
  number: z.string(),
  title: z.string(),
  lead: z.string(),
  due: day.exactOptional(),
})

/** One page between two days. */
export const whatChanged = route({
  method: 'GET',
  path: '/analysis/changes',
  summary: 'What changed between two days: lamps, revised figures, warnings, matters, promises',
  needs: 'read',
  input: z.object({ from: day, to: day }),
  reply: z.object({
    periods: z.object({ from: PeriodText.exactOptional(), to: PeriodText.exactOptional() }),
    lamps: list(
      z.object({
        target: z.uuid(),
        indicator: z.string(),
        from: Lamp,
        to: Lamp,
        because: z.string().exactOptional(),
      }),
    ),
    revised: list(
      z.object({
        subject: Subject,
        subjectName: z.string(),
        indicator: z.string(),
        name: z.string(),
        period: PeriodText,
        before: z.number(),
        after: z.number(),
        unit: z.string(),
      }),
    ),
    warnings: z.object({
      raised: list(z.object({ name: z.string(), subjectName: z.string(), grade: Grade })),
      cleared: list(z.object({ name: z.string(), subjectName: z.string() })),
    }),
    matters: z.object({
      opened: list(ChangedMatter),
      closed: list(ChangedMatter),
      /** Open, and due within these days. */
      slipped: list(ChangedMatter),
      /** What lead units said within these days. */
      said: list(ChangedMatter.extend({ words: z.string(), at: moment })),
    }),
  }),
})

/** A stretch of the analysis; a figure leads to its lineage, what is computed from many to its page. */
export const AnalysisPart = z.object({
  text: z.string(),
  /** Path of the page that shows how it came about. */
  page: z.string().exactOptional(),
  /** Of a figure: what it came from is asked for by these. */
  figure: z
    .object({ subject: z.string(), indicator: IndicatorCode, period: PeriodText })
    .exactOptional(),
})

export const AnalysisBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('title'), parts: list(AnalysisPart) }),
  z.object({ kind: z.literal('heading'), level: z.int(), parts: list(AnalysisPart) }),
  z.object({ kind: z.literal('paragraph'), parts: list(AnalysisPart) }),
  z.object({
    kind: z.literal('table'),
    caption: z.string(),
    unit: z.string().exactOptional(),
    head: list(z.string()),
    rows: list(list(list(AnalysisPart))),
  }),
  z.object({
    kind: z.literal('chart'),
    caption: z.string(),
    chart: z.enum(['pulls', 'path', 'prosperity']),
    /** As the chart wants it: categories and series. */
    categories: list(z.string()),
    series: list(z.object({ name: z.string(), values: list(z.number().nullable()) })),
  }),
])
export type AnalysisBlock = z.output<typeof AnalysisBlock>

const edition = { period: PeriodText, asOf }

export const analysisOf = route({
  method: 'GET',
  path: '/analysis/reports/:period',
  summary: 'The analysis of a month, quarter or year, for the screen',
  needs: 'read',
  input: z.object(edition),
  reply: z.object({ asOf: moment, simulated: z.boolean(), blocks: list(AnalysisBlock) }),
})

/** Where the reader's browser finds the program: the links of figures lead there. */
const origin = z.string().regex(/^https?:\/\/[\w.:[\]-]{1,200}$/)
const paper = z.object({ ...edition, origin })

export const analysisDocx = fileRoute({
  path: '/analysis/reports/:period/analysis.docx',
  summary: 'The same as a Word draft in the layout of GB/T 9704',
  needs: 'read',
  input: paper,
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
})

export const analysisPdf = fileRoute({
  path: '/analysis/reports/:period/analysis.pdf',
  summary: 'The Word draft as PDF, where the server has LibreOffice',
  needs: 'read',
  input: paper,
  mediaType: 'application/pdf',
})

export const analysisHtml = fileRoute({
  path: '/analysis/reports/:period/analysis.html',
  summary: 'The same as one page for the browser that needs nothing else and prints on A4',
  needs: 'read',
  input: paper,
  mediaType: 'text/html; charset=utf-8',
})
