import type { IndicatorDefinition } from '#core/indicator/definition.ts'
import { libraryInForce } from '#core/indicator/in-force.ts'
import { compileLibrary } from '#core/indicator/library.ts'
import type { Db, Row } from '#server/db/db.ts'
import { canonical } from '#core/event/canonical.ts'
import { allVersions, insertVersions } from './library-store.ts'
import fs from 'node:fs/promises'

const folder = new URL('../../../../data/indicators/', import.meta.url)

/** The library that comes with the program, as its files say it. */
export async function shippedDefinitions(): Promise<readonly IndicatorDefinition[]> {
  const names = (await fs.readdir(folder)).filter((name) => name.endsWith('.json')).toSorted()
  const files = await Promise.all(names.map((name) => fs.readFile(new URL(name, folder), 'utf8')))
  return files.flatMap((text) => JSON.parse(text) as IndicatorDefinition[])
}

/**
 * Puts into the database what came with this version of the program and is not there yet. Indicators
 * somebody has edited stay as they are; so does the library where both would not hold together. Gives
 * the codes that were left out for that.
 */
export async function loadShippedLibrary(
  db: Db,
  shipped: readonly IndicatorDefinition[],
  now: string,
): Promise<readonly string[]> {
  const stored = await allVersions(db)
  const { fresh, leftOut } = fittingIn(stored, freshOf(shipped, stored))
  const versions = new Map<string, number>()
  for (const { code, version } of stored) versions.set(code, version)
  await insertVersions(
    db,
    fresh.map((definition) => {
      const version = (versions.get(definition.code) ?? 0) + 1
      versions.set(definition.code, version)
      return { definition, version, at: now }
    }),
  )
  return leftOut
}

function freshOf(
  shipped: readonly IndicatorDefinition[],
  stored: readonly Row<'indicatorVersion'>[],
): readonly IndicatorDefinition[] {
  const edited = new Set(stored.filter((row) => !row.shipped).map(({ code }) => code))
  const known = new Set(stored.map(({ definition }) => canonical(definition)))
  return shipped.filter(
    (definition) => !edited.has(definition.code) && !known.has(canonical(definition)),
  )
}

function fittingIn(
  stored: readonly Row<'indicatorVersion'>[],
  fresh: readonly IndicatorDefinition[],
): { readonly fresh: readonly IndicatorDefinition[]; readonly leftOut: readonly string[] } {
  const old = stored.map(({ definition }) => definition)
  const leftOut = new Set<string>()
  for (;;) {
    const fitting = fresh.filter(({ code }) => !leftOut.has(code))
    const compiled = compileLibrary(libraryInForce([...old, ...fitting]))
    if (compiled.ok || fitting.length === 0) return { fresh: fitting, leftOut: [...leftOut] }
    const wrong = compiled.error.map(({ indicator }) => indicator)
    const next = fitting.find(({ code }) => wrong.includes(code)) ?? fitting[0]
    if (next) leftOut.add(next.code)
  }
}
