import type { Person } from '#contract/session.ts'
import type { KeyAction } from '#contract/api-key.ts'
import type { Id } from '#core/id.ts'

export interface ExchangeTables {
  readonly apiKey: ApiKeyTable
}

interface ApiKeyTable {
  readonly id: Id<'api-key'>
  readonly regionCode: string
  readonly name: string
  readonly prefix: string
  readonly secretHash: string
  readonly actions: readonly KeyAction[]
  readonly indicators: readonly string[] | null
  readonly requestsPerMinute: number
  readonly madeBy: Person
  readonly madeAt: string
  readonly expiresAt: string
  readonly revokedBy: Person | null
  readonly revokedAt: string | null
  readonly lastUsedAt: string | null
}
