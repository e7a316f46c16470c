import type { defineIndicator, IndicatorVersion } from '#contract/indicator.ts'
import type { Parsed } from '#contract/route.ts'
import type { IndicatorDefinition } from '#core/indicator/definition.ts'
import { libraryInForce } from '#core/indicator/in-force.ts'
import { compileLibrary } from '#core/indicator/library.ts'
import type { Row } from '#server/db/db.ts'
import { record } from '#server/event/store.ts'
import type { WriteContext } from '#server/http/context.ts'
import { badInput, changedMeanwhile } from '#server/http/failure.ts'
import { allVersions, insertVersions, lockLibrary, versionsOf } from './library-store.ts'
import { libraryProblemView } from './formula-views.ts'
import { deriveSumsAnew } from '../derive-anew.ts'

/**
 * Adds a version of an indicator and derives anew what it touches: formulas are computed when they are
 * read, so only sums that begin or cease to be made are. Refuses what would not hold together with the rest of
 * the library, with the place in the formula.
 */
export async function defineIndicatorOf(
  context: WriteContext,
  { code, definition, version, why }: Parsed<typeof defineIndicator>,
): Promise<IndicatorVersion> {
  const { db, user, region, now } = context
  await lockLibrary(db)
  const [latest] = await versionsOf(db, code)
  if ((latest?.version ?? 0) !== version) {
    throw changedMeanwhile('Somebody else defined this indicator', latest && versionView(latest))
  }
  const wanted: IndicatorDefinition = { code, ...definition }
  const stored = await allVersions(db)
  refuseWrong(stored, wanted)

  const author = { by: user, why }
  await insertVersions(db, [{ definition: wanted, version: version + 1, at: now, author }])
  const wasSummed = latest?.definition.overSpace === 'sum'
  if (wasSummed !== (wanted.overSpace === 'sum')) await deriveSumsAnew(db, code)
  const [written] = await versionsOf(db, code)
  if (!written) throw new Error('The version was just written')
  await record(db, [
    {
      region: region.code,
      at: now,
      by: user,
      action: 'indicator-defined',
      subject: written.id,
      entity: { kind: 'indicator', id: written.id },
      before: latest?.definition,
      after: wanted,
      why,
    },
  ])
  context.staleEverywhere(['indicators'], ['figures'], ['targets'])
  return versionView(written)
}

/** The library as it would be; what it says against the new version is the caller's to mend. */
function refuseWrong(
  stored: readonly Row<'indicatorVersion'>[],
  wanted: IndicatorDefinition,
): void {
  const written = [...stored.map(({ definition }) => definition), wanted]
  const compiled = compileLibrary(libraryInForce(written))
  if (compiled.ok) return
  throw badInput('indicator-refused', 'The library would not hold together', {
    problems: compiled.error.map(libraryProblemView),
  })
}

export function versionView(row: Row<'indicatorVersion'>): IndicatorVersion {
  const { definition, version, shipped, at, by, why } = row
  return { version, definition, shipped, at, ...(by && { by }), ...(why !== null && { why }) }
}
