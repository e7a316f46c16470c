import {
  decideEnterpriseImport,
  readEnterpriseImport,
  uploadEnterprises,
} from '#contract/enterprise-import.ts'
import { largestUpload } from '#contract/document.ts'
import { dayInChina } from '#server/clock.ts'
import { type Endpoint, read, upload, write } from '#server/http/endpoint.ts'
import { badInput, Failure, notFound } from '#server/http/failure.ts'
import { holdList, importView, rowsIn, takeOver } from './import-enterprises.ts'
import { importOf } from './import-store.ts'
import { wordsOf } from './words.ts'
import { buffer } from 'node:stream/consumers'

export const enterpriseImportEndpoints: readonly Endpoint[] = [
  upload(uploadEnterprises, async (_, files, transact) => {
    for await (const { name, content, isCut } of files) {
      const bytes = await buffer(content)
      if (isCut()) throw tooLarge(name)
      const words = await transact(({ db, region, now }) =>
        wordsOf(db, region.code, dayInChina(now)),
      )
      const rows = await rowsIn({ name, bytes }, words)
      return transact(async (context) =>
        importView(context.db, context.region.code, await holdList(context, name, rows), words),
      )
    }
    throw badInput('upload-empty', 'The request holds no file', { limit: largestUpload })
  }),

  read(readEnterpriseImport, async ({ id }, { db, region, now }) => {
    const row = await importOf(db, region.code, id)
    if (!row) throw notFound('List of enterprises')
    return importView(db, region.code, row, await wordsOf(db, region.code, dayInChina(now)))
  }),

  write(decideEnterpriseImport, (given, context) => takeOver(context, given)),
]

function tooLarge(file: string): Failure {
  const problem = {
    code: 'document-too-large',
    title: `The file is larger than ${largestUpload} bytes`,
    place: { file },
    detail: { what: 'The file', limit: largestUpload },
  }
  return new Failure(problem, 400)
}
