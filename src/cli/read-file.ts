import type { AuditInput } from '#core/audit/rule.ts'
import { readPlan } from '#core/plan/read-plan.ts'
import { readDivisions } from '#server/reference/divisions.ts'
import { openFile } from './open-file.ts'

/** A document with the plan read from it, as the audit takes it. */
export type Reading = Pick<AuditInput, 'document' | 'plan' | 'today'>

/** Opens a document and reads its plan; deadlines are past or not by the clock of this machine. */
export async function readFile(path: string): Promise<Reading> {
  const [document, divisions] = await Promise.all([openFile(path), readDivisions()])
  return { document, plan: readPlan(document, divisions), today: today() }
}

/** Today in China, whatever the machine's time zone. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
}
