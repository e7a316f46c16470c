import { auditPlan } from '#core/audit/audit.ts'
import { redpenDocx } from '#server/export/redpen.ts'
import { writeFile } from 'node:fs/promises'
import { readFile } from './read-file.ts'
import { Refusal } from './refusal.ts'

/** Writes the document as a Word file with each finding as a comment on its place. */
export async function planRedpen(path: string, output: string): Promise<void> {
  const reading = await readFile(path)
  const findings = auditPlan(reading)
  const bytes = await redpenDocx({ document: reading.document, findings, now: new Date() })
  try {
    await writeFile(output, bytes)
  } catch {
    throw new Refusal({
      code: 'file-not-writable',
      title: 'The output cannot be written there',
      place: { file: output },
    })
  }
  console.error(`${findings.length} 条意见已批注到 ${output}`)
}
