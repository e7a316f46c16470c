import { day, id, list, moment, queryList, regionCode, revision } from './fields.ts'
import {
  BoundFigure,
  Colour,
  Mark,
  MatterStep,
  OrganisationName,
  Party,
  Phase,
  Quality,
  Rhythm,
  RuleCode,
  WorkflowAction,
} from './matter-fields.ts'
import { Citation } from './plan-items.ts'
import { route } from './route.ts'
import { Person } from './session.ts'
import * as z from 'zod'

/** Where a matter comes from, so that one click leads there. */
export const MatterSource = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('plan'),
      regionCode,
      planId: id('plan'),
      /** Of the published task. */
      taskId: z.uuid(),
      planTitle: z.string(),
      number: z.int(),
      no: z.string().exactOptional(),
      citation: Citation.exactOptional(),
      documentId: id('document').exactOptional(),
    }),
    z.object({ kind: z.literal('warning'), id: z.uuid(), title: z.string() }),
    z.object({ kind: z.literal('meeting'), id: id('meeting'), title: z.string() }),
    z.object({ kind: z.literal('enterprise'), id: z.uuid(), title: z.string() }),
    z.object({ kind: z.literal('project'), id: z.uuid(), title: z.string() }),
    z.object({ kind: z.literal('matter'), id: id('matter'), title: z.string() }),
    z.object({ kind: z.literal('person') }),
  ])
  .meta({ id: 'MatterSource' })
export type MatterSource = z.output<typeof MatterSource>

export const MatterSummary = z
  .object({
    id: id('matter'),
    /** What people call it by: `2026-0042`. */
    number: z.string(),
    kind: RuleCode,
    title: z.string(),
    state: RuleCode,
    /** In Chinese, as its workflow has it. */
    stateName: z.string(),
    phase: Phase,
    /** Who moves next. */
    waitsFor: Party.exactOptional(),
    lead: OrganisationName.exactOptional(),
    responsible: list(OrganisationName),
    due: day.exactOptional(),
    rhythm: Rhythm.exactOptional(),
    reviewOn: day.exactOptional(),
    /** Working days until it is due, negative when it is late; only while time runs. */
    daysLeft: z.int().exactOptional(),
    /** In per cent, as the unit tells. */
    progress: z.number().exactOptional(),
    progressOn: day.exactOptional(),
    lamp: Colour.exactOptional(),
    lampSince: day.exactOptional(),
    slip: z.object({ code: Colour, on: day, due: day.exactOptional() }).exactOptional(),
    grade: z.string().exactOptional(),
    marks: list(Mark),
    source: MatterSource,
    /** Chapter of the plan it stands under. */
    chapter: z.string().exactOptional(),
    raisedOn: day,
    changedAt: moment,
    revision,
    watched: z.boolean(),
  })
  .meta({ id: 'MatterSummary' })
export type MatterSummary = z.output<typeof MatterSummary>

export const matterFilter = z.object({
  /** `owe`: my unit moves next; `wait`: I asked or watch, somebody else moves; `review`: the office moves next; `mine`: my unit is in it. */
  view: z.enum(['owe', 'wait', 'review', 'mine', 'watched', 'all']).default('all'),
  phase: queryList(Phase),
  state: queryList(RuleCode),
  kind: queryList(RuleCode),
  lead: queryList(id('organisation')),
  /** Lead or responsible. */
  unit: queryList(id('organisation')),
  lamp: queryList(Colour),
  slip: queryList(Colour),
  mark: queryList(Mark),
  planId: id('plan').optional(),
  chapter: queryList(z.string()),
  meetingId: id('meeting').optional(),
  /** Lists of the schemes, e.g. 立项未开工. */
  list: RuleCode.optional(),
  dueFrom: day.optional(),
  dueTo: day.optional(),
  /** Words that stand in the title or the number. */
  text: z.string().trim().max(100).optional(),
})
export type MatterFilter = z.output<typeof matterFilter>

/** Where a page ended: opaque. */
const cursor = z.string().max(200)

export const listMatters = route({
  method: 'GET',
  path: '/matters',
  summary:
    'Matters one may see: a unit those it leads or is responsible for, the office all of the region',
  needs: 'read',
  input: matterFilter.extend({
    sort: z.enum(['due', 'changed', 'raised', 'number']).default('due'),
    order: z.enum(['up', 'down']).default('up'),
    after: cursor.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({
    matters: list(MatterSummary),
    /** To be passed as `after`; absent on the last page. */
    next: cursor.exactOptional(),
  }),
})

export const MatterCount = z.object({ key: z.string(), count: z.int() })

export const countMatters = route({
  method: 'GET',
  path: '/matter-counts',
  summary:
    'How many matters a filter gives, by state, lamp, kind, lead unit, chapter and meeting; for the board',
  needs: 'read',
  input: matterFilter,
  reply: z.object({
    total: z.int(),
    byState: list(MatterCount),
    byLamp: list(MatterCount),
    byKind: list(MatterCount),
    /** `key` is the id of the unit. */
    byLead: list(MatterCount.extend({ name: z.string() })),
    byChapter: list(MatterCount),
    /** `key` is the id of the meeting. */
    byMeeting: list(MatterCount.extend({ name: z.string() })),
    /** Of the three desks, whatever the filter's view. */
    owe: z.int(),
    wait: z.int(),
    review: z.int(),
  }),
})

export const Evidence = z
  .object({
    id: id('evidence'),
    kind: z.enum(['file', 'link', 'words']),
    /** The words, the address, or the name of the file. */
    text: z.string(),
    file: z.object({ format: z.string(), size: z.int(), sha256: z.string() }).exactOptional(),
    by: Person,
    unit: OrganisationName.exactOptional(),
    at: moment,
    /** Put in by mistake: it stays, struck through. */
    withdrawn: z.object({ by: Person, at: moment, why: z.string() }).exactOptional(),
  })
  .meta({ id: 'MatterEvidence' })

export const TimelineEntry = z
  .object({
    id: z.uuid(),
    at: moment,
    /** An action of the workflow, or `raised`, `lamp`, `slip`, `reminded`, `evidence`, `evidence-withdrawn`, `merged-in`. */
    action: z.string(),
    /** In Chinese. */
    name: z.string(),
    by: Person,
    unit: OrganisationName.exactOptional(),
    words: z.string().exactOptional(),
    evidence: list(id('evidence')),
    /** What changed, in the words of the screen: 状态 交办 → 签收. */
    changes: list(z.object({ field: z.string(), before: z.string(), after: z.string() })),
  })
  .meta({ id: 'TimelineEntry' })

export const MatterComment = z
  .object({
    id: z.uuid(),
    at: moment,
    by: Person,
    text: z.string(),
    mentions: list(Person),
  })
  .meta({ id: 'MatterComment' })

/** Whether the bound figure is there. */
export const FigureVerdict = z
  .object({
    bound: BoundFigure,
    indicatorName: z.string(),
    unit: z.string(),
    state: z.enum(['agrees', 'differs', 'missing']),
    value: z.string().exactOptional(),
  })
  .meta({ id: 'FigureVerdict' })

export const MatterLink = z.object({
  id: id('matter'),
  number: z.string(),
  title: z.string(),
  stateName: z.string(),
})

export const MatterDetail = MatterSummary.extend({
  text: z.string(),
  steps: list(MatterStep.extend({ doneOn: day.exactOptional() })),
  extension: z.object({ to: day, words: z.string() }).exactOptional(),
  excuse: z.string().exactOptional(),
  extended: z.int(),
  returned: z.int(),
  reopened: z.int(),
  raisedBy: Person,
  /** Computed, then argued: three statements that are never mixed. */
  computed: z.object({
    lamp: Colour.exactOptional(),
    /** Each rule that holds with its figures put in. */
    why: list(z.string()),
    figure: FigureVerdict.exactOptional(),
    /** Whether all holidays until it is due are known; else weekends alone counted. */
    certain: z.boolean(),
  }),
  account: z
    .object({
      at: moment,
      by: Person,
      unit: OrganisationName.exactOptional(),
      words: z.string(),
      progress: z.number().exactOptional(),
    })
    .exactOptional(),
  verdict: z
    .object({
      at: moment,
      by: Person,
      action: z.string(),
      words: z.string(),
      quality: Quality.exactOptional(),
    })
    .exactOptional(),
  evidence: list(Evidence),
  timeline: list(TimelineEntry),
  comments: list(MatterComment),
  watchers: z.int(),
  /** What it was split from, into what, what was merged into it and it into what. */
  parent: MatterLink.exactOptional(),
  parts: list(MatterLink),
  mergedInto: MatterLink.exactOptional(),
  mergedFrom: list(MatterLink),
  /** What I may try now: the buttons. Refusals by guards are told when it is tried. */
  actions: list(WorkflowAction),
  /** Whether I may put in evidence. */
  mayProve: z.boolean(),
}).meta({ id: 'MatterDetail' })
export type MatterDetail = z.output<typeof MatterDetail>

export const showMatter = route({
  method: 'GET',
  path: '/matters/:id',
  summary: 'A matter with its proof, its timeline, its comments and what one may do',
  needs: 'read',
  input: z.object({ id: id('matter') }),
  reply: MatterDetail,
})
