import { causes, type Causes, type Member } from '#core/cause/causes.ts'
import { type Dimension, keptMember } from '#core/indicator/membership.ts'
import { monthsOf, type Period, samePeriodLastYear, yearOf } from '#core/period/period.ts'
import type { ReadDb } from '#server/db/db.ts'
import { listedIn, memberFigures, memberShares } from './member-store.ts'

export interface CausesQuestion {
  readonly region: string
  readonly indicator: string
  readonly period: Period
  /** Only the members of a park, an industry …; all of the region where absent. */
  readonly within?: { readonly dimension: Dimension; readonly member: string }
  readonly by: Dimension | 'enterprise'
  /** Nothing that became known later counts; the present where absent. */
  readonly asOf?: string | undefined
}

/**
 * Why a sum grew. Enterprises are the ground: what a park or an industry adds is the sum over its
 * own, each with its share, so that every split of one sum adds up to the same growth.
 */
export async function causesOf(db: ReadDb, question: CausesQuestion): Promise<Causes> {
  const members = await causesMembers(db, question)
  return causes(question.by === 'enterprise' ? members : await grouped(db, question, members))
}

/** The enterprises behind a sum, with what they told now and what was published of them a year ago. */
export async function causesMembers(
  db: ReadDb,
  { region, indicator, period, asOf, within }: Omit<CausesQuestion, 'by'>,
): Promise<readonly Member[]> {
  const before = samePeriodLastYear(period)
  const now = await memberFigures(db, { region, indicator, period, asOf })
  const published = await memberFigures(db, {
    region,
    indicator,
    period: before,
    asOf: asOf !== undefined && asOf < publishedBy(before) ? asOf : publishedBy(before),
  })
  const old = new Map(published.map(({ code, value }) => [code, value]))
  const told = new Set(now.map(({ code }) => code))
  const untold = published.filter(({ code }) => !told.has(code))
  const due = untold.length === 0 ? new Set() : await listedIn(db, region, period)
  const all = [
    ...now.map(({ code, value, base }) => memberOf(code, value, base, old.get(code) ?? null)),
    ...untold.map(({ code, value }) => ({
      ...memberOf(code, null, null, value),
      isDue: due.has(code),
    })),
  ]
  if (!within) return all
  const shares = await memberShares(db, { region, period, asOf }, within.dimension)
  const own = new Map(
    shares
      .filter(({ member }) => keptMember(within.dimension, member) === within.member)
      .map(({ code, share }) => [code, Number(share)]),
  )
  return all.flatMap((member) => weighted(member, own.get(member.code)))
}

/** By when the figures of a period had been published: two months after its end. */
function publishedBy(period: Period): string {
  const months = yearOf(period) * 12 + monthsOf(period).to + 2
  const year = Math.floor((months - 1) / 12)
  return `${year}-${String(((months - 1) % 12) + 1).padStart(2, '0')}-28T16:00:00.000Z`
}

function memberOf(
  code: string,
  value: string | null,
  base: string | null,
  published: string | null,
): Member {
  return {
    code,
    ...(value !== null && { value: Number(value) }),
    ...(base !== null && { base: Number(base) }),
    ...(published !== null && { published: Number(published) }),
  }
}

function weighted(member: Member, share: number | undefined): readonly Member[] {
  if (share === undefined) return []
  const { value, base, published } = member
  return [
    {
      ...member,
      ...(value !== undefined && { value: value * share }),
      ...(base !== undefined && { base: base * share }),
      ...(published !== undefined && { published: published * share }),
    },
  ]
}

/**
 * Members of a dimension as sums of their enterprises. Entry, exit and silence of an enterprise stay
 * what they are: each group is split into its enterprises' kinds before it is summed.
 */
async function grouped(
  db: ReadDb,
  { region, period, asOf, by }: CausesQuestion,
  members: readonly Member[],
): Promise<readonly Member[]> {
  if (by === 'enterprise') return members
  const shares = Map.groupBy(
    await memberShares(db, { region, period, asOf }, by),
    ({ code }) => code,
  )
  const parts = members.flatMap((member) =>
    (shares.get(member.code) ?? [{ member: '', share: '1' }]).flatMap((one) =>
      weighted(member, Number(one.share)).map((part) => ({
        ...part,
        code: keptMember(by, one.member),
      })),
    ),
  )
  return [...Map.groupBy(parts, (part) => `${part.code} ${shapeOf(part)}`).values()].map(summed)
}

function shapeOf(member: Member): string {
  const { value, base, published, isDue } = member
  return [value, base, published].map((each) => each === undefined).join() + String(isDue)
}

function summed(members: readonly Member[]): Member {
  const total = (pick: (member: Member) => number | undefined): number | undefined =>
    members.reduce<number | undefined>((sum, member) => {
      const value = pick(member)
      return value === undefined ? sum : (sum ?? 0) + value
    }, undefined)
  const [value, base, published] = [
    total((member) => member.value),
    total((member) => member.base),
    total((member) => member.published),
  ]
  return {
    code: members[0]?.code ?? '',
    isDue: members[0]?.isDue === true,
    count: members.length,
    ...(value !== undefined && { value }),
    ...(base !== undefined && { base }),
    ...(published !== undefined && { published }),
  }
}
