import type { Action } from '#core/access/action.ts'
import type { OrganisationId } from '#core/id.ts'
import type { SearchKind } from '#core/search/kind.ts'
import type { Spelling } from '#core/search/spelling.ts'

export interface SearchTables {
  readonly searchEntry: SearchEntryTable
}

interface SearchEntryTable {
  readonly regionCode: string
  readonly kind: SearchKind
  readonly id: string
  readonly ownerId: string | null
  readonly title: string
  readonly body: string
  readonly context: string
  readonly spelling: Spelling
  readonly link: string
  readonly needs: Action
  readonly organisationId: OrganisationId | null
  readonly isEverywhere: boolean
  readonly digest: string
  readonly indexedAt: string
  readonly lexemes: string
}
