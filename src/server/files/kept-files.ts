import type { ReadDb } from '#server/db/db.ts'

/** The contents that rows of the database point to: whoever keeps files adds their table here. */
export async function keptFiles(db: ReadDb): Promise<readonly string[]> {
  const documents = await db.selectFrom('document').select('sha256').distinct().execute()
  const evidence = await db
    .selectFrom('matterEvidence')
    .select('sha256')
    .distinct()
    .where('sha256', 'is not', null)
    .execute()
  const imports = await db.selectFrom('figureImport').select('sha256').distinct().execute()
  const hashes = [...documents, ...evidence, ...imports].flatMap(({ sha256 }) =>
    sha256 ? [sha256] : [],
  )
  return [...new Set(hashes)]
}
