import { expect, test } from 'vitest'
import { headingMark, ordinal } from './heading-marks.ts'

test.each<[string, string | undefined]>([
  ['第一章 发展基础', 'chapter 第一章'],
  ['第 2 章 发展基础', 'chapter 第 2 章'],
  ['第二部分 任务', 'part 第二部分'],
  ['第一节 成效', 'section 第一节'],
  ['十二、保障', 'comma 十二、'],
  ['一  总体要求', 'comma 一'],
  ['（十一）目标', 'bracket （十一）'],
  ['(一)目标', 'bracket (一)'],
  ['1.2 现状', 'decimal 1.2'],
  ['1. 现状', 'dot 1.'],
  ['1．现状', 'dot 1．'],
  ['１．现状', 'dot １．'],
  ['（１）现状', 'paren （１）'],
  ['12、现状', 'dot 12、'],
  ['（1）现状', 'paren （1）'],
  ['3）现状', 'paren 3）'],
  ['①现状', 'ring ①'],
  ['1.2亿元', undefined],
  ['2025年', undefined],
  ['一是提质', undefined],
  ['第一产业', undefined],
  ['三峡库区', undefined],
])('the mark of %s is %s', (line, expected) => {
  const mark = headingMark(line)
  expect(mark && `${mark.family} ${mark.number}`).toBe(expected)
})

test.each([
  ['（一）', 1],
  ['十、', 10],
  ['十二、', 12],
  ['二十、', 20],
  ['三十五、', 35],
  ['第3章', 3],
  ['⑩', 10],
  ['（１２）', 12],
])('%s counts %i', (number, value) => {
  expect(ordinal(number)).toBe(value)
})
