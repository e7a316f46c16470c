import { acceptFigures } from '#server/indicator/accept-figures.ts'
import { changeMemberships } from '#server/indicator/change-memberships.ts'
import { insertVersions } from '#server/indicator/library/library-store.ts'
import type { Db } from '#server/db/db.ts'
import { library, memberships, monthAt, monthOfReports, people, region, size } from './world.ts'

/** Imports the whole county month by month, each month one transaction; gives the seconds it took. */
export async function importWorld(db: Db, log: (line: string) => void): Promise<number> {
  const at = '2020-01-01T00:00:00.000Z'
  await insertVersions(
    db,
    library().map((definition) => ({ definition, version: 1, at })),
  )
  const began = performance.now()
  await db
    .transaction()
    .execute((transaction) =>
      changeMemberships(transaction, { region, by: people, at, cause: 'bench' }, memberships()),
    )
  for (let month = 0; month < size.months; month += 1) {
    const figures = monthOfReports(month)
    await db
      .transaction()
      .execute((transaction) =>
        acceptFigures(
          transaction,
          { region, by: people, at: knownAt(month), cause: 'bench' },
          figures,
        ),
      )
    if (month % 12 === 11) {
      const seconds = ((performance.now() - began) / 1000).toFixed(1)
      const memory = Math.round(process.memoryUsage().rss / 1e6)
      log(`${monthAt(month)}: ${seconds} s, ${memory} MB`)
    }
  }
  return (performance.now() - began) / 1000
}

/** Reports of a month become known on the 18th of the next. */
export function knownAt(month: number): string {
  return `${monthAt(month + 1)}-18T02:00:00.000Z`
}
