import { choosePath, listTargets, targetHistory } from '#contract/target.ts'
import { type Endpoint, read, write } from '#server/http/endpoint.ts'
import { choosePathOf, historyOf, ledgerPage, regionsOf } from './ledger.ts'

export const targetEndpoints: readonly Endpoint[] = [
  read(listTargets, ({ limit, offset, ...filter }, { db, region }) =>
    ledgerPage(db, regionsOf(filter, region.code), filter, { limit, offset }),
  ),

  read(targetHistory, ({ region, id }, { db }) => historyOf(db, region, id)),

  write(choosePath, ({ region, id, revision, path }, context) =>
    choosePathOf(context, { region, id, revision, ...(path !== undefined && { path }) }),
  ),
]
