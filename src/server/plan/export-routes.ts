import { findingsFile, redpenFile } from '#contract/draft.ts'
import { ledgerFile } from '#contract/target.ts'
import type { DraftId } from '#core/id.ts'
import { dayInChina } from '#server/clock.ts'
import { findingsXlsx } from '#server/export/findings-xlsx.ts'
import { ledgerXlsx } from '#server/export/ledger-xlsx.ts'
import { redpenDocx } from '#server/export/redpen.ts'
import type { ReadContext } from '#server/http/context.ts'
import { type Endpoint, file } from '#server/http/endpoint.ts'
import { notFound } from '#server/http/failure.ts'
import { contentOf } from './document-store.ts'
import { draftOf, findingsOf } from './draft-store.ts'
import { findingView } from './draft-views.ts'
import { regionsOf, targetViews } from './ledger.ts'
import { ledgerRows } from './ledger-store.ts'
import path from 'node:path'

export const exportEndpoints: readonly Endpoint[] = [
  file(redpenFile, async ({ id }, context) => {
    const draft = await existing(context, id)
    const { db, region, now } = context
    const document = await contentOf(db, region.code, draft.documentId)
    if (!document) throw notFound('Document')
    const { held } = await numberedFindings(context, id)
    return {
      name: `${stem(draft.fileName)}-审改稿.docx`,
      content: await redpenDocx({ document, findings: held, now: new Date(now) }),
    }
  }),

  file(findingsFile, async ({ id }, context) => {
    const draft = await existing(context, id)
    const { held, dismissed } = await numberedFindings(context, id)
    return {
      name: `${stem(draft.fileName)}-体检意见.xlsx`,
      content: await findingsXlsx([...held, ...dismissed]),
    }
  }),

  file(ledgerFile, async (filter, { db, region, now }) => {
    const everything = { limit: 100_000, offset: 0 }
    const rows = await ledgerRows(db, regionsOf(filter, region.code), filter, everything)
    const targets = await targetViews(db, rows)
    return {
      name: `目标台账-${dayInChina(now)}.xlsx`,
      content: await ledgerXlsx({ targets, now: new Date(now) }),
    }
  }),
]

async function existing({ db, region }: ReadContext, id: DraftId) {
  const draft = await draftOf(db, region.code, id)
  if (!draft) throw notFound('Draft')
  return draft
}

/** Findings in the order that numbers the comments of the red-penned copy; dismissed ones have none. */
async function numberedFindings({ db, region }: ReadContext, id: DraftId) {
  const findings = (await findingsOf(db, region.code, id)).map(findingView)
  return {
    held: findings.filter(({ status }) => status !== 'dismissed'),
    dismissed: findings.filter(({ status }) => status === 'dismissed'),
  }
}

function stem(fileName: string): string {
  return path.parse(fileName).name
}
