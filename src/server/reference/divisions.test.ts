import { expect, test } from 'vitest'
import { regionOf } from '#core/plan/read-region.ts'
import { readDivisions } from './divisions.ts'

const divisions = await readDivisions()

test('every division has its six-digit code, once', () => {
  const codes = divisions.map(({ code }) => code)
  expect(codes.filter((code) => !/^\d{6}$/.test(code))).toEqual([])
  expect(new Set(codes).size).toBe(codes.length)
})

test.each([
  ['重庆市永川区人民政府', '', '重庆市永川区', '500118'],
  ['垫江县人民政府', '', '重庆市垫江县', '500231'],
  ['重庆铜梁区先进制造业规划', '', '重庆市铜梁区', '500151'],
  ['浙江省宁波市鄞州区发展和改革局', '', '浙江省宁波市鄞州区', '330212'],
  ['杭州市人民政府', '', '浙江省杭州市', '330100'],
  ['朝阳区制造业规划', '全区融入长春市和吉林省的格局', '吉林省长春市朝阳区', '220104'],
  ['广东省人民政府', '', '广东省', '440000'],
])('%s is of %s', (name, text, region, code) => {
  expect(regionOf([name], text, divisions)).toEqual({ name: region, code })
})

test('a name that several counties share has no code where nothing tells them apart', () => {
  expect(regionOf(['鼓楼区人民政府'], '全区', divisions)).toEqual({ name: '鼓楼区' })
})
