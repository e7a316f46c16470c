import { expect, test } from 'vitest'
import { turns } from './turns.ts'

test('no more tasks run at a time than there are places, in the order they came', async () => {
  const inTurn = turns(2)
  const log: string[] = []
  const task = (name: string) => async () => {
    log.push(`+${name}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
    log.push(`-${name}`)
    if (name === 'b') throw new Error('failed')
    return name
  }
  const results = await Promise.allSettled(['a', 'b', 'c', 'd'].map((name) => inTurn(task(name))))
  expect(results.map((result) => result.status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
  ])
  expect(log.join(' ')).toBe('+a +b -a +c -b +d -c -d')
})
