import type { EventAction } from '#contract/texts/event-texts.zh.ts'
import type { Person } from '#contract/session.ts'
import { everywhere } from '#core/access/region-cover.ts'
import type { Id, UserId } from '#core/id.ts'
import type { Db } from '#server/db/db.ts'
import { record } from '#server/event/store.ts'

/** Who acts before anybody is signed in. */
export const nobody: Person = {
  id: '00000000-0000-7000-8000-000000000000' as UserId,
  name: '未登录',
}

export interface Trace {
  readonly at: string
  readonly by: Person
  /** Stable code, e.g. `signed-in`. */
  readonly action: EventAction
  /** The account it is about. */
  readonly account: UserId
  readonly entity?: { readonly kind: string; readonly id: Id<string> }
  readonly before?: unknown
  /** Never a password, a code or a token. */
  readonly after?: unknown
  readonly why?: string
}

/** What happens to accounts belongs to no region: it is logged for the whole installation. */
export function trace(db: Db, { account, entity, ...rest }: Trace): Promise<void> {
  return record(db, [
    {
      ...rest,
      region: everywhere,
      subject: account,
      entity: entity ?? { kind: 'user', id: account },
    },
  ])
}
