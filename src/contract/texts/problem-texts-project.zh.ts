import type { Notice } from '../problem.ts'

/** Why something cannot be done in the registry of projects, for who wants to do it. */
export const projectTexts: Readonly<Record<string, (notice: Notice) => string>> = {
  'project-code-wrong': () =>
    '投资项目统一代码有误：应为24位，形如2509-320193-89-01-544060。请核对，没有赋码的可留空。',
  'project-code-taken': ({ detail }) => `这个投资项目统一代码已属于${otherName(detail)}。请核对。`,
  'project-not-known-yet': () => '到这一天为止还没有登记这个项目。请选晚一些的日期，或返回当前。',
  'project-unit-unknown': () => '所选责任单位不存在。请重新选择。',
  'project-place-unknown': () => '所选园区或镇街不存在。请重新选择。',
  'project-backwards': () => '建设止期早于起期。请核对。',
  'project-year-twice': () => '同一年度的投资计划填了两次。请合并。',
  'project-list-without-names': () =>
    '没有找到项目名称和总投资两列。请确认前几行有表头，且有“项目名称”和“总投资”。',
  'project-list-too-long': () => '一份清单最多两千行。请拆分后再导入。',
  'project-list-twice': () => '清单中有两行是同一个项目。请合并后再导入。',
}

function otherName(detail: unknown): string {
  const name =
    typeof detail === 'object' && detail !== null && 'name' in detail ? detail.name : undefined
  return typeof name === 'string' ? `“${name}”` : '另一个项目'
}
