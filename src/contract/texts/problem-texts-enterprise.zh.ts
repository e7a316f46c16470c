import type { Notice } from '../problem.ts'

/** Why something cannot be done in the registry of enterprises, for who wants to do it. */
export const enterpriseTexts: Readonly<Record<string, (notice: Notice) => string>> = {
  'enterprise-code-wrong': ({ detail }) => `统一社会信用代码有误：${codeProblem(detail)}。请核对。`,
  'enterprise-code-taken': ({ detail }) =>
    `这个统一社会信用代码已属于${takenBy(detail)}。请核对，或合并两条记录。`,
  'enterprise-ended': () => '该企业已停业注销或并入其他企业。如系误操作，请先恢复。',
  'enterprise-not-ended': () => '该企业正常存续，无需恢复。',
  'enterprise-into-itself': () => '企业不能并入自己。请另选企业。',
  'enterprise-place-unknown': () => '所选园区或镇街不存在。请重新选择。',
  'industry-unknown': () => '行业代码不是国民经济行业分类（GB/T 4754—2017）的小类。请重新选择。',
  'chain-place-unknown': () => '所选产业链环节不存在，或同一环节选了两次。请重新选择。',
  'tag-unknown': () => '没有这个标签。请重新选择。',
  'product-tag-unknown': () =>
    '产品不能标注这个标签。只有按占比计入的标签（如战略性新兴产业）可以标到产品。',
  'product-twice': ({ detail }) =>
    `同一产品在同一时段有两个占比：${String(fieldOf(detail, 'product'))}。请核对起止时间。`,
  'products-over-whole': ({ detail }) =>
    `${String(fieldOf(detail, 'month'))} 各产品占比合计超过 100%。请核对。`,
  'span-backwards': () => '结束时间早于开始时间。请核对。',
  'spans-overlap': () => '同一标签或在规时段有重叠。请核对起止时间。',
  'years-out-of-range': () => '年份范围不对，一次最多十年。',
  'import-twice': () => '名录中有两行选成了同一家企业。请核对。',
  'import-done': () => '这份名录已处理完毕。',
  'import-undecided': () => '还有企业没有选择处理方式。请逐条选择。',
  'import-changed': () => '名录处理期间企业有变化。请核对后重新选择。',
  'import-without-names': () =>
    '没有找到企业名称一列。请确认第一行或前几行是表头，且有“企业名称”或“单位名称”。',
  'import-too-long': () => '一份名录最多两万行。请拆分后再导入。',
}

const codeProblems: Readonly<Record<string, string>> = {
  length: '应为18位',
  character: '有不允许的字符（不使用字母I、O、S、V、Z）',
  check: '校验码不符，可能抄错一位',
  'organisation-check': '第9至17位的组织机构代码校验码不符',
}

function codeProblem(detail: unknown): string {
  return codeProblems[String(fieldOf(detail, 'problem'))] ?? '不符合编码规则'
}

function takenBy(detail: unknown): string {
  const name = fieldOf(detail, 'name')
  return typeof name === 'string' ? `“${name}”` : '另一家企业'
}

function fieldOf(detail: unknown, name: string): unknown {
  return typeof detail === 'object' && detail !== null
    ? Object.entries(detail).find(([key]) => key === name)?.[1]
    : undefined
}
