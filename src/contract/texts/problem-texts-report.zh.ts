import type { Notice } from '../problem.ts'

/** Why something cannot be done with forms and reports, for who wants to do it. */
export const reportTexts: Readonly<Record<string, (notice: Notice) => string>> = {
  'period-not-of-form': () =>
    '这张报表没有这一期。月报1月免报，2月报1—2月；季报按季度、年报按年度。请重新选择。',
  'reporters-missing': () => '请选择填报单位。',
  'reporter-one': () => '这张报表填报的是全区数据，一期只能由一个单位填报。',
  'nobody-to-ask': () => '这一期没有需要填报的对象。请核对企业在规时段、园区名单或项目建设年份。',
  'burden-over-cap': ({ detail }) =>
    `“${textOf(detail, 'name')}”本月已布置 ${textOf(detail, 'already')} 个数，再加 ${textOf(detail, 'more')} 个将超过上限 ${textOf(detail, 'cap')} 个（共 ${textOf(detail, 'reporters')} 家超限）。请精简报表；确需布置的，请写明理由。`,
  'report-not-open': () => '报表已报送，不能再填。需要更正的，请联系审核人退回。',
  'report-not-submitted': () => '报表还没有报送，不能审核。',
  'report-not-your-turn': () => '报表还不到您这一级审核。',
  'report-not-accepted': () => '报表还没有接收，无需重新打开。',
  'report-waits-for-others': () => '本表按园区汇总接收，园区内还有报表没有报送。请待报齐后接收。',
  'report-incomplete': ({ detail }) =>
    `还有 ${countOf(detail, 'cells')} 个必填数没有填。请填完后报送。`,
  'report-checks-refuse': ({ detail }) =>
    `有 ${countOf(detail, 'hits')} 处强制性审核不通过：${wordsOf(detail)}。请更正后报送。`,
  'report-unexplained': ({ detail }) =>
    `有 ${countOf(detail, 'hits')} 处核实性审核需要说明：${wordsOf(detail)}。请更正或填写说明后报送。`,
  'cell-unknown': ({ detail }) => `报表中没有“${textOf(detail, 'cell')}”这一格，或该格不由您填写。`,
  'row-class-unknown': () => '没有这个行业小类代码。请从列表中选择。',
  'row-list-unknown': () => '这张报表没有可以自列的行。',
  'row-name-missing': () => '请填写产品名称。',
  'row-unit-missing': () => '请填写产品的计量单位。',
  'row-name-taken': ({ detail }) => `“${textOf(detail, 'name')}”已经在表中，请勿重复。`,
  'row-code-taken': ({ detail }) => `“${textOf(detail, 'name')}”的代码已在表中，请勿重复。`,
  'rows-too-many': () => '自列的行最多 50 行。请合并较小的项。',
  'form-code-differs': () => '报表编码与地址中的不一致。',
  'form-wrong': ({ detail }) =>
    `报表有 ${countOf(detail, 'problems')} 处问题：${problemsOf(detail)}。请修改后保存。`,
  'template-foreign': () => '这不是从本系统下载的填报模板。请重新下载模板填写。',
  'template-other-period': ({ detail }) =>
    `模板是${textOf(detail, 'found')}的，当前报表是${textOf(detail, 'wanted')}的。请下载本期模板。`,
  'template-other-reporter': ({ detail }) =>
    `模板是“${textOf(detail, 'found')}”的，不是本单位的。请下载本单位的模板。`,
  'template-other-form': () => '模板是另一张报表的。请下载本表的模板。',
  'template-other-version': () => '报表制度已更新，模板是旧版的。请重新下载模板。',
  'template-layout-changed': ({ detail }) =>
    `模板的行或列被改动过（${textOf(detail, 'place')} 应为“${textOf(detail, 'wanted')}”，实为“${textOf(detail, 'found')}”）。请重新下载模板，只填数字格。`,
  'template-cells-wrong': ({ detail }) =>
    `有 ${countOf(detail, 'cells')} 格不能读取：${cellsOf(detail)}。请更正后重新上传，报表没有改动。`,
}

function textOf(detail: unknown, name: string): string {
  const value = fieldOf(detail, name)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function countOf(detail: unknown, name: string): number {
  const value = fieldOf(detail, name)
  return Array.isArray(value) ? value.length : 0
}

const shown = 3

function wordsOf(detail: unknown): string {
  return listOf(detail, 'hits', (one) => textOf(one, 'name'))
}

function problemsOf(detail: unknown): string {
  return listOf(detail, 'problems', (one) => `${textOf(one, 'at')} ${textOf(one, 'text')}`)
}

const cellProblems: Readonly<Record<string, string>> = {
  negative: '不能为负数',
  'words-not-figure': '不是数字',
  'error-cell': '公式出错',
  'formula-without-value': '公式没有计算结果',
  'date-not-figure': '是日期',
  'too-fine': '小数位过多',
  'unit-differs': '单位与本行不同',
  'too-long': '数字过长',
}

function cellsOf(detail: unknown): string {
  return listOf(
    detail,
    'cells',
    (one) => `${textOf(one, 'place')} ${cellProblems[textOf(one, 'why')] ?? '有误'}`,
  )
}

function listOf(detail: unknown, name: string, textOfOne: (one: unknown) => string): string {
  const value = fieldOf(detail, name)
  if (!Array.isArray(value)) return ''
  const texts = value.slice(0, shown).map(textOfOne)
  return texts.join('；') + (value.length > shown ? '等' : '')
}

function fieldOf(detail: unknown, name: string): unknown {
  return typeof detail === 'object' && detail !== null
    ? Object.entries(detail).find(([key]) => key === name)?.[1]
    : undefined
}
