import type { IndicatorDefinition } from '#core/indicator/definition.ts'
import { libraryInForce } from '#core/indicator/in-force.ts'
import { type CompiledLibrary, compileLibrary } from '#core/indicator/library.ts'
import type { ReadDb, Row } from '#server/db/db.ts'
import { allVersions, lastVersionId } from './library-store.ts'

// By the last version written: versions are only ever added, and their ids name one database's.
const compiled = new Map<string, CompiledLibrary>()
const mostKept = 8

/** The library as it is, or as it stood at a moment; before its first day as it began. */
export async function libraryAt(db: ReadDb, asOf?: string): Promise<CompiledLibrary> {
  const key = (await lastVersionId(db, asOf)) ?? (await lastVersionId(db))
  return key === undefined ? compiledFrom([]) : libraryUpTo(db, key, asOf)
}

/** The library whose last version, of those written up to a moment, is known. */
export async function libraryUpTo(
  db: ReadDb,
  key: string,
  asOf?: string,
): Promise<CompiledLibrary> {
  const known = compiled.get(key)
  if (known) return known
  const versions = await allVersions(db)
  const library = compiledFrom(definitionsAt(versions, asOf))
  compiled.set(key, library)
  const [oldest] = compiled.keys()
  if (compiled.size > mostKept && oldest !== undefined) compiled.delete(oldest)
  return library
}

/** What was written up to a moment, oldest first; where that is nothing, all that came with the program. */
function definitionsAt(
  versions: readonly Row<'indicatorVersion'>[],
  asOf: string | undefined,
): readonly IndicatorDefinition[] {
  const written = versions.filter(({ at }) => asOf === undefined || at <= asOf)
  const chosen = written.length > 0 ? written : versions
  return chosen.map(({ definition }) => definition)
}

// Whoever writes a version is refused where the library would not hold together.
function compiledFrom(definitions: readonly IndicatorDefinition[]): CompiledLibrary {
  const library = compileLibrary(libraryInForce(definitions))
  if (library.ok) return library.value
  throw new Error(`The indicator library is broken: ${JSON.stringify(library.error)}`)
}
