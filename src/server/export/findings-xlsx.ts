import type { FindingStatus } from '#contract/draft.ts'
import type { Finding, Severity } from '#core/audit/finding.ts'
import { auditRules } from '#core/audit/rules.ts'
import { type Column, sheetOf, workbook } from './sheet.ts'

export interface FindingRow extends Finding {
  readonly status: FindingStatus
  /** Why it was dismissed or is known. */
  readonly reason?: string
}

/** The findings as a list to work through; the numbers are those of the comments in the red-penned copy. */
export function findingsXlsx(findings: readonly FindingRow[]): Promise<Uint8Array> {
  return workbook([sheetOf('问题清单', columns, findings)])
}

const severities: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '疑似',
  info: '提示',
}

const statuses: Readonly<Record<FindingStatus, string>> = {
  open: '待处理',
  known: '已知悉',
  dismissed: '不是问题',
}

const titles = new Map(auditRules.map(({ code, title }) => [code, title]))

const columns: readonly Column<FindingRow>[] = [
  { title: '序号', width: 6, content: (_, index) => index + 1 },
  { title: '级别', width: 8, content: ({ severity }) => severities[severity] },
  { title: '规则', width: 20, content: ({ rule }) => titles.get(rule) ?? rule },
  { title: '意见', width: 60, content: ({ message }) => message },
  { title: '算式', width: 40, content: ({ arithmetic }) => arithmetic },
  { title: '应为', width: 12, content: ({ expected }) => expected },
  { title: '文中', width: 12, content: ({ found }) => found },
  { title: '原文', width: 50, content: ({ citations }) => ofEach(citations, (c) => c.quote) },
  {
    title: '位置',
    width: 40,
    content: ({ citations }) => ofEach(citations, (c) => c.table ?? c.section ?? ''),
  },
  { title: '处理', width: 10, content: ({ status }) => statuses[status] },
  { title: '处理说明', width: 30, content: ({ reason }) => reason },
]

function ofEach(
  citations: Finding['citations'],
  text: (citation: Finding['citations'][number]) => string,
): string {
  return citations.map(text).join('\n')
}
