import type { UserId } from '#core/id.ts'
import { staleBus } from './stale-bus.ts'
import { expect, test } from 'vitest'

const [one, other] = ['1', '2'] as UserId[] as [UserId, UserId]

/** What a listener hears, by the first word of its keys. */
function hears(bus: ReturnType<typeof staleBus>, region: string, user: UserId, since?: string) {
  const heard: string[] = []
  bus.listen({ region, user }, ({ keys }) => heard.push(String(keys[0]?.[0])), since)
  return heard
}

test('everybody hears what concerns them: their region, every region, or themselves alone', () => {
  const bus = staleBus()
  const mine = hears(bus, '370112', one)
  const theirs = hears(bus, '370112', other)
  const elsewhere = hears(bus, '370113', one)
  bus.tell('370112', [['drafts']])
  bus.tell(undefined, [['plans']])
  bus.tellUsers([one], [['notifications']])
  expect({ mine, theirs, elsewhere }).toEqual({
    mine: ['drafts', 'plans', 'notifications'],
    theirs: ['drafts', 'plans'],
    elsewhere: ['plans', 'notifications'],
  })
})

test('who comes back hears what they missed, and nothing that was for others', () => {
  const bus = staleBus()
  let last = ''
  bus.listen({ region: '370112', user: one }, ({ id }) => (last = id))
  bus.tell('370112', [['documents']])
  const left = last
  bus.tellUsers([other], [['notifications']])
  bus.tell('370113', [['drafts']])
  bus.tell('370112', [['plans']])
  expect(hears(bus, '370112', one, left)).toEqual(['plans'])
  expect(hears(bus, '370112', other, left)).toEqual(['notifications', 'plans'])
})
