import { expect, test } from 'vitest'
import { deadlineOf } from './deadline.ts'
import { responsibilityIn } from './responsibility.ts'
import { unitsIn } from './unit-list.ts'

/** `lead | responsible | deadline`. */
function drawn(clause: string): string {
  const found = responsibilityIn(clause)
  if (!found) return '无'
  const { lead, responsible, deadline } = found
  return `${lead.join(' ')} | ${responsible.join(' ')}${deadline ? ` | ${deadline.text}` : ''}`
}

test.each([
  ['牵头单位：区发改委；配合单位：区经信委、区商务委', '区发改委 | 区经信委 区商务委'],
  ['牵头部门：区委办、区政府办；责任部门：各级各部门', '区委办 区政府办 | 各级各部门'],
  [
    '牵头单位：市科技局，责任单位：市财政局，各县（市、区）政府',
    '市科技局 | 市财政局 各县（市、区）政府',
  ],
  ['区经济信息委牵头，区科技局、区财政局等配合', '区经济信息委 | 区科技局 区财政局'],
  ['责任单位：县工信局、县财政局，各乡镇负责', ' | 县工信局 县财政局 各乡镇'],
  ['市发展改革委、市工业和信息化局按职责分工负责', ' | 市发展改革委 市工业和信息化局'],
  ['省经信厅牵头，省发展改革委、省科技厅等按职责分工负责', '省经信厅 | 省发展改革委 省科技厅'],
  ['责任单位：市工信局牵头，市商务局配合', '市工信局 | 市商务局'],
  ['牵头单位：市教育局 责任单位：市人力资源和社会保障局', '市教育局 | 市人力资源和社会保障局'],
  [
    '主办单位：市经信局；协办单位：市统计局；完成时限：2023年6月底前',
    '市经信局 | 市统计局 | 2023年6月底前',
  ],
  [
    '责任单位：市住房和城乡建设局和市城市管理局；责任人：张某',
    ' | 市住房和城乡建设局 市城市管理局',
  ],
  ['牵头：市经信局，配合：市发改委、市统计局', '市经信局 | 市发改委 市统计局'],
  ['牵头单位 : 区经信局 配合单位 : 区发改局', '区经信局 | 区发改局'],
  ['责任科室：工业科；责任单位：县工信局', ' | 工业科 县工信局'],
  ['由市发改委牵头，会同市财政局、市税务局负责', '市发改委 | 市财政局 市税务局'],
  [
    '县财政局牵头，县政府办、县税务局配合，2027年底前完成',
    '县财政局 | 县政府办 县税务局 | 2027年底前完成',
  ],
  ['以下简称“三品”', '无'],
  ['含五个乡镇的三十家企业不在其中，下同', '无'],
])('%s', (clause, expected) => {
  expect(drawn(clause)).toBe(expected)
})

test.each([
  ['区科技局\n区财政局。', ['区科技局', '区财政局']],
  ['区经济信\n息委、正阳工业园\n区管委会', ['区经济信息委', '正阳工业园区管委会']],
  ['甲园区管委会，相关企业', ['甲园区管委会', '相关企业']],
  ['市经信局 市科技局 各县区', ['市经信局', '市科技局', '各县区']],
  ['各乡镇（街道、开发区）、县级有关部门', ['各乡镇（街道、开发区）', '县级有关部门']],
  ['——', []],
])('the units of %j', (list, units) => {
  expect(unitsIn(list)).toEqual(units)
})

test.each([
  ['2022年12月底前', 2022],
  ['2021-2025年', 2025],
  ['“十四五”期间', 2025],
  ['长期', undefined],
  ['持续推进', undefined],
  ['每年', undefined],
])('a deadline of %s falls in %s', (text, year) => {
  expect(deadlineOf(`${text}。`)).toEqual({ ...(year && { year }), text })
})

test('an empty cell is no deadline', () => {
  expect([deadlineOf(' '), deadlineOf('——')]).toEqual([undefined, undefined])
})
