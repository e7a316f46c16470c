import type { ProjectContent, ProjectListRow, ProjectRow, ProjectView } from '#contract/project.ts'
import { monthPeriod } from '#core/period/period.ts'
import { presentMoment } from '#server/clock.ts'
import { demonstrationIdentity, demonstrationRegion } from '#server/demo/demonstration.ts'
import { demonstrationOrganisations } from '#server/demo/demonstration-organisations.ts'
import { acceptFigures } from '#server/indicator/accept-figures.ts'
import { figuresOf } from '#server/indicator/figures.ts'
import {
  loadShippedLibrary,
  shippedDefinitions,
} from '#server/indicator/library/shipped-library.ts'
import { insertOrganisations, organisationOfCode } from '#server/organisation/store.ts'
import { askedOf } from '#server/report/asked.ts'
import { signedIn } from '#test/signed-in.ts'
import { multipart, testApp } from '#test/test-app.ts'
import { expect, test } from 'vitest'

const { get, post, put, database, http } = await testApp()
const { db } = database
const region = demonstrationRegion.code
await insertOrganisations(db, region, demonstrationOrganisations())
await loadShippedLibrary(db, await shippedDefinitions(), presentMoment())
const park = await placeOf('park-01')
const otherPark = await placeOf('park-02')

async function placeOf(code: string) {
  const unit = await organisationOfCode(db, region, code)
  if (!unit) throw new Error(`No unit ${code}`)
  return unit.id
}

function content(name: string, change: Partial<ProjectContent> = {}): ProjectContent {
  return {
    name,
    stage: 'building',
    unit: park,
    place: park,
    content: '建设生产线2条',
    total: '20000',
    from: monthPeriod(2026, 1),
    to: monthPeriod(2027, 12),
    yearPlans: [{ year: 2026, amount: '8000' }],
    links: [],
    ...change,
  }
}

async function aProject(name: string, change: Partial<ProjectContent> = {}): Promise<ProjectView> {
  const made = await post('/projects', { content: content(name, change), why: '新建' })
  expect(made).toMatchObject({ status: 200 })
  return made.body as ProjectView
}

async function invested(id: string, period: `2026-${string}`, value: string): Promise<void> {
  await acceptFigures(
    db,
    { region, by: demonstrationIdentity.user, at: presentMoment(), cause: 'test' },
    [
      {
        subject: { kind: 'project', code: id },
        indicator: 'industrial-investment',
        period: monthPeriod(2026, Number(period.slice(5))),
        value,
        source: { kind: 'exchange', reference: `${id} ${period}` },
      },
    ],
  )
}

test('a project shows how far its investment has gone, and counts where it lies', async () => {
  const { id, revision } = await aProject('澜测机床项目')
  await invested(id, '2026-06', '3000')
  const { body } = await get(`/projects/${id}`)
  expect(body).toMatchObject({
    progress: { thisYear: 3000, yearPlan: 8000, yearShare: 0.375, pace: 'late', totalShare: 0.15 },
    months: [{ period: '2026-06', value: 3000 }],
  })
  const ofPark = async (code: string) => {
    const [figure] = await figuresOf(db, {
      region,
      subjects: [{ kind: 'park', code }],
      indicators: ['industrial-investment'],
      periods: [monthPeriod(2026, 6)],
    })
    return figure?.value ?? null
  }
  expect([await ofPark('park-01'), await ofPark('park-02')]).toEqual(['3000', null])
  const moved = content('澜测机床项目', { place: otherPark })
  await put(`/projects/${id}`, { revision, content: moved, why: '登记有误' })
  expect([await ofPark('park-01'), await ofPark('park-02')]).toEqual([null, '3000'])
})

test('a past day shows a project as it was entered and what was told of it by then', async () => {
  const { id, revision } = await aProject('澜测旧貌项目')
  await invested(id, '2026-03', '1000')
  const asOf = presentMoment()
  const moved = content('澜测新貌项目', { total: '30000', place: otherPark })
  await put(`/projects/${id}`, { revision, content: moved, why: '概算调整' })
  await invested(id, '2026-06', '3000')
  const past = {
    content: { name: '澜测旧貌项目', total: '20000', place: park },
    progress: { thisYear: 1000, totalShare: 0.05 },
    months: [{ period: '2026-03', value: 1000 }],
  }
  expect(await get(`/projects/${id}?asOf=${asOf}`)).toMatchObject({ status: 200, body: past })
  const { body } = await get(`/projects?asOf=${asOf}`)
  const { projects } = body as { projects: readonly ProjectRow[] }
  expect(projects.find((one) => one.id === id)).toMatchObject({
    name: '澜测旧貌项目',
    progress: { thisYear: 1000 },
  })
  expect(await get(`/projects/${id}?asOf=2020-01-01`)).toMatchObject({
    status: 409,
    body: { code: 'project-not-known-yet' },
  })
  expect(await get('/projects?asOf=2020-01-01')).toMatchObject({ body: { projects: [] } })
})

test('who changes what another has changed is told, and nothing is lost', async () => {
  const { id, revision } = await aProject('澜测农机项目')
  const change = { revision, content: content('澜测农机项目', { total: '30000' }), why: '概算调整' }
  expect(await put(`/projects/${id}`, change)).toMatchObject({ status: 200 })
  expect(await put(`/projects/${id}`, change)).toMatchObject({
    status: 409,
    body: { detail: { current: { content: { total: '30000' } } } },
  })
  const { body } = await get(`/projects/${id}/history`)
  expect(body).toMatchObject({
    happenings: [{ action: 'project-changed', why: '概算调整' }, { action: 'project-added' }],
  })
})

test.each([
  ['project-code-wrong', { code: '2026-1' }],
  ['project-backwards', { from: monthPeriod(2028, 1), to: monthPeriod(2027, 1) }],
  [
    'project-year-twice',
    {
      yearPlans: [
        { year: 2026, amount: '1' },
        { year: 2026, amount: '2' },
      ],
    },
  ],
])('what cannot be is refused: %s', async (code, change: Partial<ProjectContent>) => {
  const refused = await post('/projects', { content: content('澜测错项目', change), why: '新建' })
  expect(refused).toMatchObject({ status: 400, body: { code } })
})

test('a list is read without writing, then taken as a whole; a name known is that project', async () => {
  const { id } = await aProject('澜测阀门项目')
  const csv = [
    '项目名称,所在地,总投资（亿元）,2027年计划投资,阶段',
    '澜测阀门项目,青澜高新技术产业园,2.5,9000,投产',
    '澜测轴承项目,天边园,1.2,,储备',
  ].join('\n')
  const reply = await http.inject({
    method: 'POST',
    url: '/api/project-lists',
    ...multipart([{ name: '清单.csv', content: csv }]),
  })
  const { rows } = reply.json<{ rows: readonly ProjectListRow[] }>()
  expect(rows).toMatchObject([
    { line: 2, known: { id }, doubts: [], content: { total: '25000', stage: 'producing' } },
    { line: 3, doubts: [{ code: 'place-unknown', text: '天边园' }], content: { total: '12000' } },
  ])
  const taken = await post('/project-batches', {
    fileName: '清单.csv',
    rows: rows.map(({ line, content: said, known }) => ({
      line,
      content: said,
      ...(known && { known: { id: known.id, revision: known.revision } }),
    })),
  })
  expect(taken).toMatchObject({ status: 200, body: { added: 1, changed: 1 } })
  const { body } = await get(`/projects/${id}`)
  expect((body as ProjectView).content.yearPlans).toEqual([
    { year: 2026, amount: '8000' },
    { year: 2027, amount: '9000' },
  ])
})

test('a park sees the projects that lie in it or that it answers for, and changes none', async () => {
  const { http: door, database: stored } = await testApp({ signsIn: true })
  await insertOrganisations(stored.db, region, demonstrationOrganisations())
  const own = (await organisationOfCode(stored.db, region, 'park-01'))?.id
  const foreign = (await organisationOfCode(stored.db, region, 'park-02'))?.id
  if (!own || !foreign) throw new Error('No parks')
  const analyst = await signedIn(stored.db, 'analyst', region)
  const ofPark = await signedIn(stored.db, 'park', region, own)
  const add = async (cookie: string, place: typeof own) => {
    const payload = { content: content(place, { unit: place, place }), why: '新建' }
    const url = '/api/projects'
    return door.inject({ method: 'POST', url, headers: { cookie }, payload })
  }
  const made: string[] = []
  for (const place of [own, foreign]) {
    made.push((await add(analyst.cookie, place)).json<ProjectView>().id)
  }
  const asPark = (url: string) =>
    door.inject({ method: 'GET', url: `/api${url}`, headers: { cookie: ofPark.cookie } })
  const { projects } = (await asPark('/projects')).json<{ projects: ProjectRow[] }>()
  expect(projects.map(({ id }) => id)).toEqual([made[0]])
  expect((await asPark(`/projects/${made[1]}`)).statusCode).toBe(404)
  expect((await add(ofPark.cookie, own)).statusCode).toBe(403)
})

test('who answers for a project under way owes its monthly report', async () => {
  const { id } = await aProject('澜测在建项目')
  await aProject('澜测储备项目', { stage: 'reserve' })
  const asked = await askedOf(db, {
    region,
    reporter: 'project',
    period: monthPeriod(2026, 9),
    organisations: [],
  })
  expect(asked.find(({ subject }) => subject.code === id)).toMatchObject({ organisationId: park })
  expect(asked.some(({ title }) => title === '澜测储备项目')).toBe(false)
})
