import type { EnterpriseRow } from '#contract/enterprise.ts'
import type { EnterpriseId, OrganisationId } from '#core/id.ts'
import type { EnterpriseSearch } from '../search.ts'
import { chosenRows, countsOf } from './enterprise-rows.ts'
import { expect, test } from 'vitest'

function row(name: string, change: Partial<EnterpriseRow> = {}): EnterpriseRow {
  return {
    id: name as EnterpriseId,
    name,
    formerNames: [],
    chains: [],
    tags: [],
    isListed: true,
    state: 'active',
    ...change,
  }
}

const rows = [
  row('机床', {
    industry: '3421',
    size: 'large',
    park: 'p1' as OrganisationId,
    tags: ['strategic'],
  }),
  row('轴承', { industry: '3451', size: 'small', town: 't1' as OrganisationId, isListed: false }),
  row('米业', { industry: '1311', size: 'small', park: 'p3' as OrganisationId, chains: ['food'] }),
  row('旧厂', { industry: '3421', state: 'merged', isListed: false }),
]

test.each<[EnterpriseSearch, string]>([
  [{}, '机床 轴承 米业'],
  [{ state: 'all' }, '机床 轴承 米业 旧厂'],
  [{ state: 'ended' }, '旧厂'],
  [{ industry: ['34'] }, '机床 轴承'],
  [{ industry: ['3421', '13'] }, '机床 米业'],
  [{ place: ['p1', 't1'] }, '机床 轴承'],
  [{ size: ['small'], listed: 'yes' }, '米业'],
  [{ chain: ['food'] }, '米业'],
  [{ tag: ['strategic'], size: ['small'] }, ''],
])('%j shows %s', (search, names) => {
  expect(
    chosenRows(rows, search)
      .map(({ name }) => name)
      .join(' '),
  ).toBe(names)
})

test('those above the designated size are counted apart', () => {
  expect(countsOf(rows)).toEqual({ all: 4, listed: 2 })
})
