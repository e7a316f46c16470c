import type { ProjectListRow, takeProjects } from '#contract/project.ts'
import type { Answer, Parsed } from '#contract/route.ts'
import { plainEnterpriseName } from '#core/enterprise/duplicates.ts'
import type { OrganisationId } from '#core/id.ts'
import { type ListedProject, readProjectList } from '#core/project/read-project-list.ts'
import { dayInChina } from '#server/clock.ts'
import { readWorkbookApart } from '#server/figure-import/reading/read-workbook-apart.ts'
import type { WriteContext } from '#server/http/context.ts'
import { badInput, changedMeanwhile, Failure, refused } from '#server/http/failure.ts'
import { newId } from '#server/new-id.ts'
import { applyProjectChanges, enteredProject, type ProjectChange } from './change-projects.ts'
import { lockProjects, projectsOf, type StoredProject } from './store.ts'
import { type ProjectUnit, type ProjectUnits, unitsOf } from './words.ts'

const mostRows = 2000

interface ListFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The lines of a list as they would be taken; nothing is written. Refuses (400) what is no list. */
export async function listIn(
  { db, region, now }: WriteContext,
  grids: Awaited<ReturnType<typeof gridsIn>>,
): Promise<readonly ProjectListRow[]> {
  const units = await unitsOf(db, region.code, dayInChina(now))
  const rows = readProjectList(grids, {
    unitNames: namesOf(units, () => true),
    placeNames: namesOf(units, ({ dimension }) => dimension !== undefined),
  })
  if (!rows || rows.length === 0) {
    throw badInput('project-list-without-names', 'No columns of names and amounts were found')
  }
  if (rows.length > mostRows) {
    throw badInput('project-list-too-long', 'Too many lines', { most: mostRows })
  }
  const known = await projectsOf(db, region.code)
  return rows.map((row) => rowOf(row, known))
}

/** The cells of a workbook as texts, read in a thread of their own. */
export async function gridsIn(
  file: ListFile,
): Promise<readonly (readonly (readonly string[])[])[]> {
  const workbook = await readWorkbookApart(file)
  if (!workbook.ok) throw new Failure(workbook.error, 400)
  return workbook.value.grids
    .filter(({ isHidden }) => !isHidden)
    .map(({ rows }) => rows.map((row) => row.map((cell) => cell?.text ?? '')))
}

function namesOf(
  units: ProjectUnits,
  isMeant: (unit: ProjectUnit) => boolean,
): ReadonlyMap<string, OrganisationId> {
  return new Map(
    [...units.values()]
      .filter((unit) => unit.isThere && isMeant(unit))
      .flatMap(({ id, name, aliases }) =>
        [name, name.replace(/管(?:理)?委(?:员)?会$/u, ''), ...aliases].map(
          (each): [string, OrganisationId] => [plainEnterpriseName(each), id],
        ),
      ),
  )
}

function rowOf(row: ListedProject, known: readonly StoredProject[]): ProjectListRow {
  const { line, name, doubts, yearPlans, ...said } = row
  const same =
    known.find(({ code }) => code !== undefined && code === said.code) ??
    known.find((one) => one.name === name)
  const isTaken = doubts.every(({ code }) => code !== 'named-twice')
  const total = said.total ?? same?.total
  const { id, revision, ...before } = same ?? newProject
  const content = {
    ...before,
    ...said,
    name,
    yearPlans: [
      ...before.yearPlans.filter(({ year }) => yearPlans.every((one) => one.year !== year)),
      ...yearPlans,
    ].toSorted((a, b) => a.year - b.year),
  }
  return {
    line,
    name,
    doubts,
    ...(isTaken && total !== undefined && { content: { ...content, total } }),
    ...(same && id && { known: { id, revision, name: same.name } }),
  }
}

const newProject = {
  id: undefined,
  revision: 0,
  stage: 'reserve',
  content: '',
  yearPlans: [],
  links: [],
} as const

/** Writes the lines of a list, all or none. Refuses (409) what somebody changed meanwhile. */
export async function takeList(
  context: WriteContext,
  { fileName, rows }: Parsed<typeof takeProjects>,
): Promise<Answer<typeof takeProjects>> {
  const ids = rows.flatMap(({ known }) => (known ? [known.id] : []))
  if (new Set(ids).size < ids.length) {
    throw refused('project-list-twice', 'Two lines are one project')
  }
  const held = await lockProjects(context.db, context.region.code, ids)
  const units = await unitsOf(context.db, context.region.code, dayInChina(context.now))
  const changes = rows.map(({ line, content, known }): ProjectChange => {
    const before = known && held.find(({ id }) => id === known.id)
    if (known && before?.revision !== known.revision) {
      throw changedMeanwhile('Somebody changed a project meanwhile', { line })
    }
    const entered = enteredProject(units, content)
    const after = {
      ...entered,
      id: before?.id ?? newId('project'),
      revision: before?.revision ?? 0,
    }
    return { ...(before && { before }), after, why: `${fileName}（第${line}行）` }
  })
  await applyProjectChanges(context, changes)
  const added = changes.filter(({ before }) => !before).length
  return { added, changed: changes.length - added }
}
