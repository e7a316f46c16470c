import type { DocumentSummary } from '#contract/document.ts'
import type { Draft } from '#contract/draft.ts'
import type { PublishedPlan } from '#contract/plan.ts'
import { testApp } from '#test/test-app.ts'
import { publishedTargetsFolder } from './demonstration.ts'
import { publishedTargetsIn } from './published-targets.ts'
import { expect, test } from 'vitest'

const { get } = await testApp({ isDemonstration: true })

test('a new installation opens on a published plan and a revision under review', async () => {
  const { drafts } = (await get('/drafts')).body as { drafts: Draft[] }
  expect(drafts.map(({ status, meta }) => [meta.region.name, status])).toEqual([
    ['青澜区', 'published'],
    ['青澜区', 'reviewing'],
  ])
  const { documents } = (await get('/documents')).body as { documents: DocumentSummary[] }
  expect(documents.map(({ state }) => state)).toEqual(['read', 'read'])
})

test('the revision is compared with the published plan by meaning', async () => {
  const { drafts } = (await get('/drafts?status=reviewing')).body as { drafts: Draft[] }
  const { body } = await get(`/drafts/${drafts[0]?.id}/comparison`)
  const { entries } = (body as { comparison: { entries: { change: string }[] } }).comparison
  const changes = new Set(entries.map(({ change }) => change))
  expect([...changes].toSorted()).toEqual(['added', 'changed', 'same'])
})

test('published figures of real districts stand beside it, with the table they stand in', async () => {
  const files = publishedTargetsIn(publishedTargetsFolder)
  const { plans } = (await get('/plans')).body as { plans: PublishedPlan[] }
  expect(plans.filter(({ region }) => !region.simulated)).toHaveLength(files.length)
  const region = files[0]?.meta.region.code
  const { body } = await get(`/targets?region=${region}&limit=1`)
  expect(body).toMatchObject({ targets: [{ table: files[0]?.targets[0]?.table }] })
})
