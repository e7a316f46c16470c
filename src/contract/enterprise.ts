import { enterpriseStates } from '#core/enterprise/enterprise.ts'
import { enterpriseSizes } from '#core/enterprise/size.ts'
import { day, id, line, list, moment, revision } from './fields.ts'
import { Happening } from './log.ts'
import { PeriodText } from './figure-fields.ts'
import { route } from './route.ts'
import * as z from 'zod'

export const EnterpriseSize = z.enum(enterpriseSizes)
export type EnterpriseSize = z.output<typeof EnterpriseSize>

/** A share as an exact decimal above 0 and up to 1. */
const share = z.string().regex(/^(?:1|0\.\d{1,6})$/u)
const industryCode = z.string().regex(/^\d{4}$/u)
const code = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/u)

export const FormerName = z.object({ name: line.max(100), to: day.exactOptional() })
export const Contact = z.object({
  name: line.max(50),
  role: z.string().trim().max(50),
  phone: z.string().trim().max(50),
})
export const Listing = z.object({
  from: PeriodText,
  to: PeriodText.exactOptional(),
  reason: z.string().trim().max(200),
})
export const ChainPlace = z.object({ chain: code, node: code })
export const TagSpan = z.object({
  tag: code,
  share,
  from: PeriodText,
  to: PeriodText.exactOptional(),
  evidence: z.string().trim().max(300),
})
export type TagSpan = z.output<typeof TagSpan>

export const ProductShare = z.object({
  product: line.max(80),
  /** Of the figures of the enterprise. */
  share,
  /** Tags told by share; the share of the enterprise follows from its products. */
  tags: z.array(code).max(10).readonly(),
  from: PeriodText,
  to: PeriodText.exactOptional(),
})
export type ProductShare = z.output<typeof ProductShare>

/** What somebody may enter of an enterprise. */
export const EnterpriseContent = z.object({
  /** As people type it: it is brought to the usual form and checked. */
  uscc: z.string().trim().max(40).exactOptional(),
  name: line.max(100),
  industry: industryCode.exactOptional(),
  size: EnterpriseSize.exactOptional(),
  park: id('organisation').exactOptional(),
  town: id('organisation').exactOptional(),
  established: day.exactOptional(),
  address: z.string().trim().max(200),
  products: z.string().trim().max(500),
  contacts: z.array(Contact).max(20).readonly(),
  listings: z.array(Listing).max(20).readonly(),
  places: z.array(ChainPlace).max(20).readonly(),
  tags: z.array(TagSpan).max(100).readonly(),
  productShares: z.array(ProductShare).max(50).readonly().exactOptional(),
})
export type EnterpriseContent = z.output<typeof EnterpriseContent>

/** An enterprise in a list. Tags are those in force. */
export const EnterpriseRow = z
  .object({
    id: id('enterprise'),
    uscc: z.string().exactOptional(),
    name: z.string(),
    formerNames: list(z.string()),
    industry: z.string().exactOptional(),
    size: EnterpriseSize.exactOptional(),
    park: id('organisation').exactOptional(),
    town: id('organisation').exactOptional(),
    chains: list(z.string()),
    tags: list(z.string()),
    /** It reports as one above the designated size (规上) now. */
    isListed: z.boolean(),
    state: z.enum(enterpriseStates),
  })
  .meta({ id: 'EnterpriseRow' })
export type EnterpriseRow = z.output<typeof EnterpriseRow>

export const listEnterprises = route({
  method: 'GET',
  path: '/enterprises',
  summary:
    'The enterprises within the own reach; found by part of a name, pinyin, initials or code',
  needs: 'see-enterprises',
  input: z.object({ text: z.string().trim().max(100).optional() }),
  reply: z.object({ enterprises: list(EnterpriseRow) }),
})

const Named = z.object({ code: z.string(), name: z.string() })

/** The words of the registry: what codes in it stand for. */
export const enterpriseWords = route({
  method: 'GET',
  path: '/enterprise-words',
  summary: 'Chains, tags, parks and towns of the region, and the classes of industry',
  needs: 'see-enterprises',
  input: z.object({}),
  reply: z.object({
    chains: list(
      Named.extend({
        nodes: list(Named.extend({ stage: z.enum(['upstream', 'midstream', 'downstream']) })),
      }),
    ),
    tags: list(Named.extend({ englishName: z.string(), byShare: z.boolean() })),
    places: list(
      z.object({ id: id('organisation'), kind: z.enum(['park', 'town']), name: z.string() }),
    ),
    /** Divisions (two figures), groups (three) and classes (four). */
    industries: list(Named),
  }),
})
export type EnterpriseWords = z.output<(typeof enterpriseWords)['reply']>

/** An enterprise it came from or went into. */
export const Relative = z.object({
  id: id('enterprise'),
  name: z.string(),
  kind: z.enum(['merged', 'split']),
  day,
})

/** What an entry or an exit did to growth on the same sample: see `#core/cause/listing-effect.ts`. */
export const ListingEffect = z.object({
  kind: z.enum(['entered', 'left']),
  indicator: z.string(),
  /** The cumulative period it is told of. */
  period: PeriodText,
  unit: z.string(),
  /** In the unit. */
  amount: z.number(),
  growthEffect: z.number().exactOptional(),
})
export type ListingEffect = z.output<typeof ListingEffect>

export const Enterprise = z
  .object({
    id: id('enterprise'),
    content: EnterpriseContent,
    formerNames: list(FormerName),
    organisation: id('organisation').exactOptional(),
    state: z.enum(enterpriseStates),
    endedOn: day.exactOptional(),
    /** After the last year it told people and revenue (万元) of, by the standard of 2011. */
    measured: z
      .object({ year: z.int(), employees: z.number(), revenue: z.number(), size: EnterpriseSize })
      .exactOptional(),
    /** By period, the latest first; only where one enterprise is read. */
    listingEffects: list(ListingEffect).exactOptional(),
    /** Where it came from, and what came of it. */
    origins: list(Relative),
    successors: list(Relative),
    revision,
  })
  .meta({ id: 'Enterprise' })
export type Enterprise = z.output<typeof Enterprise>

/** The look is written into the log. */
export const readEnterprise = route({
  method: 'GET',
  path: '/enterprises/:id',
  summary: 'One enterprise with all that is known of it',
  needs: 'see-enterprises',
  input: z.object({ id: id('enterprise') }),
  reply: Enterprise,
})

export const EnterpriseFigure = z.object({
  indicator: z.string(),
  period: z.string(),
  value: z.string().nullable(),
  /** 上年同期 as it was told. */
  base: z.string().nullable(),
  gap: z.string().exactOptional(),
})
export type EnterpriseFigure = z.output<typeof EnterpriseFigure>

/** The look is written into the log. */
export const enterpriseFigures = route({
  method: 'GET',
  path: '/enterprises/:id/figures',
  summary: 'The figures an enterprise reported over some years',
  needs: 'see-enterprises',
  input: z.object({
    id: id('enterprise'),
    from: z.coerce.number().int().min(2000).max(2100),
    to: z.coerce.number().int().min(2000).max(2100),
    /** The moment, or the end of the day, whose knowledge is asked for. */
    asOf: z.union([moment, day]).exactOptional(),
  }),
  reply: z.object({
    indicators: list(
      z.object({
        code: z.string(),
        name: z.string(),
        unit: z.string(),
        decimals: z.int(),
        kind: z.string(),
      }),
    ),
    figures: list(EnterpriseFigure),
  }),
})

export const enterpriseHistory = route({
  method: 'GET',
  path: '/enterprises/:id/history',
  summary: 'What was entered about an enterprise, by whom and why; latest first',
  needs: 'see-enterprises',
  input: z.object({ id: id('enterprise') }),
  reply: z.object({ happenings: list(Happening) }),
})

/** Refused with 409 `enterprise-code-taken`; 400 where the code, the industry or a place is none. */
export const addEnterprise = route({
  method: 'POST',
  path: '/enterprises',
  summary: 'Puts an enterprise into the registry',
  needs: 'manage-enterprises',
  input: z.object({ content: EnterpriseContent, why: line }),
  reply: Enterprise,
})

export const changeEnterprise = route({
  method: 'PUT',
  path: '/enterprises/:id',
  summary: 'Changes what is known of an enterprise; sums follow from the period on that is named',
  needs: 'manage-enterprises',
  input: z.object({
    id: id('enterprise'),
    revision,
    content: EnterpriseContent,
    /** From this period on its figures count for its new park, industry, size or chain. */
    from: PeriodText,
    why: line,
  }),
  reply: Enterprise,
})

export const EnterpriseStep = z.discriminatedUnion('kind', [
  /** It stopped for good; `day` is its last. */
  z.object({ kind: z.literal('close'), day }),
  z.object({
    kind: z.literal('merge'),
    day,
    into: id('enterprise'),
    intoRevision: revision,
  }),
  z.object({
    kind: z.literal('split'),
    day,
    parts: z
      .array(z.object({ name: line.max(100), uscc: z.string().trim().max(40).exactOptional() }))
      .min(1)
      .max(10)
      .readonly(),
  }),
  /** It was closed or merged by mistake. */
  z.object({ kind: z.literal('restore') }),
])
export type EnterpriseStep = z.output<typeof EnterpriseStep>

/** Refused with 409 `enterprise-ended`, `enterprise-not-ended`, `enterprise-code-taken`, `enterprise-into-itself`. */
export const stepEnterprise = route({
  method: 'POST',
  path: '/enterprises/:id/steps',
  summary: 'Closes an enterprise, merges it into another, splits others off, or takes that back',
  needs: 'manage-enterprises',
  input: z.object({ id: id('enterprise'), revision, step: EnterpriseStep, why: line }),
  reply: Enterprise,
})
