import { enterpriseSource } from '#server/enterprise/search-entries.ts'
import { documentSource, planSource } from '#server/plan/search-entries.ts'
import { matterSource } from '#server/matter/search-entries.ts'
import { projectSource } from '#server/project/search-entries.ts'
import type { SearchSource } from './source.ts'

/** Everything that can be found; a slice whose things can be found adds its source. */
export const searchSources: readonly SearchSource[] = [
  planSource,
  documentSource,
  enterpriseSource,
  matterSource,
  projectSource,
]
