import { findingDocument } from '#contract/plan-document.ts'
import { auditPlan, auditPlans } from '#core/audit/audit.ts'
import type { Finding } from '#core/audit/finding.ts'
import { print, printJson } from './print.ts'
import { readFile } from './read-file.ts'

export interface AuditOptions {
  readonly json?: true
  /** Exit with 1 where there is an error. */
  readonly strict?: true
}

/** Prints what a planner should look at in one document, or in several held against each other. */
export async function planAudit(paths: readonly string[], options: AuditOptions): Promise<void> {
  const findings = await findingsOf(paths)
  if (options.json) printJson({ findings: findings.map(findingDocument) })
  else print(findings.map(findingText).join('\n'))
  const hasError = findings.some(({ severity }) => severity === 'error')
  if (options.strict && hasError) process.exitCode = 1
}

async function findingsOf(paths: readonly string[]): Promise<readonly Finding[]> {
  const [first, ...others] = await Promise.all(
    paths.map(async (file) => ({ ...(await readFile(file)), file })),
  )
  if (!first) return []
  if (others.length > 0) return auditPlans([first, ...others])
  const { document, plan, today } = first
  return auditPlan({ document, plan, ...(today !== undefined && { today }) })
}

const severities = { error: '错误', warning: '疑似', info: '提示' } as const

function findingText({ severity, rule, message, arithmetic, citations }: Finding): string {
  return [
    `【${severities[severity]}】${message}（${rule}）`,
    ...(arithmetic ? [`  算式：${arithmetic}`] : []),
    ...citations.map(
      ({ file, table, section, quote }) =>
        `  ${[file, table ?? section].filter(Boolean).join('：')}“${quote}”`,
    ),
    '',
  ].join('\n')
}
