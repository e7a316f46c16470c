import {
  closeMeeting,
  listMeetings,
  minutesFile,
  planMeeting,
  saveMeeting,
  showMeeting,
} from '#contract/meeting.ts'
import { type Endpoint, file, read, write } from '#server/http/endpoint.ts'
import { notFound } from '#server/http/failure.ts'
import { closeOneMeeting, meetingView, planOneMeeting, writeMeeting } from './meeting.ts'
import { meetingOf, meetingsOf } from './meeting-store.ts'
import { minutesDocument, nameOfMinutes } from './minutes.ts'

export const meetingEndpoints: readonly Endpoint[] = [
  read(listMeetings, async ({ limit }, { db, region }) => {
    const rows = await meetingsOf(db, region.code, limit)
    return {
      meetings: rows.map(({ id, day, state, content }) => ({
        id,
        day,
        state,
        title: content.title,
        items: content.agenda.length,
        decisions: content.agenda.flatMap(({ decisions }) => decisions).length,
      })),
    }
  }),

  read(showMeeting, async ({ id }, context) => {
    const row = await meetingOf(context.db, context.region.code, id)
    if (!row) throw notFound('Meeting')
    return meetingView(context, row)
  }),

  write(planMeeting, async (given, context) =>
    meetingView(context, await planOneMeeting(context, given)),
  ),

  write(saveMeeting, async ({ id, revision, content }, context) =>
    meetingView(context, await writeMeeting(context, id, { revision, content })),
  ),

  write(closeMeeting, async ({ id, revision }, context) =>
    meetingView(context, await closeOneMeeting(context, id, revision)),
  ),

  file(minutesFile, async ({ id }, context) => {
    const row = await meetingOf(context.db, context.region.code, id)
    if (!row) throw notFound('Meeting')
    const meeting = await meetingView(context, row)
    return {
      name: `${nameOfMinutes(meeting)}.docx`,
      content: await minutesDocument(meeting, { simulated: context.region.simulated }),
    }
  }),
]
