import type { Scope } from '#core/access/scope.ts'
import type { Id } from '#core/id.ts'
import { type Figure, type Subject, subjectKey } from '#core/indicator/figure.ts'
import { suppressed, tellsOfSingles } from '#core/indicator/suppression.ts'
import type { Period } from '#core/period/period.ts'
import type { Db, ReadDb } from '#server/db/db.ts'
import { record } from '#server/event/store.ts'
import type { ReadContext } from '#server/http/context.ts'
import type { Transact } from '#server/http/endpoint.ts'
import { withinScope } from '#server/organisation/within-scope.ts'

/** Who looks, and how far they may look into single enterprises. */
export interface Looker {
  readonly region: string
  readonly scope: Scope
}

export function lookerOf({
  region,
  actions,
  scopeOf,
}: Pick<ReadContext, 'region' | 'actions' | 'scopeOf'>): Looker {
  const scope: Scope = actions.has('see-enterprises')
    ? scopeOf('see-enterprises')
    : { kind: 'organisations', organisations: new Set() }
  return { region: region.code, scope }
}

/**
 * The figures with what is not the looker's to see taken out: those of single enterprises outside of their
 * scope, and sums that tell of one or two of them.
 */
export async function shownTo(
  db: ReadDb,
  looker: Looker,
  figures: readonly Figure[],
): Promise<readonly Figure[]> {
  if (looker.scope.kind === 'region') return figures
  const delicate = figures.filter(tellsOfSingles).map(({ subject }) => subject)
  const open = await subjectsWithin(db, looker, delicate)
  return figures.map((figure) =>
    tellsOfSingles(figure) && !open.has(subjectKey(figure.subject)) ? suppressed(figure) : figure,
  )
}

/** Those of the subjects that lie in the looker's scope, by `subjectKey`. */
export async function subjectsWithin(
  db: ReadDb,
  { region, scope }: Looker,
  subjects: readonly Subject[],
): Promise<ReadonlySet<string>> {
  if (scope.kind === 'region') return new Set(subjects.map(subjectKey))
  const enterprises = codesOf(subjects, 'enterprise').filter(isUuid)
  const units = [...codesOf(subjects, 'park'), ...codesOf(subjects, 'town')]
  const enterpriseRows =
    enterprises.length === 0
      ? []
      : await db
          .selectFrom('enterprise')
          .select('id')
          .where('regionCode', '=', region)
          .where('id', 'in', enterprises as Id<'enterprise'>[])
          .where(withinScope(scope, 'parkId', 'townId', 'organisationId'))
          .execute()
  const unitRows =
    units.length === 0
      ? []
      : await db
          .selectFrom('organisation')
          .select('code')
          .where('regionCode', '=', region)
          .where('code', 'in', units)
          .where(withinScope(scope, 'id'))
          .execute()
  return new Set([
    ...enterpriseRows.map(({ id }) => `enterprise:${id}`),
    ...unitRows.flatMap(({ code }) => [`park:${code}`, `town:${code}`]),
  ])
}

/** Something that was shown of a subject: a figure, or what was concluded from some. */
export interface Seen {
  readonly subject: Subject
  readonly indicator: string
  readonly period?: Period
  /** Nothing was shown where it is null. */
  readonly value?: string | null
}

/** Writes down, once a question is answered, that single enterprises were looked at. */
export async function rememberLook(transact: Transact, figures: readonly Seen[]): Promise<void> {
  if (!figures.some(isOfEnterprise)) return
  await transact((context) => recordLook(context.db, context, figures))
}

function isOfEnterprise({ subject, value }: Seen): boolean {
  return subject.kind === 'enterprise' && value !== null
}

/** Writes down that somebody looked at figures of single enterprises; nothing where they did not. */
export async function recordLook(
  db: Db,
  { user, region, now }: ReadContext,
  figures: readonly Seen[],
): Promise<void> {
  const seen = figures.filter(isOfEnterprise)
  const enterprises = codesOf(
    seen.map(({ subject }) => subject),
    'enterprise',
  ).filter(isUuid)
  const look = (figuresSeen: typeof seen) => ({
    indicators: [...new Set(figuresSeen.map(({ indicator }) => indicator))],
    periods: [...new Set(figuresSeen.flatMap(({ period }) => period ?? []))],
  })
  const entry = { region: region.code, at: now, by: user, action: 'figures-seen' as const }
  if (enterprises.length > mostEntries) {
    const entity = { kind: 'user', id: user.id }
    await record(db, [
      { ...entry, subject: user.id, entity, after: { enterprises, ...look(seen) } },
    ])
    return
  }
  await record(
    db,
    enterprises.map((enterprise) => {
      const id = enterprise as Id<'enterprise'>
      const own = seen.filter(({ subject }) => subject.code === enterprise)
      return { ...entry, subject: id, entity: { kind: 'enterprise', id }, after: look(own) }
    }),
  )
}

// A list of all enterprises is one look, not one at each.
const mostEntries = 20

function codesOf(subjects: readonly Subject[], kind: Subject['kind']): readonly string[] {
  return [...new Set(subjects.filter((subject) => subject.kind === kind).map(({ code }) => code))]
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(text)
}
