import { largestUpload } from '#contract/document.ts'
import {
  addProject,
  changeProject,
  listProjects,
  projectHistory,
  projectWords,
  readProject,
  readProjectFile,
  takeProjects,
} from '#contract/project.ts'
import type { ProjectId } from '#core/id.ts'
import { dayInChina } from '#server/clock.ts'
import { eventsOf } from '#server/event/store.ts'
import type { ReadContext } from '#server/http/context.ts'
import { type Endpoint, read, upload, write } from '#server/http/endpoint.ts'
import { badInput, changedMeanwhile, notFound, refused } from '#server/http/failure.ts'
import { momentOf } from '#server/indicator/as-of.ts'
import { newId } from '#server/new-id.ts'
import { applyProjectChanges, enteredProject } from './change-projects.ts'
import { projectsKnownAt } from './past.ts'
import { lockProjects, projectsOf, type StoredProject } from './store.ts'
import { gridsIn, listIn, takeList } from './take-list.ts'
import { projectRows, projectView } from './views.ts'
import { type ProjectUnits, unitsOf } from './words.ts'
import { buffer } from 'node:stream/consumers'

export const projectEndpoints: readonly Endpoint[] = [
  read(listProjects, async ({ asOf }, context) => {
    const { db, region } = context
    const scope = context.scopeOf('see-projects')
    const present = await projectsOf(db, region.code, { scope })
    if (asOf === undefined) return projectRows(context, present)
    const moment = momentOf(asOf)
    const past = await projectsKnownAt(db, region.code, present, moment)
    return projectRows(context, past, moment)
  }),

  read(projectWords, async (_, context) => {
    const units = [...(await unitsNow(context)).values()]
    return {
      units: units
        .filter(({ isThere }) => isThere)
        .map(({ id, name, dimension }) => ({ id, name, isPlace: dimension !== undefined })),
    }
  }),

  read(readProject, async ({ id, asOf }, context) => {
    const present = await visibleProject(context, id)
    if (asOf === undefined) return projectView(context, present)
    const moment = momentOf(asOf)
    const [past] = await projectsKnownAt(context.db, context.region.code, [present], moment)
    if (!past) throw refused('project-not-known-yet', 'Nobody had entered the project by that day')
    return projectView(context, past, moment)
  }),

  read(projectHistory, async ({ id }, context) => {
    await visibleProject(context, id)
    const events = await eventsOf(context.db, context.region.code, id)
    return {
      happenings: events.map(({ id: event, at, by, action, why, before, after }) => ({
        id: event,
        at,
        by,
        action,
        ...(why !== null && { why }),
        before,
        after,
      })),
    }
  }),

  write(addProject, async ({ content, why }, context) => {
    const entered = enteredProject(await unitsNow(context), content)
    const after = { ...entered, id: newId('project'), revision: 0 }
    const [saved = after] = await applyProjectChanges(context, [{ after, why }])
    return projectView(context, saved)
  }),

  write(changeProject, async ({ id, revision, content, why }, context) => {
    const [before] = await lockProjects(context.db, context.region.code, [id])
    if (!before) throw notFound('Project')
    if (before.revision !== revision) {
      const current = await projectView(context, before)
      throw changedMeanwhile('Somebody changed the project meanwhile', { current })
    }
    const after = { ...enteredProject(await unitsNow(context), content), id, revision }
    const [saved = after] = await applyProjectChanges(context, [{ before, after, why }])
    return projectView(context, saved)
  }),

  upload(readProjectFile, async (_, files, transact) => {
    for await (const { name, content, isCut } of files) {
      const bytes = await buffer(content)
      if (isCut()) {
        throw badInput('document-too-large', 'The file is too large', {
          what: name,
          limit: largestUpload,
        })
      }
      const grids = await gridsIn({ name, bytes })
      return transact(async (context) => ({ fileName: name, rows: await listIn(context, grids) }))
    }
    throw badInput('upload-empty', 'The request holds no file', { limit: largestUpload })
  }),

  write(takeProjects, (given, context) => takeList(context, given)),
]

function unitsNow({ db, region, now }: ReadContext): Promise<ProjectUnits> {
  return unitsOf(db, region.code, dayInChina(now))
}

/** A project within the caller's reach; to all others it is not there. */
async function visibleProject(
  { db, region, scopeOf }: ReadContext,
  id: ProjectId,
): Promise<StoredProject> {
  const scope = scopeOf('see-projects')
  const [one] = await projectsOf(db, region.code, { ids: [id], scope })
  if (!one) throw notFound('Project')
  return one
}
