import type { EnterpriseId, OrganisationId } from '../id.ts'
import type { Period } from '../period/period.ts'
import type { EnterpriseSize } from './size.ts'
import type { Uscc } from './uscc.ts'

export interface FormerName {
  readonly name: string
  /** The last day it was called so, where that is known. */
  readonly to?: string
}

export interface Contact {
  readonly name: string
  /** What they answer for: 统计、安全. */
  readonly role: string
  readonly phone: string
}

/** A time above the designated size (规上): the first and the last period an enterprise reports for. */
export interface Listing {
  readonly from: Period
  readonly to?: Period
  /** Why it entered or left: 月度入库, 停产. */
  readonly reason: string
}

/** A place in a chain. */
export interface ChainPlace {
  readonly chain: string
  readonly node: string
}

/** What an enterprise is recognised as for a time, and the share of its figures that counts for it. */
export interface TagSpan {
  readonly tag: string
  /** Above 0 and up to 1 as an exact decimal. */
  readonly share: string
  readonly from: Period
  readonly to?: Period
  /** The document that says so. */
  readonly evidence: string
}

/** A product with the share of the enterprise's figures it makes for a time, and what it is recognised as. */
export interface ProductShare {
  readonly product: string
  /** Above 0 and up to 1 as an exact decimal of at most six digits. */
  readonly share: string
  /** Tags told by share: 战新. */
  readonly tags: readonly string[]
  readonly from: Period
  readonly to?: Period
}

export const enterpriseStates = ['active', 'closed', 'merged'] as const
export type EnterpriseState = (typeof enterpriseStates)[number]

/** An enterprise of a region. It keeps its id for ever, whatever it is called. */
export interface Enterprise {
  readonly id: EnterpriseId
  /** Absent only where nobody knew it yet. */
  readonly uscc?: Uscc
  readonly name: string
  readonly formerNames: readonly FormerName[]
  /** 小类 of GB/T 4754-2017. */
  readonly industry?: string
  readonly size?: EnterpriseSize
  readonly park?: OrganisationId
  readonly town?: OrganisationId
  /** Its own unit, where somebody signs in for it. */
  readonly organisation?: OrganisationId
  /** The day it was registered. */
  readonly established?: string
  readonly address: string
  readonly products: string
  readonly contacts: readonly Contact[]
  readonly listings: readonly Listing[]
  readonly places: readonly ChainPlace[]
  readonly tags: readonly TagSpan[]
  /** Absent where nobody told them; the tags they carry follow from them. */
  readonly productShares?: readonly ProductShare[]
  readonly state: EnterpriseState
  /** The last day it existed by itself. */
  readonly endedOn?: string
  readonly mergedInto?: EnterpriseId
}
