import { bulletinDocx, bulletinXlsx, showUnitLoad } from '#contract/matter-report.ts'
import type { MatterFilter } from '#contract/matter.ts'
import type { ReadContext } from '#server/http/context.ts'
import { type Endpoint, file, read } from '#server/http/endpoint.ts'
import { badInput } from '#server/http/failure.ts'
import { type Bulletin, bulletinDocument, bulletinSheet } from './bulletin.ts'
import { mattersOfFilter } from './matter-list.ts'
import { regionGround } from './matter-rows.ts'
import { matterSummaries } from './matter-views.ts'
import { unitLoad } from './unit-load.ts'

// More nobody reads on paper; the list is for the rest.
const mostInBulletin = 2000

export const matterReportEndpoints: readonly Endpoint[] = [
  read(showUnitLoad, async ({ from, to }, context) => {
    if (to < from) throw badInput('period-reversed', 'The period ends before it begins')
    return { units: await unitLoad(context, { from, to }) }
  }),

  file(bulletinDocx, async ({ issue, issuer, ...filter }, context) => {
    const bulletin = await bulletinOf(context, filter, { issue, issuer })
    return {
      name: `督查通报〔${bulletin.day.slice(0, 4)}〕第${issue}期.docx`,
      content: await bulletinDocument(bulletin),
    }
  }),

  file(bulletinXlsx, async ({ issue, issuer, ...filter }, context) => {
    const bulletin = await bulletinOf(context, filter, { issue, issuer })
    return {
      name: `督查事项-${bulletin.day}.xlsx`,
      content: await bulletinSheet(bulletin),
    }
  }),
]

async function bulletinOf(
  context: ReadContext,
  filter: MatterFilter,
  { issue, issuer }: Pick<Bulletin, 'issue' | 'issuer'>,
): Promise<Bulletin> {
  const { db, region, now, user } = context
  const ground = await regionGround(db, region.code, now)
  const rows = await mattersOfFilter(context, filter, mostInBulletin)
  return {
    region: region.name,
    issuer,
    issue,
    day: ground.day,
    matters: await matterSummaries(db, ground, user.id, rows),
    kinds: new Map(ground.rules.kinds.map(({ content: { code, name } }) => [code, name])),
    simulated: region.simulated,
  }
}
