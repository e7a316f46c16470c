import { phrase, type PhraseFacts, type PhraseKind } from './phrases.ts'
import { type AnalysisTemplate, indicatorsIn, readTemplateText } from './template.ts'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** `value matched/base before/base`: this period, its sample, the period before; `-` is missing. */
function facts(picture: string, more: Partial<PhraseFacts> = {}): PhraseFacts {
  const [value = '-', sample = '-', before = '-'] = picture.split(' ')
  const [matched, base] = sample.split('/')
  const [lastMatched, lastBase] = before.split('/')
  return {
    unit: '亿元',
    decimals: 1,
    isRate: false,
    ...(value !== '-' && { value }),
    ...(matched !== undefined && base !== undefined && { matched, base }),
    ...(lastMatched !== undefined &&
      lastBase !== undefined && { before: { matched: lastMatched, base: lastBase } }),
    ...more,
  }
}

test.each<[PhraseKind, string, string]>([
  ['累计值', '1234.56', '1234.6亿元'],
  ['累计值', '-', '（缺数）'],
  ['增速', '110 105/100', '增长5.0%'],
  ['增速', '5 5/-3', '扭亏为盈'],
  ['增速', '-5 -5/3', '由盈转亏'],
  ['增速', '110 -', '（缺数）'],
  ['增速变化', '105 105/100 98/100', '由降转增'],
  ['增速变化', '95 95/100 102/100', '由增转降'],
  ['增速变化', '95 95/100 92/100', '降幅收窄3.0个百分点'],
  ['增速变化', '92 92/100 95/100', '降幅扩大3.0个百分点'],
  ['增速变化', '105 105/100 103/100', '增速提高2.0个百分点'],
  ['增速变化', '103 103/100 105/100', '增速回落2.0个百分点'],
  ['增速变化', '103 103/100 103/100', '增速与上期持平'],
  ['增速变化', '103 103/-1 103/100', '增速不可比'],
])('[R5] %s of %s is %s', (kind, picture, words) => {
  expect(phrase(kind, facts(picture))).toBe(words)
})

test('[R5] the difference of two growths is that of the figures on the page', () => {
  // 5.249 % and 4.951 % are shown as 5.2 and 5.0.
  const close = facts('105.249 105.249/100 104.951/100')
  expect(phrase('增速变化', close)).toBe('增速提高0.2个百分点')
})

test('[R5] a rate moves by 百分点', () => {
  const rate = { unit: '%', isRate: true } as const
  expect(phrase('增速', facts('5.6 5.6/5.1', rate))).toBe('提高0.5个百分点')
  expect(phrase('偏差', facts('5.6 -', { ...rate, planned: '6' }))).toBe('低于规划路径0.4个百分点')
})

test('[R5] two years are averaged as factors', () => {
  const lastYear = { matched: '102.8', base: '100' }
  expect(phrase('两年平均', facts('109.6 109.6/100', { lastYear }))).toBe('两年平均增长6.1%')
})

test('[R5] the deviation is told against the path of the plan', () => {
  expect(phrase('偏差', facts('95 -', { planned: '100' }))).toBe('低于规划路径5.0%')
  expect(phrase('偏差', facts('100.01 -', { planned: '100' }))).toBe('与规划路径一致')
})

test('a sentence has text, settings and phrases', () => {
  expect(readTemplateText('{累计期间}，{地区}产值{工业.总产值.增速}。')).toEqual({
    ok: true,
    value: [
      { kind: 'setting', setting: '累计期间' },
      { kind: 'text', text: '，' },
      { kind: 'setting', setting: '地区' },
      { kind: 'text', text: '产值' },
      { kind: 'phrase', indicator: '工业.总产值', phrase: '增速' },
      { kind: 'text', text: '。' },
    ],
  })
})

test.each([
  ['产值{工业总产值.增速', 'bracket-open', 2],
  ['产值{工业总产值.涨幅}', 'phrase-unknown', 2],
  ['{月份}', 'place-unknown', 0],
])('%s is refused as %s at %i', (text, code, start) => {
  expect(readTemplateText(text)).toMatchObject({ ok: false, error: { code, start } })
})

test.each(['month', 'quarter', 'year'])('the shipped template of a %s can be read', (code) => {
  const template: AnalysisTemplate = JSON.parse(readFileSync(`data/analysis/${code}.json`, 'utf8'))
  const problems = template.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      const read = block.kind === 'text' ? readTemplateText(block.text) : undefined
      return read && !read.ok ? [read.error] : []
    }),
  )
  expect(problems).toEqual([])
  expect(indicatorsIn(template)).toContain('工业总产值')
})
