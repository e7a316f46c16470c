import { formHistory } from '#contract/form.ts'
import { reportDesk, typed } from '#test/report-desk.ts'
import { beforeAll, expect, test } from 'vitest'

const desk = await reportDesk()
const { ask, analyst, parkUser, mine, theirs, third, fourth } = desk
const { open, idOf, save, submit } = desk
const full = '01 -/300\n03 -/290\n05 -/12.5'

async function handIn(enterprise: string, period: string): Promise<string> {
  const id = await idOf(enterprise, period)
  await save(analyst, id, typed(full))
  await submit(analyst, id)
  await ask(parkUser, 'POST', '/reports/passes', { ids: [id] })
  return id
}

/** From March on the reports of a park are accepted together. */
beforeAll(async () => {
  const { body } = await ask(analyst, 'GET', '/forms/output-and-sales')
  const [latest] = formHistory.reply.parse(body).versions
  const { status } = await ask(analyst, 'PUT', '/forms/output-and-sales', {
    code: 'output-and-sales',
    form: { ...latest?.form, waitsForAll: true },
    version: latest?.version,
    from: '2026-03',
    isActive: true,
    why: '园区报齐再接收',
  })
  expect(status).toBe(200)
})

test('where the form says so, the reports of a park are accepted once none is missing', async () => {
  await open('2026-03')
  const first = await handIn(mine.id, '2026-03')
  const early = await ask(analyst, 'POST', '/reports/passes', { ids: [first] })
  expect(early.body).toEqual({
    passed: 0,
    accepted: 0,
    refused: [{ id: first, code: 'report-waits-for-others' }],
  })
  const ids = [first]
  for (const { id } of [theirs, third, fourth]) ids.push(await handIn(id, '2026-03'))
  const together = await ask(analyst, 'POST', '/reports/passes', { ids })
  expect(together.body).toEqual({ passed: 0, accepted: 4, refused: [] })
})

test('where it does not, each is accepted for itself', async () => {
  await open('2026-M1-2')
  const id = await handIn(mine.id, '2026-M1-2')
  const { body } = await ask(analyst, 'POST', '/reports/passes', { ids: [id] })
  expect(body).toEqual({ passed: 0, accepted: 1, refused: [] })
})
