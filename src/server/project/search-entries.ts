import type { ReadDb } from '#server/db/db.ts'
import type { SearchEntry } from '#server/search/entry.ts'
import type { SearchSource } from '#server/search/source.ts'
import { projectsOf, type StoredProject } from './store.ts'

/** The key projects, found within the reach of who looks. */
export const projectSource: SearchSource = {
  kinds: ['key-project'],
  async *entries(db: ReadDb) {
    const regions = await db.selectFrom('project').select('regionCode').distinct().execute()
    for (const { regionCode } of regions) {
      const projects = await projectsOf(db, regionCode)
      yield projects.map((one) => entryOf(regionCode, one))
    }
  },
}

/** A project by its name and its code. */
export function entryOf(region: string, one: StoredProject): SearchEntry {
  const { id, name, code, content, unit, place } = one
  const owner = unit ?? place
  return {
    region,
    kind: 'key-project',
    id,
    title: name,
    keys: code === undefined ? [] : [code],
    text: content,
    ...(code !== undefined && { context: code }),
    link: `/projects/${id}`,
    needs: 'see-projects',
    ...(owner !== undefined && { organisation: owner }),
  }
}
