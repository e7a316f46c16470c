import type { Problem } from '../problem.ts'

function detailText({ detail }: { readonly detail?: Problem['detail'] }): string {
  const text =
    typeof detail === 'object' && detail !== null && 'text' in detail ? detail.text : undefined
  return typeof text === 'string' ? text : ''
}

/** Why something about lamps, warnings and outlooks cannot be done. */
export const watchingTexts: Readonly<
  Record<string, (notice: { readonly detail?: Problem['detail'] }) => string>
> = {
  'warning-rule-unread': (notice) =>
    `预警条件不能识别：${detailText(notice)}。请改正后再保存，原规则仍在执行。`,
  'sum-of-few': () =>
    '不足三家企业的汇总会透露单家企业的数据，只有这些企业所属的单位和全区岗位可以查看。',
  'indicator-not-summed': () =>
    '这个指标不能由成员相加得出，无法分解拉动。请改选产值、营收等总量指标。',
  'lamp-rule-unread': (notice) =>
    `亮灯条件不能识别：${detailText(notice)}。请改正后再保存，原规则仍在执行。`,
  'own-point-twice': (notice) => `${detailText(notice)}填了两次，请只留一个。`,
  'own-point-at-milestone': (notice) =>
    `${detailText(notice)}是规划自己的阶段目标，不能改。要调整请走规划修订。`,
  'own-point-outside': (notice) => `${detailText(notice)}不在规划期内，请改填规划期内的期间。`,
  'own-point-unmeasured': (notice) =>
    `${detailText(notice)}不是这个目标的数据期，请按它的月份、季度或年份填写。`,
  'forecast-too-late': () => '这一期的数据已经有了，不能再作预测。请选以后的期间。',
  'template-unread': (notice) =>
    `模板有不能识别的地方：${detailText(notice)}。请改正后再保存，原模板仍在使用。`,
  'pdf-needs-libreoffice': () =>
    '服务器没有安装 LibreOffice，不能直接生成 PDF。请下载网页稿，用浏览器打印为 PDF；或下载 Word 稿后另存。',
  'missed-other-subject': () => '这条规则不看这类对象，请改选对象或另一条规则。',
  'missed-was-told': () => '规则当时已经预警，不算漏报。请到预警清单中评判那一条。',
  'missed-known': () => '同一对象、同一期间的漏报已经登记过。',
}
