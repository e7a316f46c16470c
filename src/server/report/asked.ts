import type { EnterpriseId, OrganisationId } from '#core/id.ts'
import type { Subject } from '#core/indicator/figure.ts'
import { isListed } from '#core/enterprise/steps.ts'
import { lastDayOfMonth } from '#core/calendar/day.ts'
import { existsOn, nameOn } from '#core/organisation/organisation.ts'
import { monthsOf, type Period, yearOf } from '#core/period/period.ts'
import { isUnderWay } from '#core/project/project.ts'
import type { Reporter } from '#core/report/form.ts'
import type { ReadDb } from '#server/db/db.ts'
import { organisationsOf } from '#server/organisation/store.ts'
import { projectsOf } from '#server/project/store.ts'

/** Whom a form is asked of, and what their figures are about. */
export interface AskedOf {
  readonly subject: Subject
  readonly title: string
  readonly enterpriseId?: EnterpriseId
  readonly organisationId?: OrganisationId
}

export interface AskedQuestion {
  readonly region: string
  readonly reporter: Reporter
  readonly period: Period
  /** Of a form of bureaus: which of them; they tell figures of the region. */
  readonly organisations: readonly OrganisationId[]
}

/** Everybody who owes a form for a period: enterprises 规上 then, parks, projects under way, or the bureaus named. */
export async function askedOf(
  db: ReadDb,
  { region, reporter, period, organisations }: AskedQuestion,
): Promise<readonly AskedOf[]> {
  switch (reporter) {
    case 'enterprise':
      return listedEnterprises(db, region, period)
    case 'park':
      return (await unitsOn(db, region, period))
        .filter(({ kind }) => kind === 'park')
        .map(({ id, code, title }) => ({
          subject: { kind: 'park', code },
          title,
          organisationId: id,
        }))
    case 'organisation':
      return (await unitsOn(db, region, period))
        .filter(({ id }) => organisations.includes(id))
        .map(({ id, title }) => ({
          subject: { kind: 'region', code: region },
          title,
          organisationId: id,
        }))
    case 'project':
      return projectsUnderWay(db, region, period)
  }
}

async function listedEnterprises(
  db: ReadDb,
  region: string,
  period: Period,
): Promise<readonly AskedOf[]> {
  const rows = await db
    .selectFrom('enterprise')
    .innerJoin('enterpriseListing', (join) =>
      join
        .onRef('enterpriseListing.regionCode', '=', 'enterprise.regionCode')
        .onRef('enterpriseListing.enterpriseId', '=', 'enterprise.id'),
    )
    .select(['enterprise.id', 'enterprise.name', 'fromPeriod', 'toPeriod', 'reason'])
    .where('enterprise.regionCode', '=', region)
    .where('enterprise.state', '=', 'active')
    .orderBy('enterprise.id')
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((listings) => {
    const [first] = listings
    const spans = listings.map(({ fromPeriod, toPeriod, reason }) => ({
      from: fromPeriod,
      ...(toPeriod !== null && { to: toPeriod }),
      reason,
    }))
    if (!first || !isListed(spans, period)) return []
    const { id, name } = first
    return [{ subject: { kind: 'enterprise', code: id }, title: name, enterpriseId: id } as const]
  })
}

async function unitsOn(db: ReadDb, region: string, period: Period) {
  const month = String(monthsOf(period).to).padStart(2, '0')
  const day = lastDayOfMonth(`${yearOf(period)}-${month}`)
  return (await organisationsOf(db, region))
    .filter((one) => existsOn(one, day))
    .map((one) => ({ id: one.id, code: one.code, kind: one.kind, title: nameOn(one, day) }))
}

/** Key projects that are being built in the year; their unit tells, and where none answers the region does. */
async function projectsUnderWay(
  db: ReadDb,
  region: string,
  period: Period,
): Promise<readonly AskedOf[]> {
  return (await projectsOf(db, region))
    .filter((one) => isUnderWay(one, yearOf(period)))
    .map(({ id, name, unit }) => ({
      subject: { kind: 'project', code: id },
      title: name,
      ...(unit !== undefined && { organisationId: unit }),
    }))
}
