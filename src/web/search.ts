import { Attribute } from '#contract/plan-items.ts'
import { readSubject } from '#core/indicator/figure.ts'
import { pivotDimensions } from '#core/indicator/pivot.ts'
import { projectStages } from '#core/project/project.ts'
import { searchKinds } from '#core/search/kind.ts'
import { marks } from '#core/matter/matter.ts'
import { isPeriod } from '#core/period/period.ts'
import * as z from 'zod'

const isSubject = (text: string): boolean => readSubject(text) !== undefined

/** What the address of each page may carry after `?`. What does not fit is left out, never an error. */

const kind = z.enum(['target', 'task', 'project', 'industry', 'park'])
const words = z.array(z.string()).optional().catch(undefined)

export const signInSearch = z.object({
  /** The page that was wanted; only one of this application is gone to. */
  back: z.string().optional().catch(undefined),
})

export const foundSearch = z.object({
  text: z.coerce.string().optional().catch(undefined),
  kind: z.enum(searchKinds).optional().catch(undefined),
})

export const documentSearch = z.object({
  /** The span to show. */
  start: z.int().optional().catch(undefined),
  end: z.int().optional().catch(undefined),
})

export const draftSearch = z.object({
  tab: z
    .enum([...kind.options, 'finding'])
    .optional()
    .catch(undefined),
  show: z.enum(['all', 'pending', 'doubtful', 'decided']).optional().catch(undefined),
  item: z.string().optional().catch(undefined),
})

export const findingSearch = z.object({
  severity: z.enum(['error', 'warning', 'info']).optional().catch(undefined),
  rule: z.string().optional().catch(undefined),
  status: z.enum(['open', 'known', 'dismissed', 'all']).optional().catch(undefined),
  item: z.string().optional().catch(undefined),
})
export type FindingSearch = z.output<typeof findingSearch>

export const planSearch = z.object({
  version: z.int().optional().catch(undefined),
  tab: kind.optional().catch(undefined),
  /** The item to show. */
  item: z.string().optional().catch(undefined),
})

export const ledgerSearch = z.object({
  region: words,
  planId: z.string().optional().catch(undefined),
  text: z.string().optional().catch(undefined),
  category: words,
  attribute: z.array(Attribute).optional().catch(undefined),
  scope: words,
  group: z.enum(['category', 'scope', 'region']).optional().catch(undefined),
  sort: z
    .enum(['document', 'indicator', 'category', 'scope', 'region'])
    .optional()
    .catch(undefined),
  order: z.enum(['up', 'down']).optional().catch(undefined),
  target: z.string().optional().catch(undefined),
  asOf: z.iso.date().optional().catch(undefined),
})
export type LedgerSearch = z.output<typeof ledgerSearch>

export const logSearch = z.object({
  person: z.string().optional().catch(undefined),
  action: words,
  subject: z.uuid().optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  text: z.string().optional().catch(undefined),
  /** The position of the one that is open. */
  entry: z.int().optional().catch(undefined),
})
export type LogSearch = z.output<typeof logSearch>

export const compareSearch = z.object({
  leftRegion: z.string().optional().catch(undefined),
  leftPlan: z.string().optional().catch(undefined),
  leftNumber: z.int().optional().catch(undefined),
  rightRegion: z.string().optional().catch(undefined),
  rightPlan: z.string().optional().catch(undefined),
  rightNumber: z.int().optional().catch(undefined),
  kind: kind.optional().catch(undefined),
  change: z.enum(['added', 'dropped', 'changed', 'same']).optional().catch(undefined),
})

export const organisationSearch = z.object({
  /** The day whose units are shown; today without it. */
  day: z.iso.date().optional().catch(undefined),
  unit: z.string().optional().catch(undefined),
})
export type OrganisationSearch = z.output<typeof organisationSearch>

export const watchingSearch = z.object({
  period: z.string().refine(isPeriod).optional().catch(undefined),
  /** The day whose knowledge is shown; the present without it. */
  asOf: z.iso.date().optional().catch(undefined),
  planId: z.string().optional().catch(undefined),
  /** Whose curve is shown. */
  target: z.string().optional().catch(undefined),
})
export type WatchingSearch = z.output<typeof watchingSearch>

export const screenSearch = z.object({
  period: z.string().refine(isPeriod).optional().catch(undefined),
  page: z.enum(['lamps', 'targets', 'curve', 'pulls', 'warnings']).optional().catch(undefined),
  asOf: z.iso.date().optional().catch(undefined),
})
export type ScreenSearch = z.output<typeof screenSearch>

export const enterpriseImportSearch = z.object({
  /** The list that is being decided about. */
  list: z.uuid().optional().catch(undefined),
})

export const projectSearch = z.object({
  text: z.string().optional().catch(undefined),
  stage: z.enum(projectStages).optional().catch(undefined),
  pace: z.enum(['on-time', 'slow', 'late']).optional().catch(undefined),
  asOf: z.iso.date().optional().catch(undefined),
})
export type ProjectSearch = z.output<typeof projectSearch>

export const enterpriseSearch = z.object({
  text: z.string().optional().catch(undefined),
  place: words,
  industry: words,
  size: z
    .array(z.enum(['large', 'medium', 'small', 'micro']))
    .optional()
    .catch(undefined),
  chain: words,
  tag: words,
  listed: z.enum(['yes', 'no']).optional().catch(undefined),
  /** Those that are there without it. */
  state: z.enum(['ended', 'all']).optional().catch(undefined),
})
export type EnterpriseSearch = z.output<typeof enterpriseSearch>

export const warningSearch = z.object({
  state: z.enum(['open', 'cleared', 'all']).optional().catch(undefined),
  grade: z.enum(['red', 'orange', 'yellow']).optional().catch(undefined),
  subject: z
    .enum(['region', 'park', 'town', 'industry', 'chain', 'enterprise', 'project'])
    .optional()
    .catch(undefined),
  text: z.string().optional().catch(undefined),
})
export type WarningSearch = z.output<typeof warningSearch>

export const causesSearch = z.object({
  period: z.string().refine(isPeriod).optional().catch(undefined),
  asOf: z.iso.date().optional().catch(undefined),
  indicator: z.string().optional().catch(undefined),
  /** `park:park-01`; the whole region without it. */
  scope: z.string().optional().catch(undefined),
})
export type CausesSearch = z.output<typeof causesSearch>

export const analysisSearch = z.object({
  period: z.string().refine(isPeriod).optional().catch(undefined),
  asOf: z.iso.date().optional().catch(undefined),
  kind: z.enum(['month', 'quarter', 'year']).optional().catch(undefined),
})
export type AnalysisSearch = z.output<typeof analysisSearch>

export const templateSearch = z.object({
  code: z.enum(['month', 'quarter', 'year']).optional().catch(undefined),
})

export const matterSearch = z.object({
  view: z.enum(['owe', 'wait', 'review', 'mine', 'watched', 'all']).optional().catch(undefined),
  show: z.enum(['list', 'board', 'calendar', 'timeline']).optional().catch(undefined),
  /** What the counts beside the list are by. */
  by: z.enum(['lead', 'chapter', 'meeting', 'kind', 'state']).optional().catch(undefined),
  phase: z
    .array(z.enum(['open', 'held', 'done', 'ended']))
    .optional()
    .catch(undefined),
  kind: words,
  lamp: z
    .array(z.enum(['green', 'blue', 'yellow', 'orange', 'red']))
    .optional()
    .catch(undefined),
  slip: z
    .array(z.enum(['green', 'blue', 'yellow', 'orange', 'red']))
    .optional()
    .catch(undefined),
  mark: z.array(z.enum(marks)).optional().catch(undefined),
  unit: words,
  lead: words,
  state: words,
  chapter: words,
  meetingId: z.uuid().optional().catch(undefined),
  planId: z.uuid().optional().catch(undefined),
  /** A list of the schemes, e.g. 立项未开工. */
  list: z.string().optional().catch(undefined),
  dueFrom: z.iso.date().optional().catch(undefined),
  dueTo: z.iso.date().optional().catch(undefined),
  sort: z.enum(['due', 'changed', 'raised', 'number']).optional().catch(undefined),
  order: z.enum(['up', 'down']).optional().catch(undefined),
  /** The month the calendar shows. */
  month: z
    .string()
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
  text: z.string().optional().catch(undefined),
})
export type MatterSearch = z.output<typeof matterSearch>

export const matterRuleSearch = z.object({
  part: z.enum(['schemes', 'workflows', 'kinds']).optional().catch(undefined),
  /** A new one is made from what stands there. */
  copy: z.boolean().optional().catch(undefined),
})

export const calendarSearch = z.object({
  year: z.int().min(2000).max(2100).optional().catch(undefined),
})

export const reportSearch = z.object({
  form: z.string().optional().catch(undefined),
  period: z.string().refine(isPeriod).optional().catch(undefined),
  state: z
    .array(z.enum(['open', 'submitted', 'returned', 'accepted']))
    .optional()
    .catch(undefined),
  park: z.string().optional().catch(undefined),
  late: z.boolean().optional().catch(undefined),
  text: z.string().optional().catch(undefined),
  page: z.int().min(1).optional().catch(undefined),
})
export type ReportSearch = z.output<typeof reportSearch>

export const formSearch = z.object({
  form: z.string().optional().catch(undefined),
  version: z.int().optional().catch(undefined),
})

export const formDesignSearch = z.object({
  /** The form that is changed; a new one without it. */
  form: z.string().optional().catch(undefined),
  /** The form a new one begins as a copy of. */
  copy: z.string().optional().catch(undefined),
})

export const burdenSearch = z.object({
  period: z.string().refine(isPeriod).optional().catch(undefined),
})

export const sheetSearch = z.object({
  form: z.string().optional().catch(undefined),
  period: z.string().refine(isPeriod).optional().catch(undefined),
})

export const dutySearch = z.object({ planId: z.string().optional().catch(undefined) })

export const loadSearch = z.object({
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
})
export type LoadSearch = z.output<typeof loadSearch>

export const explorerSearch = z.object({
  /** `park:park-01`, or `park:*` for all of them. */
  subject: words,
  indicator: words,
  period: z.array(z.string().refine(isPeriod)).optional().catch(undefined),
  /** What stands on rows and columns, the outermost first. */
  rows: z.array(z.enum(pivotDimensions)).optional().catch(undefined),
  columns: z.array(z.enum(pivotDimensions)).optional().catch(undefined),
  show: z.enum(['value', 'growth']).optional().catch(undefined),
  asOf: z.iso.date().optional().catch(undefined),
})
export type ExplorerSearch = z.output<typeof explorerSearch>

export const formulaSearch = z.object({
  /** The indicator whose formula is written; a new one without it. */
  code: z.string().optional().catch(undefined),
  /** On whose figures it is tried. */
  subject: z.string().optional().catch(undefined),
  period: z.string().refine(isPeriod).optional().catch(undefined),
  asOf: z.iso.date().optional().catch(undefined),
})

export const librarySearch = z.object({
  text: z.string().optional().catch(undefined),
  kind: z.enum(['rate', 'flow', 'stock', 'index', 'count']).optional().catch(undefined),
  frequency: z
    .enum(['month', 'calendar-month', 'quarter', 'half', 'year'])
    .optional()
    .catch(undefined),
  origin: z.enum(['formula', 'given', 'own']).optional().catch(undefined),
})
export type LibrarySearch = z.output<typeof librarySearch>

export const indicatorSearch = z.object({
  /** Whose figures are shown; those of the whole region without it. */
  subject: z.string().optional().catch(undefined),
  asOf: z.iso.date().optional().catch(undefined),
})
export type IndicatorSearch = z.output<typeof indicatorSearch>

export const measureSearch = z.object({
  show: z.enum(['proposed', 'confirmed', 'none']).optional().catch(undefined),
})

export const asOfSearch = z.object({
  /** The day whose knowledge is shown; the present without it. */
  asOf: z.iso.date().optional().catch(undefined),
})

export const sourceSearch = z.object({
  /** The report, file or document, and the cell in it; the whole of it without one. */
  reference: z.string().max(100).optional().catch(undefined),
  place: z.coerce.string().max(100).optional().catch(undefined),
  /** The figure the cell tells, whether it was taken from there or not. */
  subject: z.string().refine(isSubject).optional().catch(undefined),
  indicator: z.string().optional().catch(undefined),
  period: z.string().refine(isPeriod).optional().catch(undefined),
})

export const lineageSearch = z.object({
  /** `region:500111`, `enterprise:…`. */
  subject: z.string().optional().catch(undefined),
  indicator: z.string().optional().catch(undefined),
  period: z.string().refine(isPeriod).optional().catch(undefined),
  asOf: z.iso.date().optional().catch(undefined),
})

export const changesSearch = z.object({
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
})
export type ChangesSearch = z.output<typeof changesSearch>
