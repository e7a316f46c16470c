import type { FigureImport, ImportDifference, ShownImport } from '#contract/figure-import.ts'
import { isPeriod } from '#core/period/period.ts'
import { demonstrationIdentity, demonstrationRegion } from '#server/demo/demonstration.ts'
import { insertEnterprises } from '#server/enterprise/store.ts'
import { figuresOf } from '#server/indicator/figures.ts'
import { insertVersions } from '#server/indicator/library/library-store.ts'
import { newId } from '#server/new-id.ts'
import { indicator } from './figure-notation.ts'
import { multipart, testApp } from './test-app.ts'
import { writeXlsx, type WriteSheet } from 'hucre'

const region = demonstrationRegion.code

function enterprise(name: string) {
  return {
    id: newId('enterprise'),
    name,
    formerNames: [],
    address: '',
    products: '',
    contacts: [],
    listings: [],
    places: [],
    tags: [],
    state: 'active' as const,
    revision: 0,
  }
}

/** A workbook of sheets. */
export function xlsx(...sheets: readonly WriteSheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: [...sheets] })
}

interface Run {
  readonly counts: Record<string, number>
  readonly digest: string
  readonly differences: ImportDifference[]
}

/** Three enterprises, three indicators, and who takes in files of their figures. */
export async function figureImportDesk() {
  const app = await testApp({
    identify: () =>
      Promise.resolve({
        ...demonstrationIdentity,
        actions: new Set([...demonstrationIdentity.actions, 'record-figures' as const]),
      }),
  })
  const { http, get, post, database } = app
  const { db } = database
  await insertVersions(
    db,
    [
      indicator('test-output', '试验总产值'),
      indicator('test-revenue', '试验收入'),
      indicator('test-power', '试验用电', { unit: '万千瓦时' }),
    ].map((one) => ({ definition: one, version: 1, at: '2026-01-01T00:00:00.000Z' })),
  )
  const enterprises = ['远川机械有限公司', '明泰电子有限公司', '华岳材料有限公司'].map(enterprise)
  await insertEnterprises(db, region, enterprises)

  async function send(...files: readonly { name: string; content: string | Uint8Array }[]) {
    const { payload, headers } = multipart(files)
    const reply = await http.inject({
      method: 'POST',
      url: '/api/figure-imports',
      payload,
      headers,
    })
    return reply.json<{
      imports: FigureImport[]
      refused: { fileName: string; problem: { code: string } }[]
    }>()
  }

  async function sent(name: string, content: string | Uint8Array): Promise<FigureImport> {
    const { imports, refused } = await send({ name, content })
    const [first] = imports
    if (!first) throw new Error(JSON.stringify(refused))
    return first
  }

  async function shown(id: string): Promise<ShownImport> {
    return (await get(`/figure-imports/${id}`)).body as ShownImport
  }

  async function dryRun(id: string, query = ''): Promise<Run> {
    return (await get(`/figure-imports/${id}/differences?limit=1000${query}`)).body as Run
  }

  async function confirmed(id: string): Promise<void> {
    const { figureImport } = await shown(id)
    const reply = await post(`/figure-imports/${id}/confirmations`, {
      revision: figureImport.revision,
    })
    if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
  }

  async function applied(id: string) {
    const { digest } = await dryRun(id)
    const { figureImport } = await shown(id)
    return post(`/figure-imports/${id}/applications`, { revision: figureImport.revision, digest })
  }

  /** A list of enterprises as it comes each month. */
  function monthly(
    month: number,
    outputs: readonly (string | number | null)[],
  ): Promise<Uint8Array> {
    return xlsx({
      name: '产值',
      rows: [
        [`2026年1-${month}月规模以上工业企业产值`, null, null, null],
        [null, null, null, '单位：千元'],
        ['企业名称', '试验总产值', '上年同期', '试验收入'],
        ...enterprises.map(({ name }, index) => [
          name,
          outputs[index] ?? null,
          800 + index,
          700 + index,
        ]),
        ['合计', outputs.reduce<number>((sum, one) => sum + (Number(one) || 0), 0), 2403, 2103],
      ],
    })
  }

  async function known(subject: number, indicator: string, period: string) {
    const code = enterprises[subject]?.id ?? ''
    const asked = isPeriod(period) ? [period] : []
    const [figure] = await figuresOf(db, {
      region,
      subjects: [{ kind: 'enterprise', code }],
      indicators: [indicator],
      periods: asked,
    })
    return figure?.value
  }

  return { ...app, enterprises, send, sent, shown, dryRun, confirmed, applied, monthly, known }
}
