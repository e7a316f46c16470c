import { listFigures } from '#contract/figure.ts'
import { type Report, reportOf } from '#contract/report.ts'
import type { EnterpriseId, OrganisationId, ReportId } from '#core/id.ts'
import type { Period } from '#core/period/period.ts'
import { insertEnterprises } from '#server/enterprise/store.ts'
import { newId } from '#server/new-id.ts'
import { insertOrganisations } from '#server/organisation/store.ts'
import { multipart, testApp } from './test-app.ts'
import { type SignedInUser, signedIn } from './signed-in.ts'

export const region = '999901'

const listings = [{ from: '2020-M1-2' as Period, reason: '' }]

function enterprise(name: string, park: OrganisationId, organisation?: OrganisationId) {
  const id: EnterpriseId = newId('enterprise')
  return {
    id,
    name,
    formerNames: [],
    address: '',
    products: '',
    contacts: [],
    industry: '3411',
    park,
    ...(organisation && { organisation }),
    listings,
    places: [],
    tags: [],
    state: 'active' as const,
    revision: 0,
  }
}

export interface Replied {
  readonly status: number
  readonly body: Record<string, never>
}

/** A region with a park, four enterprises in it of which two sign in for themselves, and who reviews. */
export async function reportDesk() {
  const app = await testApp({ signsIn: true, requestsPerMinute: 1_000_000 })
  const { db } = app.database
  const park = newId('organisation')
  const own = newId('organisation')
  const stranger = newId('organisation')
  const units: readonly [OrganisationId, string, 'park' | 'enterprise', string][] = [
    [park, 'park-01', 'park', '一号园管委会'],
    [own, 'enterprise-01', 'enterprise', '甲厂'],
    [stranger, 'enterprise-02', 'enterprise', '乙厂'],
  ]
  await insertOrganisations(
    db,
    region,
    units.map(([id, code, kind, name]) => ({
      id,
      code,
      kind,
      stages: [{ from: '2015-01-01', name }],
      aliases: [],
      revision: 0,
    })),
  )
  const enterprises = {
    mine: enterprise('甲厂', park, own),
    theirs: enterprise('乙厂', park, stranger),
    third: enterprise('丙厂', park),
    fourth: enterprise('丁厂', park),
  }
  await insertEnterprises(db, region, Object.values(enterprises))
  const analyst = await signedIn(db, 'analyst', region)

  const ask = async (
    { cookie }: SignedInUser,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    payload?: object,
  ): Promise<Replied> => {
    const reply = await app.http.inject({
      method,
      url: `/api${url}`,
      headers: { cookie },
      ...(payload && { payload }),
    })
    return { status: reply.statusCode, body: reply.json() }
  }
  const look = async (who: SignedInUser, id: string): Promise<Report> => {
    const { status, body } = await ask(who, 'GET', `/reports/${id}`)
    if (status !== 200) throw new Error(JSON.stringify(body))
    return reportOf.reply.parse(body)
  }
  return {
    ...app,
    ...enterprises,
    db,
    analyst,
    parkUser: await signedIn(db, 'park', region, park),
    reporter: await signedIn(db, 'enterprise', region, own),
    otherReporter: await signedIn(db, 'enterprise', region, stranger),
    ask,
    look,
    open: async (period: string, form = 'output-and-sales'): Promise<void> => {
      const { status, body } = await ask(analyst, 'POST', '/reports/rounds', { form, period })
      if (status !== 200) throw new Error(JSON.stringify(body))
    },
    idOf: async (
      enterpriseId: string,
      period: string,
      form = 'output-and-sales',
    ): Promise<ReportId> => {
      const row = await db
        .selectFrom('report')
        .select('id')
        .where('subjectCode', '=', enterpriseId)
        .where('period', '=', period as Period)
        .where('form', '=', form)
        .executeTakeFirstOrThrow()
      return row.id
    },
    save: async (who: SignedInUser, id: string, changes: object, revision?: number, more = {}) => {
      const base = revision ?? (await look(who, id)).revision
      return ask(who, 'PUT', `/reports/${id}/cells`, { revision: base, changes, ...more })
    },
    submit: async (who: SignedInUser, id: string) => {
      const { revision } = await look(who, id)
      return ask(who, 'POST', `/reports/${id}/submission`, { revision })
    },
    template: async ({ cookie }: SignedInUser, id: string): Promise<Uint8Array> => {
      const url = `/api/reports/${id}/template.xlsx`
      const reply = await app.http.inject({ method: 'GET', url, headers: { cookie } })
      if (reply.statusCode !== 200) throw new Error(reply.body)
      return reply.rawPayload
    },
    uploadWorkbook: async (
      { cookie }: SignedInUser,
      id: string,
      file: { readonly name: string; readonly content: Uint8Array },
    ): Promise<Replied> => {
      const { payload, headers } = multipart([file])
      const url = `/api/reports/${id}/workbook`
      const reply = await app.http.inject({
        method: 'POST',
        url,
        headers: { ...headers, cookie },
        payload,
      })
      return { status: reply.statusCode, body: reply.json() }
    },
    /** The value of an indicator; of the first enterprise where no subject is named. */
    known: async (
      indicator: string,
      period: string,
      subject = `enterprise:${enterprises.mine.id}`,
    ) => {
      const query = `subject=${subject}&indicator=${indicator}&period=${period}`
      const { body, status } = await ask(analyst, 'GET', `/figures?${query}`)
      if (status !== 200) throw new Error(JSON.stringify(body))
      const { figures } = listFigures.reply.parse(body)
      return figures[0]?.figure.value
    },
  }
}

/** `01 30/330` as changes: month and to date; `-` is left alone. */
export function typed(picture: string): Record<string, string> {
  return Object.fromEntries(
    picture.split('\n').flatMap((line) => {
      const [code = '', figures = ''] = line.trim().split(' ')
      const [month, toDate] = figures.split('/')
      return [
        ...(month && month !== '-' ? [[`${code}.month`, month]] : []),
        ...(toDate ? [[`${code}.to-date`, toDate]] : []),
      ]
    }),
  )
}
