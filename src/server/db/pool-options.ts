import { parserOf } from './types.ts'
import type { PoolConfig } from 'pg'

export interface Maintenance {
  /** Writes what the log holds into the files; to be called after bulk work. */
  checkpoint(): Promise<void>
}

/** What all pools have in common: how values arrive, and how long to wait for a connection. */
export const poolOptions = {
  user: 'postgres',
  database: 'postgres',
  types: { getTypeParser: parserOf },
  connectionTimeoutMillis: 30_000,
} as const satisfies PoolConfig
