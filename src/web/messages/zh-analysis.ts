/** The month's analysis and what changed between two days. */
export const analysis = {
  analysis: {
    title: '运行分析',
    note: '由数据和规则写成的初稿，句子按统计用语，每个数字都可点开来处。下载后在 Word 或 WPS 中修改、签发。',
    download: '下载 Word 稿',
    asOf: '按 {day} 所知写成',
    none: '还没有可以写成分析的数据',
    noneHint: '导入当月统计表或审核企业报表后再来。',
    source: '查看来处',
    quarter: '季度',
    year: '年度',
    month: '月度',
    missing: '（缺数）表示该项数据尚未入库，未作估计。',
  },
} as const
