import type { Enterprise } from '#contract/enterprise.ts'
import type { EnterpriseId, OrganisationId } from '#core/id.ts'
import { firstTwoMonths, monthPeriod } from '#core/period/period.ts'
import { contentOf, fieldsOf } from './content-form.ts'
import { expect, test } from 'vitest'

const park = 'p1' as OrganisationId

const one: Enterprise = {
  id: 'e1' as EnterpriseId,
  content: {
    uscc: '91350900587527783P',
    name: '澜甲有限公司',
    industry: '3421',
    size: 'medium',
    park,
    established: '2011-03-04',
    address: '一路1号',
    products: '车床',
    contacts: [{ name: '甲', role: '统计', phone: '1' }],
    listings: [{ from: firstTwoMonths(2020), to: monthPeriod(2025, 12), reason: '年度入库' }],
    places: [{ chain: 'a', node: 'b' }],
    tags: [{ tag: 'strategic', share: '0.625', from: monthPeriod(2024, 3), evidence: '名单' }],
    productShares: [
      { product: '数控车床', share: '0.625', tags: ['strategic'], from: monthPeriod(2024, 3) },
    ],
  },
  formerNames: [],
  state: 'active',
  origins: [],
  successors: [],
  revision: 2,
}

test('what the form is given it gives back', () => {
  expect(contentOf(fieldsOf(one), () => 'park')).toEqual(one.content)
})

test('the same place is a town where it is one', () => {
  expect(contentOf(fieldsOf(one), () => 'town')).toMatchObject({ town: park })
})

test('lines nobody filled in and periods that are none are left out', () => {
  const content = contentOf(
    {
      name: ' 新企业 ',
      contacts: [{}],
      listings: [{ from: '去年' }],
      tags: [{ tag: 'strategic' }],
    },
    () => undefined,
  )
  expect(content).toEqual({
    name: '新企业',
    address: '',
    products: '',
    contacts: [],
    listings: [],
    places: [],
    tags: [],
  })
})
