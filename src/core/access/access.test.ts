import type { OrganisationId } from '../id.ts'
import { actions, isForOrganisations } from './action.ts'
import {
  actionsIn,
  type Grant,
  grantRefusal,
  organisationsIn,
  regionsOf,
  scopeIn,
  wholeActionsIn,
} from './grant.ts'
import { restAfter } from './lock-out.ts'
import { passwordFailings, usualPasswordRules } from './password-rules.ts'
import { covers, everywhere } from './region-cover.ts'
import type { Role } from './role.ts'
import { isWithin } from './scope.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

const roles: readonly Role[] = [
  {
    code: 'planner',
    kind: 'business',
    reach: 'either',
    actions: ['read', 'import', 'review', 'publish'],
  },
  { code: 'leader', kind: 'business', reach: 'either', actions: ['read'] },
  { code: 'enterprise', kind: 'business', reach: 'organisation', actions: ['see-organisations'] },
  {
    code: 'system',
    kind: 'system',
    reach: 'region',
    actions: ['operate', 'see-users', 'manage-users'],
  },
  { code: 'security', kind: 'security', reach: 'region', actions: ['see-users', 'grant-roles'] },
  { code: 'audit', kind: 'audit', reach: 'region', actions: ['see-users', 'read-log'] },
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
/** Units of a tree in which the digits of a name go down: `1` holds `12` and `123`. */
const units = ['1', '12', '123', '13', '2', '21'] as OrganisationId[]
const unit = fc.constantFrom(...units)
const subtree = (root: string) => new Set(units.filter((one) => one.startsWith(root)))
const grant: fc.Arbitrary<Grant> = fc
  .record({
    role: fc.constantFrom(...roles),
    region,
    organisation: fc.option(unit),
    from: day,
    to: fc.option(day),
  })
  .map(({ to, organisation, ...rest }) => ({
    ...rest,
    ...(to !== null && { to }),
    ...(organisation !== null && { organisation }),
  }))
const administrator: readonly Grant[] = [
  {
    role: { code: 'security', kind: 'security', reach: 'region', actions: ['grant-roles'] },
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

/** Whether a grant allows an action somewhere, told apart from how the policy tells it. */
function allows(one: Grant, action: (typeof actions)[number], where: string, when: string) {
  const isInForce = one.from <= when && when <= (one.to ?? '9999-12-31')
  if (!isInForce || !one.role.actions.includes(action)) return false
  if (one.organisation === undefined) return covers(one.region, where)
  return one.region === where && isForOrganisations(action)
}

test('every action somebody has comes from a grant that holds that day and covers the region', () => {
  fc.assert(
    fc.property(fc.array(grant), region, day, (grants, where, when) => {
      const expected = actions.filter((action) =>
        grants.some((one) => allows(one, action, where, when)),
      )
      expect([...actionsIn(grants, where, when)].toSorted()).toEqual(expected.toSorted())
      const codes = regionsOf(grants, [{ code: where }], when)
      expect(codes.length).toBe(expected.length > 0 ? 1 : 0)
    }),
  )
})

test('[O5] a thing of a unit is within reach just where a grant is for the region or for a unit above', () => {
  const action = fc.constantFrom(...actions)
  fc.assert(
    fc.property(
      fc.array(grant),
      action,
      region,
      day,
      fc.option(unit),
      (grants, what, where, when, owner) => {
        const scope = scopeIn(grants, { action: what, region: where, day: when, subtree })
        const expected = grants.some(
          ({ organisation, ...one }) =>
            allows({ ...one, ...(organisation && { organisation }) }, what, where, when) &&
            (organisation === undefined || (owner?.startsWith(organisation) ?? false)),
        )
        expect(isWithin(scope, owner)).toBe(expected)
        expect(scope.kind === 'region').toBe(wholeActionsIn(grants, where, when).has(what))
      },
    ),
    { numRuns: 500 },
  )
})

test('[O5] who works for units only does nothing to the region as a whole', () => {
  fc.assert(
    fc.property(fc.array(grant), region, day, (grants, where, when) => {
      const limited = grants.filter(({ organisation }) => organisation !== undefined)
      expect(wholeActionsIn(limited, where, when)).toEqual(new Set())
      const reached = [...actionsIn(limited, where, when)]
      expect(reached.filter((action) => !isForOrganisations(action))).toEqual([])
      for (const one of organisationsIn(limited, where, when)) {
        expect(limited.map(({ organisation }) => organisation)).toContain(one)
      }
    }),
  )
})

test('a role for units is not granted without one, a role for regions not with one', () => {
  fc.assert(
    fc.property(grant, (one) => {
      const refusal = grantRefusal({
        by: { id: 'a', grants: administrator },
        to: { id: 'b', grants: [] },
        grant: { ...one, to: one.from },
        day: '2026-01-01',
      })
      const isLimited = one.organisation !== undefined
      const misfit = isLimited ? 'region' : 'organisation'
      expect(refusal === undefined).toBe(one.role.reach !== misfit)
    }),
  )
})

test('[O6] however roles are granted one by one, nobody ever both grants, operates or plans and audits', () => {
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

test('[O6] nobody grants to themselves, beyond their region, or without the right to grant', () => {
  fc.assert(
    fc.property(fc.array(grant), grant, day, (own, one, when) => {
      const mine = { id: 'a', grants: own }
      const given = { grant: one, day: when }
      expect(grantRefusal({ by: mine, to: mine, ...given })).toEqual({ code: 'own-account' })
      const refusal = grantRefusal({ by: mine, to: { id: 'b', grants: [] }, ...given })
      if (!wholeActionsIn(own, one.region, when).has('grant-roles')) {
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
