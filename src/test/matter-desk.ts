import type { MatterDetail } from '#contract/matter.ts'
import type { OrganisationId } from '#core/id.ts'
import { insertOrganisations } from '#server/organisation/store.ts'
import { newId } from '#server/new-id.ts'
import { type SignedInUser, signedIn } from './signed-in.ts'
import { multipart, type TestApp, type UploadedContent } from './test-app.ts'

const region = '999901'

export interface Answered {
  readonly status: number
  readonly body: unknown
}

/** People around matters of the demonstration's region, and how they ask. */
export interface MatterDesk {
  readonly planner: SignedInUser
  /** A unit with somebody who handles its matters. */
  readonly aUnit: (
    name: string,
  ) => Promise<{ readonly id: OrganisationId; readonly user: SignedInUser }>
  readonly ask: (
    who: SignedInUser,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    payload?: object,
  ) => Promise<Answered>
  /** A matter raised by hand, assigned where `lead` and `due` are given. */
  readonly aMatter: (given?: object) => Promise<MatterDetail>
  /** An action on the matter as it stands now. */
  readonly act: (who: SignedInUser, id: string, action: string, more?: object) => Promise<Answered>
  readonly shown: (id: string, who?: SignedInUser) => Promise<MatterDetail>
  readonly prove: (
    who: SignedInUser,
    id: string,
    ...files: readonly UploadedContent[]
  ) => Promise<Answered>
}

export async function matterDesk({ http, database }: TestApp): Promise<MatterDesk> {
  const { db } = database
  const planner = await signedIn(db, 'planner', region)
  let count = 0

  const ask: MatterDesk['ask'] = async ({ cookie }, method, url, payload) => {
    const reply = await http.inject({
      method,
      url: `/api${url}`,
      headers: { cookie },
      ...(payload && { payload }),
    })
    const isJson = String(reply.headers['content-type']).startsWith('application/json')
    return { status: reply.statusCode, body: isJson ? reply.json<unknown>() : reply.rawPayload }
  }
  const shown: MatterDesk['shown'] = async (id, who = planner) =>
    (await ask(who, 'GET', `/matters/${id}`)).body as MatterDetail
  return {
    planner,
    ask,
    shown,
    aUnit: async (name) => {
      count += 1
      const id = newId('organisation')
      await insertOrganisations(db, region, [
        {
          id,
          code: `bureau-t${count}`,
          kind: 'bureau',
          stages: [{ from: '2020-01-01', name }],
          aliases: [],
          revision: 0,
        },
      ])
      return { id, user: await signedIn(db, 'unit', region, id) }
    },
    aMatter: async (given = {}) => {
      const { body } = await ask(planner, 'POST', '/matters', {
        kind: 'plan-task',
        title: '建成技术中心',
        key: newId('form'),
        ...given,
      })
      return body as MatterDetail
    },
    act: async (who, id, action, more = {}) => {
      const { revision } = await shown(id)
      return ask(who, 'POST', `/matters/${id}/actions`, { revision, action, ...more })
    },
    prove: async ({ cookie }, id, ...files) => {
      const { payload, headers } = multipart(files)
      const reply = await http.inject({
        method: 'POST',
        url: `/api/matters/${id}/files`,
        headers: { ...headers, cookie },
        payload,
      })
      return { status: reply.statusCode, body: reply.json<unknown>() }
    },
  }
}
