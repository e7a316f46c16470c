import type { Person } from '#contract/session.ts'
import type { Id } from '#core/id.ts'
import type { Decisions } from '#core/spreadsheet/mapping.ts'
import { type Db, json, type ReadDb, type Row } from '#server/db/db.ts'
import { newId } from '#server/new-id.ts'

export type LayoutRow = Row<'sheetLayout'>
export type LayoutId = Id<'sheet-layout'>

export function layoutsOf(db: ReadDb, region: string): Promise<LayoutRow[]> {
  return db
    .selectFrom('sheetLayout')
    .selectAll()
    .where('regionCode', '=', region)
    .orderBy('name')
    .orderBy('id')
    .execute()
}

export interface ConfirmedLayout {
  readonly region: string
  /** The layout it was recognised by, which learns what is new. */
  readonly known: LayoutRow | undefined
  readonly name: string
  readonly fingerprint: string
  readonly decisions: Decisions
  readonly rowKeys: readonly string[]
  readonly by: Person
  readonly at: string
}

/** Keeps a layout that was confirmed, or what was newly said of one that is known. */
export async function keepLayout(db: Db, layout: ConfirmedLayout): Promise<LayoutId> {
  const { region, known, name, fingerprint, decisions, rowKeys, by, at } = layout
  if (!known) {
    const id: LayoutId = newId('sheet-layout')
    await db
      .insertInto('sheetLayout')
      .values({
        regionCode: region,
        id,
        name,
        fingerprint,
        decisions: json(decisions),
        rowKeys: json(rowKeys),
        uses: 1,
        confirmedBy: json(by),
        confirmedAt: at,
      })
      .execute()
    return id
  }
  // Rows that are absent this month may come back: what was said of them stays.
  const merged = { ...decisions, rows: { ...known.decisions.rows, ...decisions.rows } }
  await db
    .updateTable('sheetLayout')
    .set({
      decisions: json(merged),
      rowKeys: json(rowKeys),
      fingerprint,
      uses: known.uses + 1,
      confirmedBy: json(by),
      confirmedAt: at,
    })
    .where('regionCode', '=', region)
    .where('id', '=', known.id)
    .execute()
  return known.id
}

export async function deleteLayout(
  db: Db,
  region: string,
  id: LayoutId,
): Promise<LayoutRow | undefined> {
  return db
    .deleteFrom('sheetLayout')
    .where('regionCode', '=', region)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
}
