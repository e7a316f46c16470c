import type { Person } from '#contract/session.ts'
import type { ExternalIdentityId, UserId } from '#core/id.ts'

export interface IdentityTables {
  readonly externalIdentity: ExternalIdentityTable
  readonly signInFlow: SignInFlowTable
}

interface ExternalIdentityTable {
  readonly id: ExternalIdentityId
  readonly issuer: string
  readonly subject: string
  readonly name: string
  readonly login: string
  readonly firstAt: string
  readonly lastAt: string
  readonly userId: UserId | null
  readonly linkedBy: Person | null
  readonly confirmedBy: Person | null
}

interface SignInFlowTable {
  readonly tokenHash: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly expiresAt: string
}
