/** A contradiction found by hand in one of the five plans, or between two of them. Figures only. */
export interface Expected {
  /** One document, or the two that contradict each other. */
  readonly documents: readonly string[]
  /** Rules that name it rightly. */
  readonly rules: readonly string[]
  /** Words and figures that its finding must hold in message, arithmetic or quotes. */
  readonly about: readonly string[]
  /** `questionable`: rounding or scope may explain it, so that no more than a question is due. */
  readonly judgement: 'true' | 'questionable'
}

const [dianjiang, qianjiang, action, tongliang, yongchuan] = [
  'dianjiang-2021-2025',
  'qianjiang-2021-2025',
  'qianjiang-action-2022',
  'tongliang-2021-2025',
  'yongchuan-2021-2025-rev',
] as const

const growth = ['growth-mismatch']
const period = ['growth-period-as-yearly']
const bases = ['conflicting-bases']
const targets = ['conflicting-targets']
const counts = ['count-mismatch']
const ratio = ['ratio-mismatch']
const open = ['task-deadline-open']
const leads = ['task-lead-multiple']
const words = ['unmeasurable']
const required = ['required-growth']
const missing = ['base-missing']

function real(document: string, rules: readonly string[], ...about: readonly string[]): Expected {
  return { documents: [document], rules, about, judgement: 'true' }
}

function perhaps(
  document: string,
  rules: readonly string[],
  ...about: readonly string[]
): Expected {
  return { documents: [document], rules, about, judgement: 'questionable' }
}

export const expected: readonly Expected[] = [
  real(dianjiang, growth, '劳动生产率', '43', '38.3', '0.6'),
  real(dianjiang, ['direction-reversed'], '劳动生产率', '43', '38.3'),
  real(dianjiang, ['direction-reversed'], '利润率', '8.2', '6'),
  real(dianjiang, growth, '研发机构', '135', '150%'),
  real(dianjiang, growth, '研发机构', '303', '150%'),
  real(dianjiang, ['share-out-of-range'], '研发机构', '135', '303'),
  real(dianjiang, ['unit-mismatch'], '研发机构', '135', '303'),
  real(dianjiang, growth, '创新平台', '(8 ÷ 4)', '50%'),
  real(dianjiang, growth, '创新平台', '(18 ÷ 8)', '55%'),
  real(dianjiang, period, '普及率', '34.05', '30%'),
  real(dianjiang, period, '普及率', '47.6', '40%'),
  real(dianjiang, period, '数控化率', '61.2', '5%'),
  real(dianjiang, period, '数控化率', '66.1', '8%'),
  real(dianjiang, ratio, '研发投入强度', '0.7', '1.6'),
  real(dianjiang, bases, '研发投入', '2.5', '2.9'),
  real(dianjiang, bases, '研发投入强度', '0.7', '2.0'),
  real(dianjiang, bases, '研发机构', '40', '31'),
  real(dianjiang, targets, 'LNG', '80', '90'),
  real(dianjiang, counts, '六大', '6 ≠ 7'),
  real(dianjiang, counts, '五大', '5 ≠ 6'),
  real(dianjiang, counts, '三个方面', '3 ≠ 4'),
  real(dianjiang, required, '155.9', '400', '4.5'),
  perhaps(dianjiang, missing, '能耗下降率', '水耗下降率'),
  perhaps(dianjiang, ['segments-mismatch'], '450', '400'),
  perhaps(dianjiang, ['segments-mismatch', 'conflicting-targets'], '285', '275'),
  perhaps(dianjiang, growth, '劳动生产率', '40', '0.6'),
  perhaps(dianjiang, ['double-negative'], '能耗下降率', '-10'),
  perhaps(dianjiang, ['double-negative'], '水耗下降率', '-12'),

  real(qianjiang, targets, '发明专利', '2.5', '5'),
  real(qianjiang, growth, '增加值', '71.89', '120', '8%'),
  real(qianjiang, ['implied-ratio-shift'], '71.89', '109.43', '120', '350'),
  real(qianjiang, required, '109.43', '350', '5.4'),
  real(qianjiang, counts, '九大', '9 ≠ 8'),
  real(qianjiang, missing, '普及率', '数控化率'),
  real(qianjiang, ['target-already-met'], '综合利用率', '95'),

  real(action, targets, '研发机构', '100', '120'),
  real(action, ['task-lead-responsible'], '任务3'),
  real(action, open, '任务3'),
  real(action, open, '任务11'),
  real(action, open, '任务13'),
  real(action, open, '任务15'),
  real(action, leads, '任务15'),
  real(action, leads, '区科技局', '区经济信息委'),
  real(action, leads, '区委办', '区政府办'),
  real(action, leads, '管委会', '区财政局'),
  real(action, leads, '区委宣传部', '区委组织部'),
  real(action, ['task-deadline-missing'], '12项'),
  real(action, missing, '龙头企业', '链主企业'),

  {
    documents: [qianjiang, action],
    rules: targets,
    about: ['发明专利', '2.5', '5'],
    judgement: 'true',
  },
  {
    documents: [qianjiang, action],
    rules: targets,
    about: ['研发机构', '100', '120'],
    judgement: 'true',
  },
  {
    documents: [qianjiang, action],
    rules: targets,
    about: ['综合利用率', '95', '96'],
    judgement: 'true',
  },
  {
    documents: [qianjiang, action],
    rules: bases,
    about: ['高新技术企业', '37', '22'],
    judgement: 'questionable',
  },
  {
    documents: [qianjiang, action],
    rules: targets,
    about: ['高新技术企业', '80', '50'],
    judgement: 'questionable',
  },

  real(tongliang, growth, '308.2', '661.02', '17.17'),
  real(tongliang, growth, '272.4', '353.86', '8.06'),
  real(tongliang, growth, '123.24', '219.93', '12.37'),
  real(tongliang, growth, '28530', '42449', '8.28'),
  real(tongliang, growth, '13474', '21127', '9.2'),
  real(tongliang, ['text-table-mismatch'], '工业比重', '64.5', '70'),
  real(tongliang, ['text-table-mismatch'], '逐年上升'),
  real(tongliang, ratio, '2017', '29.45', '29.21'),
  real(tongliang, ratio, '2018', '55.7', '55.37'),
  real(tongliang, ratio, '2019', '7.2', '7.8'),
  real(tongliang, ['unit-mismatch'], '能耗', '%'),
  real(tongliang, words, '能耗'),
  real(tongliang, words, '二氧化碳'),
  real(tongliang, words, '污染物'),
  real(tongliang, required, '606.24', '2000'),
  real(tongliang, required, '27.77', '500'),
  real(tongliang, required, '93.98', '700'),
  real(tongliang, missing, '工业总产值'),
  perhaps(tongliang, ['growth-price-basis'], '工业增加值', '24.63'),
  perhaps(tongliang, ['growth-price-basis', 'growth-mismatch'], '固定资产投资', '175', '128.18'),
  perhaps(tongliang, ratio, '8.69'),

  real(yongchuan, growth, '研发投入', '32.4', '19.9'),
  real(yongchuan, growth, '研发投入', '66', '25.4'),
  real(yongchuan, ['part-exceeds-whole'], '490', '514.8'),
  real(yongchuan, ['part-exceeds-whole'], '5.81', '6'),
  real(yongchuan, ['segments-mismatch'], '3500', '3000'),
  real(yongchuan, targets, '汽车摩托车', '1100', '1300'),
  perhaps(yongchuan, growth, '增加值率', '29.8', '0.32'),
  perhaps(yongchuan, growth, '研发投入强度', '2.2', '0.12'),
  perhaps(yongchuan, ['share-out-of-range'], '两化融合', '110'),
  perhaps(yongchuan, ratio, '增加值率', '28', '32.23'),
  perhaps(yongchuan, ['double-negative'], '水耗下降率', '-18.9'),
]
