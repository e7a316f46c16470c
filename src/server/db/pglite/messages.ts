import type { MessagePort } from 'node:worker_threads'

/** How the engine's thread is started. */
export interface EngineOptions {
  /** Absent: in memory. */
  readonly folder?: string
  /** A dump of a data folder to start from. */
  readonly template?: Uint8Array
}

/** What the pool's side says to the engine's thread. */
export type ToEngine =
  | { readonly kind: 'connect'; readonly port: MessagePort }
  | { readonly kind: 'dump' }
  | { readonly kind: 'close' }

/** What the engine's thread says. */
export type FromEngine =
  | { readonly kind: 'ready' }
  /** An exception left the engine in an unknown state: it must not be asked again. */
  | { readonly kind: 'poisoned'; readonly why: string }
  | { readonly kind: 'dumped'; readonly bytes: Uint8Array }
  | { readonly kind: 'closed' }

/** On a connection's port: bytes of the protocol, or the end of the connection. */
export type OnPort = Uint8Array | 'end'
