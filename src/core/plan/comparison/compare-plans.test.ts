import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Citation } from '../../document/citation.ts'
import { alignPlans } from './align-plans.ts'
import { comparePlans } from './compare-plans.ts'
import type { Plan, Target, Task } from '../plan.ts'
import type { PlanChange } from './plan-change.ts'

const citation: Citation = { start: 0, end: 0, quote: '', where: 'prose' }

/** `规上工业总产值 亿元 2025=350` or `绿色工厂@化工园区 家 2023=3 2025=8`. */
function target(drawing: string): Target {
  const [name = '', unit = '', ...years] = drawing.split(' ')
  const [indicator = '', scope] = name.split('@')
  return {
    indicator,
    unit,
    ...(scope && { scope: { kind: 'park', name: scope } }),
    milestones: years.map((text) => {
      const [year, value] = text.split('=')
      return { year: Number(year), value: Number(value), unit, op: '=', kind: 'level', text }
    }),
    growth: [],
    citation,
  }
}

/** `推进数字化改造 | 甲局 | 乙局、丙局 | 2023年`. */
function task(drawing: string): Task {
  const [text = '', lead = '', responsible = '', deadline] = drawing.split(' | ')
  return {
    text,
    lead: lead.split('、').filter(Boolean),
    responsible: responsible.split('、').filter(Boolean),
    ...(deadline && { deadline: { text: deadline } }),
    citation,
  }
}

function plan(items: Partial<Plan>): Plan {
  return {
    title: '规划',
    supersedes: [],
    region: { name: '某县' },
    period: { start: 2021, end: 2025 },
    targets: [],
    tasks: [],
    projects: [],
    industries: [],
    parks: [],
    enterprises: [],
    ...items,
  }
}

function drawn(changes: readonly PlanChange[]): string[] {
  return changes.map((change) => {
    switch (change.status) {
      case 'added':
        return `+ ${nameOf(change.after)}`
      case 'dropped':
        return `- ${nameOf(change.before)}`
      case 'unchanged':
        return `= ${nameOf(change.after)}`
      case 'changed':
        return `~ ${nameOf(change.before)} → ${nameOf(change.after)}: ${change.fields
          .map(
            ({ field, year = '', before = '无', after = '无' }) =>
              `${field}${year} ${String(before)} → ${String(after)}`,
          )
          .join('; ')}`
    }
  })
}

function nameOf(item: object): string {
  if ('indicator' in item) return String(item.indicator)
  return 'text' in item ? String(item.text) : ''
}

test('[P5] a target keeps its identity when its wording, figure or bound changes', () => {
  const before = plan({
    targets: [
      target('规模以上工业总产值 亿元 2025=350'),
      target('规模以上工业增加值 亿元 2025=120'),
      target('绿色工厂 家 2025=4'),
      target('绿色园区 个 2025=1'),
    ],
  })
  const after = plan({
    targets: [
      target('绿色工厂数量 家 2025=6'),
      target('规上工业增加值 亿元 2025=120'),
      target('规上工业总产值 亿元 2025=400'),
      target('工业投资增速 % 2025=8'),
    ],
  })
  expect(drawn(comparePlans(before, after))).toEqual([
    '~ 绿色工厂 → 绿色工厂数量: indicator 绿色工厂 → 绿色工厂数量; milestone-value2025 4 → 6',
    '~ 规模以上工业增加值 → 规上工业增加值: indicator 规模以上工业增加值 → 规上工业增加值',
    '~ 规模以上工业总产值 → 规上工业总产值: indicator 规模以上工业总产值 → 规上工业总产值; milestone-value2025 350 → 400',
    '+ 工业投资增速',
    '- 绿色园区',
  ])
})

test('the same indicator of another park is another target', () => {
  const changes = comparePlans(
    plan({ targets: [target('产值@东城园区 亿元 2025=30')] }),
    plan({ targets: [target('产值@西山化工区 亿元 2025=30')] }),
  )
  expect(drawn(changes)).toEqual(['+ 产值', '- 产值'])
})

test('a sum is not its rate, though the words are nearly the same', () => {
  const changes = comparePlans(
    plan({ targets: [target('规模以上工业增加值 亿元 2025=120')] }),
    plan({ targets: [target('规模以上工业增加值率 % 2025=29')] }),
  )
  expect(drawn(changes)).toEqual(['+ 规模以上工业增加值率', '- 规模以上工业增加值'])
})

test('[P5] pairs are chosen together, not first come first served', () => {
  const before = plan({ tasks: [task('推进企业数字化改造升级'), task('推进企业数字化改造')] })
  const after = plan({
    tasks: [task('推进企业数字化改造 | 甲局'), task('推进企业数字化改造升级工程')],
  })
  expect(drawn(comparePlans(before, after))).toEqual([
    '~ 推进企业数字化改造 → 推进企业数字化改造: lead 无 → 甲局',
    '~ 推进企业数字化改造升级 → 推进企业数字化改造升级工程: text 推进企业数字化改造升级 → 推进企业数字化改造升级工程',
  ])
})

test('the order of responsible units is no change, another lead or deadline is', () => {
  const before = plan({ tasks: [task('培育龙头企业 | 甲局 | 乙局、丙局 | 2023年')] })
  const after = plan({ tasks: [task('培育龙头企业 | 丁局 | 丙局、乙局 | 长期')] })
  expect(drawn(comparePlans(before, after))).toEqual([
    '~ 培育龙头企业 → 培育龙头企业: lead 甲局 → 丁局; deadline 2023年 → 长期',
  ])
})

const names = ['工业总产值', '工业增加值', '工业投资', '绿色工厂', '绿色园区', '研发投入强度']
const someTarget = fc
  .tuple(
    fc.constantFrom(...names),
    fc.constantFrom('规模以上', '规上', ''),
    fc.constantFrom('亿元', '%'),
    fc.integer({ min: 1, max: 3 }),
  )
  .map(([name, prefix, unit, value]) => target(`${prefix}${name} ${unit} 2025=${value}`))
const someTask = fc
  .tuple(fc.constantFrom(...names), fc.constantFrom('甲局', '乙委'))
  .map(([name, unit]) => task(`推进${name}提升 | ${unit}`))
const somePlan = fc
  .record({
    targets: fc.array(someTarget, { maxLength: 8 }),
    tasks: fc.array(someTask, { maxLength: 5 }),
  })
  .map(plan)

test('a plan held against itself has no change', () => {
  fc.assert(
    fc.property(somePlan, (same) => {
      expect(new Set(comparePlans(same, same).map(({ status }) => status))).toEqual(
        new Set(same.targets.length + same.tasks.length > 0 ? ['unchanged'] : []),
      )
    }),
  )
})

function plain(change: PlanChange): string {
  const { kind, status } = change
  const { before, after, fields } = sidesOf(change)
  return JSON.stringify([kind, status, before, after, fields])
}

function mirrored(change: PlanChange): string {
  const { before, after, fields } = sidesOf(change)
  const status = { added: 'dropped', dropped: 'added', changed: 'changed', unchanged: 'unchanged' }
  return JSON.stringify([change.kind, status[change.status], after, before, fields])
}

function sidesOf(change: PlanChange) {
  return {
    before: 'before' in change ? change.before : null,
    after: 'after' in change ? change.after : null,
    fields: 'fields' in change ? change.fields.map(({ field }) => field).toSorted() : [],
  }
}

test('seen from the other side, what was added is dropped and each change runs backwards', () => {
  fc.assert(
    fc.property(somePlan, somePlan, (left, right) => {
      expect(comparePlans(left, right).map(mirrored).toSorted()).toEqual(
        comparePlans(right, left).map(plain).toSorted(),
      )
    }),
  )
})

test('plans of several regions stand side by side by indicator', () => {
  const rows = alignPlans([
    plan({ targets: [target('规模以上工业总产值 亿元 2025=350'), target('绿色工厂 家 2025=4')] }),
    plan({ targets: [target('绿色工厂数量 个 2025=9'), target('上云企业 户 2025=80')] }),
    plan({ targets: [target('规上工业总产值 亿元 2025=900')] }),
  ])
  expect(
    rows.map(({ indicator, targets }) => [
      indicator,
      ...targets.map((t) => t?.milestones[0]?.value),
    ]),
  ).toEqual([
    ['规模以上工业总产值', 350, undefined, 900],
    ['绿色工厂', 4, 9, undefined],
    ['上云企业', undefined, 80, undefined],
  ])
})
