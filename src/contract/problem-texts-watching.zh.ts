import type { Problem } from './problem.ts'

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
  'indicator-not-summed': () =>
    '这个指标不能由成员相加得出，无法分解拉动。请改选产值、营收等总量指标。',
  'lamp-rule-unread': (notice) =>
    `亮灯条件不能识别：${detailText(notice)}。请改正后再保存，原规则仍在执行。`,
  'template-unread': (notice) =>
    `模板有不能识别的地方：${detailText(notice)}。请改正后再保存，原模板仍在使用。`,
  'pdf-needs-libreoffice': () =>
    '服务器没有安装 LibreOffice，不能直接生成 PDF。请下载网页稿，用浏览器打印为 PDF；或下载 Word 稿后另存。',
  'missed-other-subject': () => '这条规则不看这类对象，请改选对象或另一条规则。',
  'missed-was-told': () => '规则当时已经预警，不算漏报。请到预警清单中评判那一条。',
  'missed-known': () => '同一对象、同一期间的漏报已经登记过。',
}
