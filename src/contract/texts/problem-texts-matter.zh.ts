import { MatterRefusal } from '../matter-act.ts'
import type { Notice } from '../problem.ts'
import { WorkflowFault, workflowFaultText } from './workflow-fault-texts.zh.ts'
import * as z from 'zod'

const KindFault = z.object({ step: z.string().optional() })
const UsedBy = z.object({ kind: z.string().optional(), state: z.string().optional() })
const BrokenScheme = z.object({
  scheme: z.string(),
  faults: z.array(z.object({ text: z.string() })),
})

/** Why something cannot be done with a matter, a meeting, a rule or a webhook, for who wants to do it. */
export const matterTexts: Readonly<Record<string, (notice: Notice) => string>> = {
  'matter-refused': ({ detail }) => refusalText(detail),
  'matter-kind-unknown': () => '没有这类事项。请刷新页面后重新选择。',
  'matter-over': () =>
    '事项已经结束，不能再提交。您填写的内容没有丢失，如需继续办理请联系督查单位重新办理。',
  'matter-proven': () => '事项已进入复核之后的环节，佐证不能撤回。',
  'matter-into-unknown': () => '要并入的事项不存在。请重新选择。',
  'matter-into-ended': () => '要并入的事项已经结束。请选择仍在办理的事项。',
  'matter-person-unknown': () => '提到的人不在本地区。请从列表中选择。',
  'evidence-type': () =>
    '这类文件不能作为佐证。请提交 PDF、Word、Excel、PPT、OFD、图片（png、jpg）或文本文件。',
  'evidence-name': () =>
    '文件扩展名与内容不符，不能作为佐证。请用原软件打开核对，另存为正确的格式后提交。',
  'evidence-macros': () => '文件带有宏，不能作为佐证。请另存为不带宏的格式后提交。',
  'evidence-withdrawn': () => '这份佐证已撤回。',
  'kind-faulty': ({ detail }) => {
    const step = KindFault.safeParse(detail).data?.step
    return step === undefined
      ? '所选办理流程不存在或已停用。请选择现有流程。'
      : `节点“${step}”重复。每个节点的名称和代码都不能相同。`
  },
  'workflow-faulty': ({ detail }) => {
    const { data = [] } = z.array(WorkflowFault).safeParse(detail)
    return data.length === 0
      ? '办理流程有误，没有启用。'
      : `办理流程有误，没有启用：${data.map(workflowFaultText).join('；')}。`
  },
  'workflow-used': ({ detail }) =>
    `还有事项类别（${UsedBy.safeParse(detail).data?.kind ?? '…'}）使用这个流程，不能停用。请先为该类别改选流程。`,
  'workflow-state-used': ({ detail }) =>
    `还有事项处在环节“${UsedBy.safeParse(detail).data?.state ?? '…'}”，不能删去这个环节。`,
  'scheme-broken': ({ detail }) => {
    const { data } = BrokenScheme.safeParse(detail)
    const reason = data?.faults.map(({ text }) => text).join('；') ?? ''
    return `修改后，正在使用的督办规则“${data?.scheme ?? ''}”无法执行（${reason}），没有保存。请先调整该规则。`
  },
  'scheme-faulty': () => '督办规则有误，没有启用。请按提示逐处修改。',
  'meeting-closed': () => '会议已办结，议定事项已转为督办事项，不能再修改。',
  'meeting-unit-abolished': () => '议定事项的牵头单位已撤销。请改为现有单位。',
  'meeting-day-passed': () => '议定事项的完成时限已过。请调整日期。',
  'webhook-own-machine': () => '推送地址指向本机，不能使用。请填写对方系统的地址。',
  'webhook-paused': () => '这个推送地址已暂停。请先恢复推送再测试。',
  'webhook-not-taken': () => '对方系统没有接收。请检查地址和对方系统是否正常。',
}

function refusalText(detail: unknown): string {
  const { data: refusal } = MatterRefusal.safeParse(detail)
  if (!refusal) return '按流程不能这样办理。请刷新后查看。'
  const { code, guard, input, figure, otherwise } = refusal
  if (code === 'condition') return `${otherwise ?? '办理条件还不具备'}，不能这样办理。`
  if (code === 'guard' && figure) {
    const { bound, indicatorName, unit, value } = figure
    const sign = { '>=': '不低于', '<=': '不高于', '=': '等于' }[bound.op]
    const now = value === undefined ? '尚无数据' : `现为${value}${unit}`
    return `“${indicatorName}”（${bound.period}）应${sign}${bound.value}${unit}，${now}，不能办结，可转为待核。`
  }
  if (code === 'guard') return guardTexts[guard ?? ''] ?? '办理条件还不具备。'
  if (code === 'input-missing') return inputTexts[input ?? ''] ?? '还有内容没有填写。'
  return refusalTexts[code] ?? '按流程不能这样办理。请刷新后查看。'
}

const refusalTexts: Readonly<Record<string, string>> = {
  'unknown-action': '流程中没有这个动作。请刷新页面。',
  'wrong-state': '事项已不在可以这样办理的环节。请刷新后查看。',
  'wrong-party': '这一步不由您所在的单位办理。',
  'input-not-taken': '填写的内容与这个动作无关。请刷新页面后重新填写。',
  'day-passed': '日期已过。请选择今天或以后的日期。',
  'unit-abolished': '所选单位已撤销或不存在。请改选现有单位。',
  'same-lead': '所选单位已经是牵头单位。',
  'unknown-step': '没有这个节点。请刷新页面。',
  'into-itself': '事项不能并入自己。',
  'too-few-parts': '拆分至少要有两项，每项一个牵头单位。',
  'progress-out-of-range': '进度应在 0 到 100 之间。',
}

const guardTexts: Readonly<Record<string, string>> = {
  'lead-named': '还没有明确牵头单位。',
  'time-named': '还没有明确办结时限；长期任务请选择复查周期。',
  'evidence-given': '还没有佐证。请先提交文件、链接或文字说明。',
  'steps-done': '还有节点没有完成。',
  'parts-done': '还有分项事项没有办结。请先办结各分项，或撤销不再需要的。',
  'figure-agrees': '绑定的指标数据未达到要求，不能办结，可转为待核。',
  'figure-differs': '绑定的指标数据已达到要求，可直接同意办结。',
  'is-long': '有办结时限的事项不需要复查。',
  'extension-asked': '没有待批的延期申请。',
  'no-extension-asked': '已有一份延期申请在等待批准。',
}

const inputTexts: Readonly<Record<string, string>> = {
  words: '请填写说明。',
  lead: '请选择牵头单位。',
  due: '请选择日期。',
  progress: '请填写进度。',
  evidence: '请提交佐证。',
  quality: '请评定质量。',
  step: '请选择节点。',
  into: '请选择要并入的事项。',
  parts: '请填写拆分后的各项。',
}
