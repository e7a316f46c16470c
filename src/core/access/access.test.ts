import { actions } from './action.ts'
import { actionsIn, type Grant, grantRefusal, regionsOf } from './grant.ts'
import { restAfter } from './lock-out.ts'
import { passwordFailings, usualPasswordRules } from './password-rules.ts'
import { covers, everywhere } from './region-cover.ts'
import type { Role } from './role.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

const roles: readonly Role[] = [
  { code: 'planner', kind: 'business', actions: ['read', 'import', 'review', 'publish'] },
  { code: 'leader', kind: 'business', actions: ['read'] },
  { code: 'system', kind: 'system', actions: ['operate', 'see-users', 'manage-users'] },
  { code: 'security', kind: 'security', actions: ['see-users', 'grant-roles'] },
  { code: 'audit', kind: 'audit', actions: ['see-users', 'read-log'] },
]

const region = fc.constantFrom(
  everywhere,
  '510000',
  '510100',
  '510114',
  '510700',
  '500000',
  'own-a',
)
const day = fc.constantFrom('2026-01-01', '2026-06-01', '2026-12-31', '2027-06-01')
const grant: fc.Arbitrary<Grant> = fc
  .record({ role: fc.constantFrom(...roles), region, from: day, to: fc.option(day) })
  .map(({ to, ...rest }) => ({ ...rest, ...(to !== null && { to }) }))
const administrator: readonly Grant[] = [
  {
    role: { code: 'security', kind: 'security', actions: ['grant-roles'] },
    region: everywhere,
    from: '2000-01-01',
  },
]

test.each([
  ['510000', '510114', true],
  ['510100', '510114', true],
  ['510114', '510114', true],
  ['000000', '510114', true],
  ['000000', 'own-a', true],
  ['510700', '510114', false],
  ['500000', '510114', false],
  ['510114', '510100', false],
  ['510000', 'own-a', false],
  ['own-a', 'own-b', false],
  ['510114', '510000', false],
])('%s covers %s: %s', (wide, narrow, expected) => {
  expect(covers(wide, narrow)).toBe(expected)
})

test('what covers a region that covers another covers that one too', () => {
  fc.assert(
    fc.property(region, region, region, (a, b, c) => {
      expect(!(covers(a, b) && covers(b, c)) || covers(a, c)).toBe(true)
    }),
  )
})

test('every action somebody has comes from a grant that holds that day and covers the region', () => {
  fc.assert(
    fc.property(fc.array(grant), region, day, (grants, where, when) => {
      const expected = actions.filter((action) =>
        grants.some(
          (one) =>
            one.role.actions.includes(action) &&
            covers(one.region, where) &&
            one.from <= when &&
            when <= (one.to ?? '9999-12-31'),
        ),
      )
      expect([...actionsIn(grants, where, when)].toSorted()).toEqual(expected.toSorted())
      const codes = regionsOf(grants, [{ code: where }], when)
      expect(codes.length).toBe(expected.length > 0 ? 1 : 0)
    }),
  )
})

test('however roles are granted one by one, nobody ever both grants, operates or plans and audits', () => {
  fc.assert(
    fc.property(fc.array(grant, { maxLength: 12 }), day, (wanted, when) => {
      const held: Grant[] = []
      for (const one of wanted) {
        const refusal = grantRefusal({
          by: { id: 'a', grants: administrator },
          to: { id: 'b', grants: held },
          grant: one,
          day: '2026-01-01',
        })
        if (refusal === undefined) held.push(one)
      }
      const all = actionsIn(held, '510114', when)
      const kinds = [['read-log'], ['grant-roles'], ['manage-users'], ['read']] as const
      expect(kinds.filter(([action]) => all.has(action)).length).toBeLessThanOrEqual(1)
    }),
  )
})

test('nobody grants to themselves, beyond their region, or without the right to grant', () => {
  fc.assert(
    fc.property(fc.array(grant), grant, day, (own, one, when) => {
      const mine = { id: 'a', grants: own }
      const given = { grant: one, day: when }
      expect(grantRefusal({ by: mine, to: mine, ...given })).toEqual({ code: 'own-account' })
      const refusal = grantRefusal({ by: mine, to: { id: 'b', grants: [] }, ...given })
      if (!actionsIn(own, one.region, when).has('grant-roles')) {
        expect(refusal).toEqual({ code: 'region-not-yours' })
      }
    }),
  )
})

test('a login rests longer with each failure, and never longer than a quarter of an hour', () => {
  expect([0, 4, 5, 6, 7, 9, 10, 5000].map(restAfter)).toEqual([0, 0, 30, 60, 120, 480, 900, 900])
})

test.each([
  ['Lan-7-hua-kai', []],
  ['Lan7', ['too-short']],
  ['lanhuakaile', ['too-few-kinds']],
  ['Guihua-2026', ['contains-login']],
  ['guihua', ['too-short', 'too-few-kinds', 'contains-login']],
])('the password %s of guihua breaks %j', (password, failings) => {
  expect(passwordFailings(password, 'guihua', usualPasswordRules)).toEqual(failings)
})
