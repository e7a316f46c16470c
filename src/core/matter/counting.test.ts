import { read } from '#test/matter-life.ts'
import { expect, test } from 'vitest'
import { type CountingRule, countEvents } from './counting.ts'

test('[sanming-2006-signing-dedup] no project, amount or upgrade is counted twice', () => {
  const rule = read('matter-rules/counting/sanming-2006-signing-dedup.json') as CountingRule
  const days = [
    { on: '2006-04-01', project: '甲', session: '春季', event: 'signing', amount: '1000' },
    { on: '2006-06-18', project: '甲', session: '618', event: 'signing', amount: '1000' },
    { on: '2006-06-18', project: '乙', session: '618', event: 'signing', amount: '0.1' },
    { on: '2006-06-19', project: '甲', session: '618', event: 'upgrade', amount: '1000' },
    { on: '2006-09-08', project: '乙', session: '98', event: 'increase', amount: '0.2' },
    { on: '2006-09-09', project: '甲', session: '98', event: 'new-owner', amount: '1000' },
  ]
  const until = (count: number) =>
    countEvents(rule, days.slice(0, count)).map(
      ({ session, projects, amount, upgrades }) => `${session} ${projects} ${amount} ${upgrades}`,
    )
  expect([1, 2, 3, 4, 5, 6].map(until)).toEqual([
    ['春季 1 1000 0'],
    ['春季 1 1000 0', '618 0 0 0'],
    ['春季 1 1000 0', '618 1 0.1 0'],
    ['春季 1 1000 0', '618 1 0.1 1'],
    ['春季 1 1000 0', '618 1 0.1 1', '98 0 0.2 0'],
    ['春季 0 0 0', '618 1 0.1 1', '98 1 1000.2 0'],
  ])
})
