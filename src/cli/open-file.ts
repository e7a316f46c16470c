import { problemText } from '#contract/texts/problem-texts.zh.ts'
import type { Document } from '#core/document/document.ts'
import { normalise } from '#core/document/normalise.ts'
import { openDocument } from '#server/document/open-document.ts'
import { Refusal } from './refusal.ts'

/** Opens and normalises a document of any format we read; says what to know about the reading. */
export async function openFile(path: string): Promise<Document> {
  const opened = await openDocument({ path, name: path }, { inProcess: true })
  if (!opened.ok) throw new Refusal(opened.error)
  for (const warning of opened.value.warnings) {
    console.error(`${warning.code}: ${problemText(warning)}`)
  }
  return normalise(opened.value.blocks)
}
