import type { ProjectRow, ProjectView } from '#contract/project.ts'
import { isWithin } from '#core/access/scope.ts'
import type { EnterpriseId } from '#core/id.ts'
import { investmentProgress } from '#core/project/investment.ts'
import { dayInChina } from '#server/clock.ts'
import type { ReadContext } from '#server/http/context.ts'
import { lastYearTold, toldInvestments } from './progress.ts'
import type { StoredProject } from './store.ts'
import { type ProjectUnits, unitsOf } from './words.ts'

type Named = Partial<Readonly<Record<'unit' | 'place', string>>>

function namesIn(units: ProjectUnits, { unit, place }: StoredProject): Named {
  const [answering, lying] = [unit, place].map((id) => id && units.get(id)?.name)
  return {
    ...(answering !== undefined && { unit: answering }),
    ...(lying !== undefined && { place: lying }),
  }
}

/** Projects as a list shows them, and the year their progress is told for; as of a moment, if one is given. */
export async function projectRows(
  { db, region, now }: ReadContext,
  projects: readonly StoredProject[],
  asOf?: string,
): Promise<{ readonly year?: number; readonly projects: readonly ProjectRow[] }> {
  const today = dayInChina(asOf ?? now)
  const units = await unitsOf(db, region.code, today)
  const ids = projects.map(({ id }) => id)
  const thisYear = Number(today.slice(0, 4))
  const told = await toldInvestments(db, region.code, ids, { year: thisYear, asOf })
  const year = lastYearTold(told)
  return {
    ...(year !== undefined && { year }),
    projects: projects.map((one) => {
      const { id, code, name, stage, total } = one
      const progress = investmentProgress(one, told.get(id) ?? [], year ?? thisYear)
      const shown = { id, name, stage, total, progress, ...namesIn(units, one) }
      return { ...shown, ...(code !== undefined && { code }) }
    }),
  }
}

/**
 * A project with its months, as of a moment if one is given, and with what it is linked with as far as
 * the caller may see it.
 */
export async function projectView(
  context: ReadContext,
  project: StoredProject,
  asOf?: string,
): Promise<ProjectView> {
  const { db, region, now } = context
  const today = dayInChina(asOf ?? now)
  const thisYear = Number(today.slice(0, 4))
  const told = await toldInvestments(db, region.code, [project.id], { year: thisYear, asOf })
  const { id, revision, ...content } = project
  const builder = content.enterprise && (await enterpriseName(context, content.enterprise))
  return {
    id,
    revision,
    content,
    ...namesIn(await unitsOf(db, region.code, today), project),
    ...(builder !== undefined && { enterprise: builder }),
    links: await linksOf(context, project),
    progress: investmentProgress(project, told.get(id) ?? [], lastYearTold(told) ?? thisYear),
    months: told.get(id) ?? [],
  }
}

async function enterpriseName(
  { db, region }: ReadContext,
  id: EnterpriseId,
): Promise<string | undefined> {
  const found = await db
    .selectFrom('enterprise')
    .select('name')
    .where('regionCode', '=', region.code)
    .where('id', '=', id)
    .executeTakeFirst()
  return found?.name
}

async function linksOf(
  { db, region, actions, scopeOf }: ReadContext,
  { links }: StoredProject,
): Promise<ProjectView['links']> {
  if (links.length === 0) return []
  const entries = await db
    .selectFrom('searchEntry')
    .select(['kind', 'id', 'title', 'link', 'needs', 'organisationId'])
    .where('regionCode', '=', region.code)
    .where(
      'id',
      'in',
      links.map(({ id }) => id),
    )
    .execute()
  return links.flatMap(({ kind, id }) => {
    const entry = entries.find((one) => one.kind === kind && one.id === id)
    if (!entry || !actions.has(entry.needs)) return []
    const isOwn =
      entry.organisationId === null || isWithin(scopeOf(entry.needs), entry.organisationId)
    return isOwn ? [{ kind, id, title: entry.title, link: entry.link }] : []
  })
}
