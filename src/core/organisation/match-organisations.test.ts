import type { OrganisationId } from '../id.ts'
import { organisationMatcher, surelyMeant } from './match-organisations.ts'
import type { Organisation, OrganisationKind } from './organisation.ts'
import { expect, test } from 'vitest'

/** `bureau 区科技局 = 科创局 < 区科委 2020-01-01`: kind, name, aliases, former name and when it ended. */
function drawn(lines: string): Organisation[] {
  return lines
    .trim()
    .split('\n')
    .map((line, index) => {
      const [, kind, name = '', , aliases, , former, day = ''] =
        /^(\S+) (\S+)( = (\S+))?( < (\S+) (\S+))?$/.exec(line.trim()) ?? []
      const stages = [
        ...(former === undefined ? [] : [{ from: '2000-01-01', name: former }]),
        { from: former === undefined ? '2000-01-01' : day, name },
      ]
      return {
        id: `id-${index}` as OrganisationId,
        code: `unit-${index}`,
        kind: kind as OrganisationKind,
        stages,
        aliases: aliases?.split('、') ?? [],
      }
    })
}

const district = drawn(`
  bureau 区经济信息委 < 区经济和信息化局 2019-03-01
  bureau 区发展改革委
  bureau 区市场监管局
  bureau 区规划自然资源局
  bureau 区人力社保局
  bureau 区农业农村委
  bureau 区大数据局 = 区数据局、区智慧办
  bureau 区商务局
  bureau 区教委
  park 青澜高新技术产业园管委会 = 青澜高新区
  park 云溪食品产业园管委会
  town 云溪镇
  town 南塔街道
  leading-group 区制造业高质量发展工作专班
  enterprise 澜丁食品有限公司
  enterprise 澜丁食品科技有限公司
`)
const meant = organisationMatcher({
  organisations: district,
  regionName: '青澜区',
  day: '2026-06-01',
})

function told(wording: string): string[] {
  return meant(wording).map(({ organisation, reason }) => {
    return `${organisation.stages.at(-1)?.name}: ${reason}`
  })
}

test.each([
  ['区经济信息委', '区经济信息委: name'],
  ['经济信息委', '区经济信息委: name'],
  ['青澜区经济信息委', '区经济信息委: name'],
  ['本区经济信息委', '区经济信息委: name'],
  ['区经济信息委员会', '区经济信息委: name'],
  ['区经济和信息委', '区经济信息委: name'],
  ['区经信委', '区经济信息委: abbreviation'],
  ['经信委', '区经济信息委: abbreviation'],
  ['青澜区经济和信息化委员会', '区经济信息委: abbreviation'],
  ['区经济和信息化局', '区经济信息委: other-day'],
  ['发改委', '区发展改革委: abbreviation'],
  ['区发展和改革委员会', '区发展改革委: name'],
  ['市场监管局', '区市场监管局: name'],
  ['区市场监督管理局', '区市场监管局: abbreviation'],
  ['市监局', '区市场监管局: abbreviation'],
  ['区规划和自然资源局', '区规划自然资源局: name'],
  ['规自局', '区规划自然资源局: abbreviation'],
  ['区人社局', '区人力社保局: abbreviation'],
  ['区人力资源和社会保障局', '区人力社保局: abbreviation'],
  ['区农业农村局', '区农业农村委: other-body'],
  ['区智慧办', '区大数据局: alias'],
  ['区大数据应用发展管理局', '区大数据局: abbreviation'],
  ['区教育委员会', '区教委: abbreviation'],
  ['青澜高新区', '青澜高新技术产业园管委会: alias'],
  ['青澜高新技术产业园', '青澜高新技术产业园管委会: name'],
  ['青澜高新技术产业园管理委员会', '青澜高新技术产业园管委会: name'],
  ['云溪镇人民政府', '云溪镇: name'],
  ['南塔街道办事处', '南塔街道: name'],
  ['制造业高质量发展专班', '区制造业高质量发展工作专班: name'],
  ['澜丁食品有限公司', '澜丁食品有限公司: name'],
  ['unit-11', '云溪镇: code'],
])('%s means %s', (wording, expected) => {
  expect(told(wording)).toEqual([expected])
})

test.each([
  ['市经济信息委'],
  ['县经信委'],
  ['邻区经济信息委'],
  ['区交通局'],
  ['澜丁'],
  ['区'],
  ['委'],
  [''],
])('[O4] %s means nobody here', (wording) => {
  expect(told(wording)).toEqual([])
})

test('a county reads its own level and no other', () => {
  const county = organisationMatcher({
    organisations: drawn('bureau 县发展改革局'),
    regionName: '东岭县',
    day: '2026-06-01',
  })
  expect(county('东岭县发改局')).toHaveLength(1)
  expect(county('县发改局')).toHaveLength(1)
  expect(county('区发改局')).toEqual([])
})

test('[O3] two that a wording may mean are both told, and neither is surely meant', () => {
  const two = organisationMatcher({
    organisations: drawn('bureau 区民政局\nbureau 区民族宗教局\nbureau 区民族局'),
    regionName: '青澜区',
    day: '2026-06-01',
  })
  expect(two('区民局')).toHaveLength(3)
  expect(surelyMeant(two('区民局'))).toBeUndefined()
  expect(surelyMeant(two('区民政局'))?.code).toBe('unit-0')
})

test('a body of another form is a question, not an answer', () => {
  expect(surelyMeant(meant('区农业农村局'))).toBeUndefined()
  expect(surelyMeant(meant('经信委'))?.code).toBe('unit-0')
})

test.each([
  ['各园区管委会', 2],
  ['各产业园区', 2],
  ['各镇街', 2],
  ['各镇人民政府', 2],
  ['区级有关部门', 9],
  ['区政府各部门', 9],
])('%s means all of a kind: %i', (wording, count) => {
  const matches = meant(wording)
  expect(matches).toHaveLength(count)
  expect(new Set(matches.map(({ reason }) => reason))).toEqual(new Set(['group']))
})

function amongInformation(organisations: readonly Organisation[]): string[] {
  const ground = { organisations, regionName: '青澜区', day: '2026-06-01' }
  return organisationMatcher(ground)('区信息化局').map(({ organisation }) => organisation.code)
}

test('who ended comes after who is there, and is still known by name', () => {
  const [old, next] = drawn('bureau 区信息化局\nbureau 区信息化局')
  if (!old || !next) throw new Error('two units were drawn')
  const ended = { ...old, to: '2019-12-31' }
  expect(amongInformation([ended, next])).toEqual(['unit-1'])
  expect(amongInformation([ended])).toEqual(['unit-0'])
})
