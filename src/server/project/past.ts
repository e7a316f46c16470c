import type { EventAction } from '#contract/texts/event-texts.zh.ts'
import { ProjectContent } from '#contract/project.ts'
import type { ReadDb } from '#server/db/db.ts'
import type { StoredProject } from './store.ts'
import { sql } from 'kysely'

const added: EventAction = 'project-added'
const changed: EventAction = 'project-changed'

/**
 * The projects as they were entered at a moment, by the log of their changes; those entered later are
 * left out. One the log says nothing of came with the installation and was never changed.
 */
export async function projectsKnownAt(
  db: ReadDb,
  region: string,
  projects: readonly StoredProject[],
  moment: string,
): Promise<readonly StoredProject[]> {
  const ids = projects.map(({ id }) => id)
  const entries = db
    .selectFrom('event')
    .distinctOn('subjectId')
    .select(['subjectId', 'action', 'before', 'after'])
    .where('regionCode', '=', region)
    .where(sql<boolean>`subject_id = any(${ids}::uuid[])`)
    .where('action', 'in', [added, changed])
    .orderBy('subjectId')
  const last = await entries.where('at', '<=', moment).orderBy('position', 'desc').execute()
  const next = await entries.where('at', '>', moment).orderBy('position').execute()
  const lastOf = new Map(last.map((entry) => [entry.subjectId, entry]))
  const nextOf = new Map(next.map((entry) => [entry.subjectId, entry]))
  return projects.flatMap((one) => {
    const [past, later] = [lastOf.get(one.id), nextOf.get(one.id)]
    if (past) return [entered(one, past.after)]
    if (!later) return [one]
    return later.action === added ? [] : [entered(one, later.before)]
  })
}

function entered({ id, revision }: StoredProject, said: unknown): StoredProject {
  return { ...ProjectContent.parse(said), id, revision }
}
