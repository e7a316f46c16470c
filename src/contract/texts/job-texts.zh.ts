/** What the program does by itself, by the kind of the job. */
export const jobTexts: Readonly<Record<string, string>> = {
  'sign-log': '签署操作日志',
  'forget-sign-ins': '清理过期的登录会话和失败记录',
  'forget-jobs': '清理已完成的任务记录',
  'complete-search-index': '补全检索索引',
  'forget-notifications': '清理已读的旧通知',
  'matters-of-day': '安排各地区更新事项灯号、督办单和提醒',
  'matters-of-region': '更新一个地区的事项灯号、督办单和提醒',
  'deliver-webhook': '向外部系统推送事项动态',
  'verify-installation': '核验日志、文件和记录',
  'demonstration-matters': '写入演示事项及其办理过程',
  'look-for-warnings': '安排各地区扫描预警',
  'look-for-warnings-in-region': '按规则扫描一个地区的预警',
  'remind-of-reports': '安排各地区催报',
  'remind-of-reports-in-region': '按催报规则提醒一个地区的填报单位',
  'prepare-demonstration': '写入演示数据',
}

/** The same by the code of a schedule. */
export const scheduleTexts: Readonly<Record<string, string>> = {
  'sign-log-hourly': '每小时签署操作日志',
  'forget-sign-ins-hourly': '每小时清理过期的登录会话和失败记录',
  'forget-jobs-daily': '每日清理任务记录',
  'complete-search-index-daily': '每日补全检索索引',
  'forget-notifications-daily': '每日清理已读的旧通知',
  'matters-daily': '每日更新事项灯号、督办单和提醒',
  'look-for-warnings-daily': '每日扫描预警',
  'remind-of-reports-daily': '每日按规则催报',
  'verify-daily': '每日核验',
}
