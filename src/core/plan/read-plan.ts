import type { Document } from '../document/document.ts'
import type { Plan } from './plan.ts'
import { readEnterprises } from './part/read-enterprises.ts'
import { readIndustries } from './part/read-industries.ts'
import { readMeta } from './read-meta.ts'
import { readParks } from './part/read-parks.ts'
import { readProjects } from './part/read-projects.ts'
import type { Division } from './read-region.ts'
import { readTargets } from './target/read-targets.ts'
import { readTasks } from './task/read-tasks.ts'

/**
 * Reads all a document commits its region to; every item cites its place. Never throws: what a document
 * does not hold is absent. `divisions` is the table of administrative divisions, which gives the region
 * its full name and code.
 */
export function readPlan(document: Document, divisions: readonly Division[] = []): Plan {
  const meta = readMeta(document, divisions)
  const { period } = meta
  return {
    ...meta,
    targets: readTargets(document, { period, region: meta.region.name }),
    tasks: readTasks(document),
    projects: readProjects(document),
    industries: readIndustries(document, period),
    parks: readParks(document, period),
    enterprises: readEnterprises(document),
  }
}
