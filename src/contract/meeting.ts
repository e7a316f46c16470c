import { day, id, line, list, moment, revision } from './fields.ts'
import { MatterLink, MatterSummary } from './matter.ts'
import { OrganisationName, Rhythm } from './matter-fields.ts'
import { fileRoute, route } from './route.ts'
import { Person } from './session.ts'
import * as z from 'zod'

const text = z.string().trim().max(5000)

/** A decision becomes a matter when the meeting is closed. */
const decision = z.object({
  id: z.uuid(),
  text: line,
  lead: id('organisation').exactOptional(),
  responsible: list(id('organisation')).default([]),
  due: day.exactOptional(),
  rhythm: Rhythm.exactOptional(),
})

const agendaItem = z.object({
  id: z.uuid(),
  title: line,
  /** Matters that are spoken of. */
  matters: list(id('matter')).default([]),
  /** Who reports. */
  speaker: z.string().trim().max(200).default(''),
  /** What was said. */
  notes: text.default(''),
  decisions: list(decision).default([]),
})

export const MeetingContent = z.object({
  title: line,
  day,
  place: z.string().trim().max(200).default(''),
  chair: z.string().trim().max(200).default(''),
  /** 出席 */
  present: z.string().trim().max(2000).default(''),
  /** 请假 */
  absent: z.string().trim().max(2000).exactOptional(),
  agenda: list(agendaItem).default([]),
})
export type MeetingContent = z.output<typeof MeetingContent>

export const Meeting = z
  .object({
    id: id('meeting'),
    content: MeetingContent,
    /** `planned` until its decisions are made matters. */
    state: z.enum(['planned', 'closed']),
    revision,
    changedBy: Person,
    changedAt: moment,
    /** The matters on its agenda as they stand now. */
    matters: list(MatterSummary),
    /** What its decisions became, by the id of the decision. */
    raised: list(z.object({ decisionId: z.uuid(), matter: MatterLink })),
    units: list(OrganisationName),
  })
  .meta({ id: 'Meeting' })
export type Meeting = z.output<typeof Meeting>

export const listMeetings = route({
  method: 'GET',
  path: '/meetings',
  summary: 'Meetings of the region, latest first',
  needs: 'supervise',
  input: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
  reply: z.object({
    meetings: list(
      z.object({
        id: id('meeting'),
        title: z.string(),
        day,
        state: z.enum(['planned', 'closed']),
        items: z.int(),
        decisions: z.int(),
      }),
    ),
  }),
})

const meetingInput = { id: id('meeting') }

export const showMeeting = route({
  method: 'GET',
  path: '/meetings/:id',
  summary: 'A meeting with its agenda, notes and decisions',
  needs: 'supervise',
  input: z.object(meetingInput),
  reply: Meeting,
})

export const planMeeting = route({
  method: 'POST',
  path: '/meetings',
  summary: 'Plan a meeting; each picked matter becomes a point of its agenda',
  needs: 'supervise',
  input: z.object({
    title: line,
    day,
    place: z.string().trim().max(200).default(''),
    matters: list(id('matter')).default([]),
  }),
  reply: Meeting,
})

/** Refused with 409 `changed-meanwhile` (detail: the `Meeting`) or `meeting-closed`. */
export const saveMeeting = route({
  method: 'PUT',
  path: '/meetings/:id',
  summary: 'Write down agenda, notes and decisions',
  needs: 'supervise',
  input: z.object({ ...meetingInput, revision, content: MeetingContent }),
  reply: Meeting,
})

export const closeMeeting = route({
  method: 'POST',
  path: '/meetings/:id/closing',
  summary: 'Close a meeting: its decisions become matters',
  needs: 'supervise',
  input: z.object({ ...meetingInput, revision }),
  reply: Meeting,
})

export const minutesFile = fileRoute({
  path: '/meetings/:id/minutes.docx',
  summary: 'Minutes in the layout of official documents; before it is closed the agenda',
  needs: 'supervise',
  input: z.object(meetingInput),
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
})
