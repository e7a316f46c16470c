import { differences, type Leaf } from '#core/event/difference.ts'
import { fieldTexts, stateTexts } from './event-field-texts.zh.ts'

/** What entries of the log say was done. What is not named here cannot be recorded: it does not compile. */
export const actionTexts = {
  'document-uploaded': '上传文件',
  'document-read': '读取文件',
  'document-refused': '未能读取文件',
  'draft-audited': '重新体检',
  'draft-discarded': '搁置草稿',
  'draft-published': '发布规划',
  'item-accepted': '采纳条目',
  'item-rejected': '剔除条目',
  'item-restored': '恢复原读取',
  'item-corrected': '更正条目',
  'item-added': '添加条目',
  'meta-corrected': '更正文件信息',
  'finding-known': '意见标为已知悉',
  'finding-dismissed': '意见标为不是问题',
  'finding-reopened': '重新打开意见',
  'path-chosen': '选择目标路径',
  'own-path-set': '修改目标路径',
  'forecast-said': '填写人工预测',
  'forecast-withdrawn': '撤回人工预测',
  'target-accounted': '说明目标进展',
  'target-judged': '判定目标灯号',
  'judgement-added': '添加预测修正',
  'judgement-withdrawn': '撤回预测修正',
  'lamp-rule-set': '修改亮灯规则',
  'analysis-template-set': '修改分析模板',
  'warning-rule-set': '修改预警规则',
  'warning-judged': '评判预警',
  'warning-handed-over': '预警转为事项',
  'warning-missed': '登记漏报',
  'signed-in': '登录',
  'signed-out': '退出',
  'sign-in-refused': '登录失败',
  'invitation-refused': '凭邀请码进入失败',
  'session-ended': '结束一处登录',
  'region-chosen': '切换地区',
  'password-changed': '修改密码',
  'second-factor-set': '启用两步登录',
  'second-factor-removed': '停用两步登录',
  'first-account-made': '建立初始账号',
  'invitation-accepted': '启用账号',
  'user-invited': '新增用户',
  'user-disabled': '停用账号',
  'user-enabled': '恢复账号',
  'recovery-begun': '重置账号',
  'recovery-confirmed': '确认重置',
  'identity-told': '统一认证首次登录',
  'identity-refused': '统一认证登录被拒',
  'identity-linked': '关联统一认证身份',
  'identity-confirmed': '确认统一认证身份',
  'identity-unlinked': '解除统一认证身份',
  'role-granted': '授予角色',
  'role-taken-away': '收回角色',
  'indicator-defined': '定义指标',
  'figures-recorded': '录入或更正数据',
  'figures-withdrawn': '撤回数据',
  'figures-seen': '查看单个企业数据',
  'target-bound': '确认目标的衡量指标',
  'figure-file-uploaded': '上传数据文件',
  'figures-imported': '导入数据',
  'figure-import-undone': '撤销数据导入',
  'figure-import-discarded': '搁置数据文件',
  'sheet-layout-confirmed': '确认表样',
  'sheet-layout-forgotten': '删除表样',
  'api-key-made': '新建接口密钥',
  'api-key-revoked': '停用接口密钥',
  'job-retried': '重试失败任务',
  'job-discarded': '放弃失败任务',
  'schedule-run': '立即执行计划',
  'log-exported': '导出操作日志',
  'backup-taken': '下载备份',
  'organisation-added': '新增单位',
  'organisation-passed-on': '单位职能转入',
  'organisation-renamed': '单位更名',
  'organisation-moved': '单位调整隶属',
  'organisation-described': '修改单位信息',
  'organisation-abolished': '撤销单位',
  'organisation-merged': '单位合并',
  'organisation-restored': '恢复单位',
  'matter-raised': '提出事项',
  'matter-acted': '办理事项',
  'matter-signalled': '更新事项灯号或督办单',
  'matter-evidence-added': '提交佐证',
  'matter-evidence-withdrawn': '撤回佐证',
  'matter-commented': '事项留言',
  'meeting-planned': '安排会议',
  'meeting-written': '记录会议',
  'meeting-closed': '会议议定事项转办',
  'matter-scheme-decided': '督办规则启用或停用',
  'matter-kind-decided': '事项类别启用或停用',
  'matter-workflow-decided': '办理流程启用或停用',
  'calendar-changed': '调整工作日历',
  'webhook-added': '新增推送地址',
  'webhook-changed': '修改推送地址',
  'webhook-resent': '重新推送',
  'webhook-removed': '移除推送地址',
  'enterprise-added': '新增企业',
  'enterprise-changed': '修改企业信息',
  'enterprise-closed': '企业停业注销',
  'enterprise-merged': '企业并入其他企业',
  'enterprise-took-in': '并入一家企业',
  'enterprise-split-off': '由其他企业分立',
  'enterprise-restored': '恢复企业',
  'enterprise-gave-back': '撤回并入的企业',
  'enterprise-seen': '查看企业',
  'enterprise-figures-seen': '查看企业数据',
  'project-added': '新增项目',
  'project-changed': '修改项目',
  'form-defined': '制定或修改报表',
  'round-opened': '布置报表',
  'report-saved': '填报',
  'report-imported': '导入填报模板',
  'report-submitted': '报送报表',
  'report-passed': '审核通过报表',
  'report-returned': '退回报表',
  'report-accepted': '接收报表',
  'report-reopened': '允许更正已接收报表',
  'report-estimated': '估算缺报数据',
  'report-seen': '查看企业报表',
  'reports-reminded': '催报',
  'burden-cap-set': '设置填报负担上限',
  'reminders-set': '设置催报规则',
} as const

/** A stable code of something that is recorded, e.g. `item-corrected`. */
export type EventAction = keyof typeof actionTexts

/** The kinds of things entries are about. */
export const entityTexts: Readonly<Record<string, string>> = {
  document: '文件',
  draft: '草稿',
  finding: '体检意见',
  task: '任务',
  project: '项目',
  industry: '产业',
  park: '园区',
  plan: '规划',
  target: '目标',
  indicator: '指标',
  figure: '数据',
  'figure-import': '数据文件',
  'sheet-layout': '表样',
  report: '报表',
  form: '报表制度',
  round: '报表布置',
  'burden-cap': '填报负担上限',
  'reminder-rule': '催报规则',
  'api-key': '接口密钥',
  user: '账号',
  session: '登录',
  grant: '授权',
  'external-identity': '统一认证账号',
  job: '系统任务',
  organisation: '单位',
  enterprise: '企业',
  matter: '事项',
  warning: '预警',
  'warning-rule': '预警规则',
  'lamp-rule': '亮灯规则',
  'analysis-template': '分析模板',
  judgement: '预测修正',
  'said-forecast': '人工预测',
  meeting: '会议',
  scheme: '督办规则',
  'matter-kind': '事项类别',
  'matter-workflow': '办理流程',
  calendar: '工作日历',
  webhook: '推送地址',
}

export function actionText(action: string): string {
  const texts: Readonly<Record<string, string>> = actionTexts
  return texts[action] ?? action
}

export function entityText(kind: string): string {
  return entityTexts[kind] ?? kind
}

/** `阶段目标 › 第1项 › 数值`. */
export function pathText(path: readonly string[]): string {
  return path
    .map((name) => (/^\d+$/.test(name) ? `第${name}项` : (fieldTexts[name] ?? name)))
    .join(' › ')
}

export function valueText(value: Leaf): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  return typeof value === 'number' ? String(value) : (stateTexts[value] ?? value)
}

/** What changed, a line a field: `状态：正常 → 已停用`. */
export function changeLines(before: unknown, after: unknown): readonly string[] {
  return differences(before, after).map(({ path, before: was, after: is }) => {
    const name = path.length === 0 ? '' : `${pathText(path)}：`
    if (was === undefined) return `${name}${valueText(is ?? '')}`
    if (is === undefined) return `${name}${valueText(was)} → （无）`
    return `${name}${valueText(was)} → ${valueText(is)}`
  })
}
