import * as z from 'zod'

/** What is wrong with a workflow: of its table (`#core/matter/workflow.ts`) or of a condition in it. */
export const WorkflowFault = z.object({
  code: z.string(),
  at: z.string().optional(),
  text: z.string().optional(),
})
export type WorkflowFault = z.output<typeof WorkflowFault>

const texts: Readonly<Record<string, (at: string) => string>> = {
  'code-twice': (at) => `代码“${at}”重复`,
  'unknown-state': (at) => `动作指向不存在的环节“${at}”`,
  unreachable: (at) => `环节“${at}”无法到达，没有动作通向它`,
  'no-end': () => '没有结束环节，事项永远办不完',
  'no-way-back': () => '可以暂缓但不能恢复，请加一个“恢复”动作',
  'no-way-out': (at) => `环节“${at}”没有出路，进入后无法走到结束`,
  'two-leads': (at) =>
    `动作“${at}”可能产生两个牵头单位：牵头单位只能由督查单位指定，也不能与拆分、并入同时指定`,
  'acts-after-end': (at) => `动作“${at}”在事项结束之后仍可执行，只有“重新办理”可以`,
}

/** In plain Chinese; what is wrong in a condition says so itself. */
export function workflowFaultText({ code, at = '', text }: WorkflowFault): string {
  return text ?? texts[code]?.(at) ?? code
}
