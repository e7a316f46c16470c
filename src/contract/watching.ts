import { day, id, line, list, moment, regionCode, revision } from './fields.ts'
import { Figure, PeriodText, Subject } from './figure-fields.ts'
import { Attribute } from './plan-items.ts'
import { route } from './route.ts'
import { Person } from './session.ts'
import { PathMethod } from './target.ts'
import * as z from 'zod'

const asOf = z.union([moment, day]).exactOptional()

export const Lamp = z.enum(['normal', 'warning', 'behind', 'unreported'])
export type Lamp = z.output<typeof Lamp>

/** Why a target has no planned value, no deviation or no forecast; the web puts it into words. */
export const StandingReason = z.enum([
  'not-bound',
  'no-figure',
  'no-milestone',
  'no-base',
  'no-start',
  'before-base',
  'after-last-milestone',
  'nothing-owed-between',
  'sign-changes',
  'planned-zero',
  'unit-differs',
  'too-short',
])
export type StandingReason = z.output<typeof StandingReason>

/** What the year, or a later milestone, will bring as far as the past tells. */
export const Outlook = z.object({
  /** The end of this year, or the year of the milestone. */
  year: z.int(),
  goal: z.number().exactOptional(),
  mean: z.number(),
  lower80: z.number(),
  upper80: z.number(),
  lower95: z.number(),
  upper95: z.number(),
  /** Of reaching the goal, 0 to 1; absent without a goal. */
  probability: z.number().exactOptional(),
  /** What people added: expected new projects, a closing plant; within `mean`. */
  judgement: z.number(),
  models: list(z.string()),
  /** Mean error of forecasts made at the same month of past years, as a ratio; absent where the past is too short. */
  pastError: z.number().exactOptional(),
})
export type Outlook = z.output<typeof Outlook>

/** A target against the plan's own path in one period. All values in the unit of the target. */
export const Standing = z
  .object({
    id: id('plan-target'),
    planId: id('plan'),
    indicator: z.string(),
    category: z.string().exactOptional(),
    scope: z.string().exactOptional(),
    attribute: Attribute.exactOptional(),
    unit: z.string(),
    decimals: z.int(),
    direction: z.enum(['up', 'down', 'keep']),
    /** What measures it, where it is bound. */
    measure: z
      .object({ indicator: z.string(), name: z.string(), subject: Subject })
      .exactOptional(),
    method: PathMethod,
    /** The period of the figure: the latest there is up to the period asked for. */
    period: PeriodText.exactOptional(),
    actual: z.number().exactOptional(),
    /** 同比 on the same sample, a ratio. */
    growth: z.number().exactOptional(),
    planned: z.number().exactOptional(),
    /** How the year is spread up to the period. */
    within: z.enum(['season', 'calendar', 'level', 'year', 'own']).exactOptional(),
    gap: z.number().exactOptional(),
    /** Gap over planned value, below zero where it is worse, a ratio. */
    deviation: z.number().exactOptional(),
    /** The share of the way from base to the last milestone. */
    completion: z.number().exactOptional(),
    /** The goal of this year and the last milestone. */
    yearGoal: z.number().exactOptional(),
    finalGoal: z.object({ year: z.int(), value: z.number() }).exactOptional(),
    requiredRestOfYear: z.number().exactOptional(),
    requiredPerYear: z.number().exactOptional(),
    outlook: Outlook.exactOptional(),
    lamp: Lamp,
    /** The condition that decided, as the rule has it. */
    because: z.string().exactOptional(),
    reasons: list(StandingReason),
    /** Cumulative values of the last periods, oldest first, for a small curve. */
    recent: list(z.number().nullable()),
    account: z.object({ text: z.string(), by: Person, at: moment }).exactOptional(),
    verdict: z.object({ lamp: Lamp, text: z.string(), by: Person, at: moment }).exactOptional(),
  })
  .meta({ id: 'Standing' })
export type Standing = z.output<typeof Standing>

const question = { period: PeriodText.exactOptional(), asOf }

export const listStandings = route({
  method: 'GET',
  path: '/watching/targets',
  summary: 'Every target in force against its path: lamp, gap, growth, outlook',
  needs: 'read',
  input: z.object({ ...question, planId: id('plan').optional() }),
  reply: z.object({
    period: PeriodText.exactOptional(),
    /** The periods there are figures for, latest first. */
    periods: list(PeriodText),
    targets: list(Standing),
    counts: z.object({ normal: z.int(), warning: z.int(), behind: z.int(), unreported: z.int() }),
  }),
})

/** One period of a target's curve. */
export const CurvePoint = z.object({
  period: PeriodText,
  actual: z.number().exactOptional(),
  planned: z.number().exactOptional(),
  mean: z.number().exactOptional(),
  lower50: z.number().exactOptional(),
  upper50: z.number().exactOptional(),
  lower80: z.number().exactOptional(),
  upper80: z.number().exactOptional(),
})

const OwnPoint = z.object({ period: PeriodText, value: z.number() })

/** How a target goes to the milestones of its plan: the method, the spread within the year, values a person set. */
export const OwnPathText = z.object({
  /** Absent: the one that follows from what the target says. */
  method: PathMethod.exactOptional(),
  spread: z.enum(['season', 'calendar']),
  points: z.array(OwnPoint).max(120).readonly(),
})
export type OwnPathText = z.output<typeof OwnPathText>

/** What somebody said a period will bring, what was computed then, and what came. */
export const SaidForecast = z.object({
  id: id('said-forecast'),
  period: PeriodText,
  value: z.number(),
  computed: z
    .object({ mean: z.number(), lower80: z.number(), upper80: z.number() })
    .exactOptional(),
  why: z.string(),
  by: Person,
  at: moment,
  actual: z.number().exactOptional(),
  /** Shares of the actual value, below zero where too little was forecast. */
  error: z.number().exactOptional(),
  computedError: z.number().exactOptional(),
})

export const targetStanding = route({
  method: 'GET',
  path: '/watching/targets/:region/:id',
  summary: 'One target: curve, deviation, fan, other methods, what was said about it',
  needs: 'read',
  input: z.object({ region: regionCode, id: id('plan-target'), ...question }),
  reply: z.object({
    standing: Standing,
    figure: Figure.exactOptional(),
    /** This year month by month with the forecast; the year before for comparison. */
    curve: list(CurvePoint),
    lastYear: list(CurvePoint),
    /** Year by year: base, milestones, actual. */
    years: list(
      z.object({
        year: z.int(),
        planned: z.number().exactOptional(),
        actual: z.number().exactOptional(),
        outlook: Outlook.exactOptional(),
      }),
    ),
    /** What would be planned under each method. */
    methods: list(
      z.object({
        method: PathMethod,
        planned: z.number().exactOptional(),
        deviation: z.number().exactOptional(),
        reason: StandingReason.exactOptional(),
      }),
    ),
    /** The path in use; `version` counts what people set. */
    path: OwnPathText.extend({
      computed: PathMethod,
      revision,
      version: z.int(),
      why: z.string().exactOptional(),
      by: Person.exactOptional(),
      at: moment.exactOptional(),
    }),
    /** Latest period first. */
    forecasts: list(SaidForecast),
    /** Mean absolute errors over the forecasts that can be scored by now. */
    forecastScore: z
      .object({ count: z.int(), said: z.number(), computed: z.number().exactOptional() })
      .exactOptional(),
    /** Accounts and verdicts, latest first. */
    said: list(
      z.object({
        kind: z.enum(['account', 'verdict']),
        period: PeriodText,
        lamp: Lamp.exactOptional(),
        text: z.string(),
        by: Person,
        at: moment,
      }),
    ),
    judgements: list(
      z.object({
        id: id('judgement'),
        year: z.int(),
        amount: z.number(),
        name: z.string(),
        why: z.string(),
        by: Person,
        at: moment,
      }),
    ),
  }),
})

const said = { region: regionCode, id: id('plan-target'), period: PeriodText }

export const giveAccount = route({
  method: 'POST',
  path: '/watching/targets/:region/:id/accounts',
  summary: 'The owner explains where a target stands; the computed lamp stays as it is',
  needs: 'account-for',
  input: z.object({ ...said, text: line }),
  reply: z.object({}),
})

export const giveVerdict = route({
  method: 'POST',
  path: '/watching/targets/:region/:id/verdicts',
  summary: 'The reviewer says which lamp they take it for, and why',
  needs: 'judge',
  input: z.object({ ...said, lamp: Lamp, text: line }),
  reply: z.object({}),
})

export const tryPath = route({
  method: 'POST',
  path: '/watching/targets/:region/:id/path/trials',
  summary: 'Where a target would stand on another path; stores nothing',
  needs: 'read',
  input: OwnPathText.extend({
    region: regionCode,
    id: id('plan-target'),
    period: PeriodText.exactOptional(),
  }),
  reply: z.object({
    standing: Standing,
    curve: list(CurvePoint),
    years: list(z.object({ year: z.int(), planned: z.number().exactOptional() })),
  }),
})

export const setPath = route({
  method: 'PUT',
  path: '/watching/targets/:region/:id/path',
  summary: 'Puts a path in use; earlier ones stay',
  needs: 'review',
  input: OwnPathText.extend({
    region: regionCode,
    id: id('plan-target'),
    /** Of the target and of what people set: nobody else changed them meanwhile. */
    revision,
    version: z.int().min(0),
    why: line,
  }),
  reply: z.object({ version: z.int() }),
})

export const sayForecast = route({
  method: 'POST',
  path: '/watching/targets/:region/:id/forecasts',
  summary:
    'Says what a coming period will bring, with the reason; the computed forecast is kept beside it',
  needs: 'judge',
  input: z.object({
    region: regionCode,
    id: id('plan-target'),
    period: PeriodText,
    value: z.number(),
    why: line,
  }),
  reply: z.object({ id: id('said-forecast') }),
})

export const withdrawForecast = route({
  method: 'DELETE',
  path: '/watching/forecasts/:id',
  summary: 'Takes a forecast back',
  needs: 'judge',
  input: z.object({ id: id('said-forecast') }),
  reply: z.object({}),
})

export const addJudgement = route({
  method: 'POST',
  path: '/watching/targets/:region/:id/judgements',
  summary: 'Adds to a forecast what its past cannot know: a new project, a plant that closes',
  needs: 'judge',
  input: z.object({
    region: regionCode,
    id: id('plan-target'),
    year: z.int().min(2000).max(2100),
    /** In the unit of the target; negative takes away. */
    amount: z.number(),
    name: line,
    why: line,
  }),
  reply: z.object({ id: id('judgement') }),
})

export const withdrawJudgement = route({
  method: 'DELETE',
  path: '/watching/judgements/:id',
  summary: 'Takes a judgement back',
  needs: 'judge',
  input: z.object({ id: id('judgement') }),
  reply: z.object({}),
})
