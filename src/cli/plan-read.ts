import { planDocument } from '#contract/plan-document.ts'
import { auditPlan } from '#core/audit/audit.ts'
import type { Plan } from '#core/plan/plan.ts'
import { print, printJson } from './print.ts'
import { readFile } from './read-file.ts'

/** Prints what a document commits its region to, findings included: as `jingwei.plan/1` or in short. */
export async function planRead(path: string, { json }: { readonly json?: true }): Promise<void> {
  const reading = await readFile(path)
  const findings = auditPlan(reading)
  if (json) printJson(planDocument(reading.plan, findings))
  else print(summaryOf(reading.plan, findings.length))
}

function summaryOf(plan: Plan, findings: number): string {
  const { title, documentNumber, region, period } = plan
  const lines = [
    title,
    [region.name, documentNumber, `${period.start}—${period.end}年`].filter(Boolean).join('　'),
    `目标 ${plan.targets.length}，任务 ${plan.tasks.length}，项目 ${plan.projects.length}，产业 ${plan.industries.length}，园区 ${plan.parks.length}，体检意见 ${findings}`,
    '',
    ...plan.targets.map(targetLine),
    '',
  ]
  return lines.join('\n')
}

function targetLine({ indicator, scope, unit, milestones }: Plan['targets'][number]): string {
  const name = [scope?.name, indicator].filter(Boolean).join(' · ')
  const path = milestones.map(({ year, text }) => `${year}年 ${text}`).join('，')
  return `${name}${unit ? `（${unit}）` : ''}：${path}`
}
