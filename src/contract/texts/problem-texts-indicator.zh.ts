import type { Notice } from '../problem.ts'

interface Refused {
  readonly problems?: readonly { readonly indicator: string; readonly text: string }[]
}

/** What is refused of indicators, figures and memberships. */
export const indicatorTexts: Readonly<Record<string, (notice: Notice) => string>> = {
  'indicator-unknown': ({ detail }) =>
    `没有这些指标：${names(detail, 'indicators')}。请先在指标库中定义。`,
  'indicator-refused': ({ detail }) => {
    const { problems = [] } = (detail ?? {}) as Refused
    return `指标未能保存。${problems.map(({ indicator, text }) => `${indicator}：${text}。`).join('')}`
  },
  'figure-twice': () => '同一个数据给了两次，没有保存任何内容。请删去一处。',
  'gap-with-value': () => '有数值的数据不能再写缺数原因。',
  'history-too-long': () => '修订次数过多，不能逐次列出。请缩短期间或减少指标。',
  'too-many-figures': () => '一次查询的数据过多。请减少主体、指标或期间。',
  'membership-twice': () => '同一主体的同一维度给了两次，没有保存任何内容。',
  'membership-overlaps': () => '同一主体在同一期间两次计入同一成员，请核对起止期间。',
  'period-reversed': () => '起始期间晚于截止期间。',
  'share-invalid': () => '份额须大于0、不超过1。',
  'target-not-measurable': () => '这个目标没有可衡量的数值。',
}

function names(detail: unknown, key: string): string {
  const list = (detail as Readonly<Record<string, unknown>> | undefined)?.[key]
  return Array.isArray(list) ? list.join('、') : ''
}
