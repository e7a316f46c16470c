import type { UserId } from '#core/id.ts'
import { mentionedIn } from './mentions.ts'
import { expect, test } from 'vitest'

const people = ['王明', '王明亮', '李华'].map((name) => ({ id: name as UserId, name }))

test.each([
  ['请@王明亮 看一下', ['王明亮']],
  ['@王明 @李华：周五前', ['王明', '李华']],
  ['@王明 @王明', ['王明']],
  ['王明已知', []],
  ['@张三', []],
])('in “%s” %j are mentioned', (text, expected) => {
  expect(mentionedIn(text, people)).toEqual(expected)
})
