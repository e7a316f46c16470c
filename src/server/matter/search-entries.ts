import type { SearchEntry } from '#server/search/entry.ts'
import type { SearchSource } from '#server/search/source.ts'
import type { MatterRow } from './matter-store.ts'

const partSize = 500

/** Matters, found by who may see their lead unit's. */
export const matterSource: SearchSource = {
  kinds: ['matter'],
  async *entries(db) {
    let after = { regionCode: '', id: '00000000-0000-0000-0000-000000000000' }
    for (;;) {
      const rows = await db
        .selectFrom('matter')
        .selectAll()
        .where((is) =>
          is.or([
            is('regionCode', '>', after.regionCode),
            is.and([
              is('regionCode', '=', after.regionCode),
              is('id', '>', after.id as MatterRow['id']),
            ]),
          ]),
        )
        .orderBy('regionCode')
        .orderBy('id')
        .limit(partSize)
        .execute()
      if (rows.length > 0) yield rows.map(entryOfMatter)
      const last = rows.at(-1)
      if (!last || rows.length < partSize) return
      after = last
    }
  },
}

export function entryOfMatter(row: MatterRow): SearchEntry {
  const { regionCode, id, title, number, text, leadId } = row
  return {
    region: regionCode,
    kind: 'matter',
    id,
    title,
    keys: [number],
    text,
    context: number,
    link: `/matters/${id}`,
    needs: 'read',
    ...(leadId !== null && { organisation: leadId }),
  }
}
