import type { Db } from '#server/db/db.ts'
import { sql } from 'kysely'

/** Values that stand in the database, for requests that are to find something. */
export interface StoredValues {
  /** Ids of what a name speaks of: `id` under `/matters`, `organisation`, `planId`. */
  readonly ids: (name: string, path: string) => readonly string[]
  /** Codes and names in columns of a name. */
  readonly texts: (name: string, path: string) => readonly string[]
}

interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
}

const fewRows = 8

/** A few values of every column that holds ids or short texts. */
export async function storedValues(db: Db): Promise<StoredValues> {
  const { rows: columns } = await sql<Column>`
    select table_name as "table", column_name as name, data_type as type
    from information_schema.columns
    where table_schema = 'public' and data_type in ('uuid', 'text') and table_name not like 'kysely%'
  `.execute(db)
  const found = await Promise.all(
    columns.map(async (column) => ({ ...column, values: await valuesOf(db, column) })),
  )
  const idColumns = found.filter(({ type, name }) => type === 'uuid' && name === 'id')
  const textColumns = found.filter(({ type }) => type === 'text')
  return {
    ids: (name, path) => {
      const stem = name === 'id' ? stemOf(path.split('/')[1] ?? '') : stemOf(name)
      const exactly = idColumns.filter(({ table }) => table === stem)
      const nearly = idColumns.filter(({ table }) => table.includes(stem))
      const own = exactly.length > 0 ? exactly : nearly
      return (own.length > 0 ? own : idColumns).flatMap(({ values }) => values)
    },
    texts: (name, path) => {
      const stem = name === 'code' ? stemOf(path.split('/')[1] ?? '') : stemOf(name)
      const own = textColumns.filter(
        (column) =>
          column.name.includes(stem) || (column.name === 'code' && column.table.includes(stem)),
      )
      return (own.length > 0 ? own : textColumns).flatMap(({ values }) => values)
    },
  }
}

async function valuesOf(db: Db, { table, name }: Column): Promise<readonly string[]> {
  const column = sql.ref(name)
  const { rows } = await sql<{ value: string }>`
    select distinct ${column}::text as value from ${sql.table(table)}
    where length(${column}::text) between 1 and 60 limit ${fewRows}
  `.execute(db)
  return rows.map(({ value }) => value)
}

/** `organisationId` and `/organisations` speak of the table `organisation`. */
function stemOf(name: string): string {
  return name
    .replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    .replaceAll('-', '_')
    .replace(/_(?:id|code)$/, '')
    .replace(/ies$/, 'y')
    .replace(/s$/, '')
}
