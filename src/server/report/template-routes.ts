import { largestUpload } from '#contract/document.ts'
import { reportTemplate, uploadReport } from '#contract/report.ts'
import { isWritable } from '#core/report/life.ts'
import { readWorkbookApart } from '#server/figure-import/reading/read-workbook-apart.ts'
import { record } from '#server/event/store.ts'
import { type Endpoint, file, type UploadedFile, upload } from '#server/http/endpoint.ts'
import { badInput, Failure, refused } from '#server/http/failure.ts'
import { keepChanges } from './fill.ts'
import { heldReport, seenReport } from './held.ts'
import { readTemplate } from './read-template.ts'
import { addActs } from './report-history.ts'
import { groundOfRow, reportView } from './report-view.ts'
import { recordLook } from './look.ts'
import { reportWorkbook } from './template.ts'
import { buffer } from 'node:stream/consumers'

export const templateEndpoints: readonly Endpoint[] = [
  file(reportTemplate, async ({ id }, context, transact) => {
    const row = await seenReport(context, id)
    await transact((writing) => recordLook(writing, row))
    const ground = await groundOfRow(context, row)
    return {
      name: `${ground.compiled.form.number}-${row.enterpriseName ?? row.title}-${row.period}.xlsx`,
      content: await reportWorkbook(row, ground),
    }
  }),

  upload(uploadReport, async ({ id }, files, transact) => {
    // Nobody has a workbook read for a report they may not fill in.
    await transact((context) => heldReport(context, id, 'fill-reports'))
    const uploaded = await firstOf(files)
    const workbook = await readWorkbookApart(uploaded)
    if (!workbook.ok) throw new Failure(workbook.error, 400)
    const { grids } = workbook.value
    return transact(async (context) => {
      const { db, region, user, now } = context
      const row = await heldReport(context, id, 'fill-reports')
      if (!isWritable(row)) throw refused('report-not-open', 'The report is handed in')
      const ground = await groundOfRow(context, row)
      const { revision, changes } = readTemplate(grids, row, ground)
      const saved = await keepChanges(context, row, ground, { revision, changes })
      const { changed, conflicts } = saved.merged
      if (changed.length > 0) {
        const telling = { region: region.code, by: user, at: now }
        await addActs(db, telling, [{ report: id, act: 'imported', text: uploaded.name }])
        await record(db, [
          {
            region: region.code,
            at: now,
            by: user,
            action: 'report-imported',
            subject: id,
            entity: { kind: 'report', id },
            after: { file: uploaded.name, changed: changed.length },
          },
        ])
      }
      return {
        report: await reportView(context, saved.row, ground),
        changed: changed.length,
        conflicts: [...conflicts],
      }
    })
  }),
]

async function firstOf(
  files: AsyncIterable<UploadedFile>,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  for await (const { name, content, isCut } of files) {
    const bytes = await buffer(content)
    if (isCut()) {
      const detail = { what: 'The file', limit: largestUpload }
      throw badInput('document-too-large', 'The file is too large', detail)
    }
    return { name, bytes }
  }
  throw badInput('upload-empty', 'The request holds no file', { limit: largestUpload })
}
