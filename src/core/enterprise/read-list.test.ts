import { duplicateIndex, duplicatesOf } from './duplicates.ts'
import type { IndustryTree } from './industry.ts'
import { readList } from './read-list.ts'
import { expect, test } from 'vitest'

const industries: IndustryTree = new Map([
  ['3421', { code: '3421', name: '金属切削机床制造', level: 'class' }],
  ['34', { code: '34', name: '通用设备制造业', level: 'division' }],
])
const words = { industries, placeNames: new Map([['青澜高新技术产业园', 'p1']]) }
const good = '91350900587527783P'

/** A sheet of lines, cells parted by bars. */
function sheet(...lines: readonly string[]): readonly (readonly string[])[] {
  return lines.map((line) => line.split('|').map((cell) => cell.trim()))
}

test('a list is read under its head, whatever stands above and below', () => {
  const rows = readList(
    [
      sheet(
        '青澜区规模以上工业企业名录',
        '序号 | 企业名称 | 统一社会信用代码 | 行业代码 | 所属园区 | 成立时间 | 联系人 | 联系电话',
        `1 | 澜甲装备有限公司 | ${good.toLowerCase()} | C3421 | 青澜高新技术产业园 | 2011年3月4日 | 甲 | 1`,
        '合计 | 合计 | | | | | |',
      ),
    ],
    words,
  )
  expect(rows).toEqual([
    {
      line: 3,
      name: '澜甲装备有限公司',
      uscc: good,
      industry: '3421',
      place: '青澜高新技术产业园',
      placeId: 'p1',
      established: '2011-03-04',
      contact: '甲',
      phone: '1',
      doubts: [],
    },
  ])
})

test('what cannot be right is doubted cell by cell', () => {
  const rows = readList(
    [
      sheet(
        '单位名称 | 信用代码 | 行业 | 镇街 | 开业时间',
        '甲厂 | 91350900587527783Q | 9999 | 天边镇 | 去年',
        `乙厂 | ${good} | 金属切削机床制造 | | 20110304`,
        `丙厂 | ${good} | | |`,
        '丁厂 | | | |',
      ),
    ],
    words,
  )
  expect(rows?.map(({ name, doubts }) => [name, doubts.map(({ code }) => code).join(' ')])).toEqual(
    [
      ['甲厂', 'uscc-wrong industry-unknown place-unknown day-unreadable'],
      ['乙厂', ''],
      ['丙厂', 'uscc-twice'],
      ['丁厂', 'uscc-missing'],
    ],
  )
})

test('a workbook without a column of names is none', () => {
  expect(readList([sheet('产值 | 增速', '1 | 2')], words)).toBeUndefined()
})

const known = [
  { name: '青澜甲子数控机床有限公司', uscc: good, formerNames: [{ name: '青澜机床厂' }] },
  { name: '云溪(青澜)食品有限公司', formerNames: [] },
]
const index = duplicateIndex(known)

test.each([
  [{ name: '别的名字', uscc: good }, 'same-code'],
  [{ name: '青澜甲子数控机床有限公司' }, 'same-name'],
  [{ name: '青澜 机床厂' }, 'former-name'],
  [{ name: '云溪（青澜）食品有限公司' }, 'same-name'],
  [{ name: '云溪青澜食品股份有限公司' }, 'like-name'],
  [{ name: '青澜乙丑轴承有限公司' }, ''],
  // Two codes are two enterprises, however alike their names.
  [{ name: '青澜甲子数控机床厂', uscc: '91440300192317458F' }, ''],
])('%j: %s', (row, reason) => {
  expect(duplicatesOf(row, index)[0]?.reason ?? '').toBe(reason)
})
