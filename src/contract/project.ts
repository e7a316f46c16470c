import { projectLinkKinds, projectStages } from '#core/project/project.ts'
import { lineDoubtCodes } from '#core/project/read-project-list.ts'
import { day, id, line, list, moment, revision } from './fields.ts'
import { Happening } from './log.ts'
import { PeriodText } from './figure-fields.ts'
import { route, uploadRoute } from './route.ts'
import * as z from 'zod'

export const ProjectStage = z.enum(projectStages)

/** An amount from zero on as an exact decimal. */
const amount = z.string().regex(/^\d{1,12}(?:\.\d{1,6})?$/u)
const year = z.int().min(1990).max(2100)

export const YearPlan = z.object({ year, amount })
export const ProjectLink = z.object({ kind: z.enum(projectLinkKinds), id: z.uuid() })

/** What somebody may enter of a project: money in ten thousand yuan, land in mu. */
export const ProjectContent = z
  .object({
    code: z.string().trim().max(40).exactOptional(),
    name: line.max(200),
    stage: ProjectStage,
    unit: id('organisation').exactOptional(),
    place: id('organisation').exactOptional(),
    enterprise: id('enterprise').exactOptional(),
    content: z.string().trim().max(2000),
    total: amount,
    land: amount.exactOptional(),
    from: PeriodText.exactOptional(),
    to: PeriodText.exactOptional(),
    yearPlans: z.array(YearPlan).max(30).readonly(),
    links: z.array(ProjectLink).max(50).readonly(),
  })
  .meta({ id: 'ProjectEntry' })
export type ProjectContent = z.output<typeof ProjectContent>

const Progress = z.object({
  period: PeriodText.exactOptional(),
  thisYear: z.number().exactOptional(),
  yearPlan: z.number().exactOptional(),
  yearShare: z.number().exactOptional(),
  yearGone: z.number().exactOptional(),
  pace: z.enum(['on-time', 'slow', 'late']).exactOptional(),
  sinceStart: z.number().exactOptional(),
  totalShare: z.number().exactOptional(),
})

export const ProjectRow = z
  .object({
    id: id('project'),
    code: z.string().exactOptional(),
    name: z.string(),
    stage: ProjectStage,
    unit: z.string().exactOptional(),
    place: z.string().exactOptional(),
    total: amount,
    progress: Progress,
  })
  .meta({ id: 'ProjectRow' })
export type ProjectRow = z.output<typeof ProjectRow>

/** The day or moment as of which projects, units and investment are shown; the present without one. */
const asOf = z.union([moment, day]).exactOptional()

export const listProjects = route({
  method: 'GET',
  path: '/projects',
  summary: 'The key projects within the own reach, with how far their investment has gone',
  needs: 'see-projects',
  input: z.object({ asOf }),
  reply: z.object({
    /** The year progress is told for; absent where nothing was told. */
    year: z.int().exactOptional(),
    projects: list(ProjectRow),
  }),
})

const Unit = z.object({ id: id('organisation'), name: z.string(), isPlace: z.boolean() })

export const projectWords = route({
  method: 'GET',
  path: '/project-words',
  summary: 'The units that may answer for a project, and the parks and towns it may lie in',
  needs: 'see-projects',
  input: z.object({}),
  reply: z.object({ units: list(Unit) }),
})
export type ProjectWords = z.output<(typeof projectWords)['reply']>

export const ProjectView = z
  .object({
    id: id('project'),
    content: ProjectContent,
    unit: z.string().exactOptional(),
    place: z.string().exactOptional(),
    enterprise: z.string().exactOptional(),
    /** What it is linked with, as far as the caller may see it. */
    links: list(ProjectLink.extend({ title: z.string(), link: z.string() })),
    progress: Progress,
    /** Invested from January to the end of each month told. */
    months: list(z.object({ period: PeriodText, value: z.number() })),
    revision,
  })
  .meta({ id: 'ProjectView' })
export type ProjectView = z.output<typeof ProjectView>

export const readProject = route({
  method: 'GET',
  path: '/projects/:id',
  summary: 'One key project with its investment month by month and what it is linked with',
  needs: 'see-projects',
  input: z.object({ id: id('project'), asOf }),
  reply: ProjectView,
})

export const projectHistory = route({
  method: 'GET',
  path: '/projects/:id/history',
  summary: 'What was entered about a project, the latest first',
  needs: 'see-projects',
  input: z.object({ id: id('project') }),
  reply: z.object({ happenings: list(Happening) }),
})

const why = line.max(500)

export const addProject = route({
  method: 'POST',
  path: '/projects',
  summary: 'Put a key project into the registry',
  needs: 'manage-projects',
  input: z.object({ content: ProjectContent, why }),
  reply: ProjectView,
})

export const changeProject = route({
  method: 'PUT',
  path: '/projects/:id',
  summary: 'Change what is known of a key project',
  needs: 'manage-projects',
  input: z.object({ id: id('project'), revision, content: ProjectContent, why }),
  reply: ProjectView,
})

/** A line of a list, as it would be taken; `known` is the project it is by its code or name. */
export const ProjectListRow = z.object({
  line: z.int(),
  content: ProjectContent.exactOptional(),
  name: z.string(),
  known: z.object({ id: id('project'), revision, name: z.string() }).exactOptional(),
  doubts: list(z.object({ code: z.enum(lineDoubtCodes), text: z.string() })),
})
export type ProjectListRow = z.output<typeof ProjectListRow>

export const readProjectFile = uploadRoute({
  path: '/project-lists',
  summary: 'Read a list of projects; nothing is written',
  needs: 'manage-projects',
  input: z.object({}),
  reply: z.object({ fileName: z.string(), rows: list(ProjectListRow) }),
})

export const takeProjects = route({
  method: 'POST',
  path: '/project-batches',
  summary: 'Write the projects of a list, all or none',
  needs: 'manage-projects',
  input: z.object({
    fileName: line.max(300),
    rows: z
      .array(
        z.object({
          line: z.int(),
          content: ProjectContent,
          known: z.object({ id: id('project'), revision }).exactOptional(),
        }),
      )
      .min(1)
      .max(2000)
      .readonly(),
  }),
  reply: z.object({ added: z.int(), changed: z.int() }),
})
