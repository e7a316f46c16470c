import { type Meeting, MeetingContent, minutesFile } from '#contract/meeting.ts'
import { callOf } from '#contract/route.ts'
import type { MeetingId } from '#core/id.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Alert, App, Button } from 'antd'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useDraft } from '../matter-rule/use-draft.ts'
import rule from '../matter-rule/matter-rule.module.css'
import { Badge } from '../ui/badge.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { useProblemText } from '../ui/use-problem-text.ts'
import { MeetingForm } from './meeting-form.tsx'
import { oneMeeting, useCloseMeeting, useSaveMeeting } from './queries.ts'

const route = getRouteApi('/meetings/$meetingId')

/** One meeting: agenda, notes, decisions; closed, its decisions are matters. */
export function MeetingPage() {
  const { meetingId } = route.useParams()
  const query = useQuery(oneMeeting(meetingId as MeetingId))
  return (
    <QueryState query={query}>
      {(meeting) => <MeetingDesk key={meeting.id} meeting={meeting} />}
    </QueryState>
  )
}

function MeetingDesk({ meeting }: { meeting: Meeting }) {
  const text = useTranslations('meetings')
  const problemText = useProblemText()
  const { message, modal } = App.useApp()
  const save = useSaveMeeting()
  const close = useCloseMeeting()
  const stored = useMemo(() => MeetingContent.parse(meeting.content), [meeting.content])
  const draft = useDraft({ version: meeting.revision, inForce: true }, stored)
  const isClosed = meeting.state === 'closed'
  const { id } = meeting
  const error = save.error ?? close.error
  const decisions = draft.content.agenda.flatMap((item) => item.decisions)
  const store = () =>
    save.mutateAsync(
      { id, revision: draft.version, content: draft.content },
      {
        onSuccess: ({ revision }) => draft.saved({ version: revision, inForce: true }),
      },
    )
  const end = async () => {
    const revision = draft.isChanged ? (await store()).revision : draft.version
    await close.mutateAsync({ id, revision })
    void message.success(text('closed', { count: decisions.length }))
  }
  return (
    <>
      <PageHeader
        title={draft.content.title || text('title')}
        note={
          <>
            <Badge tone={isClosed ? 'ok' : 'brand'} shape={isClosed ? 'check' : 'dot'}>
              {text(`states.${meeting.state}`)}
            </Badge>
            <span>{draft.content.day}</span>
          </>
        }
        actions={
          <>
            <Button href={callOf(minutesFile, { id }).url} download disabled={draft.isChanged}>
              {text(isClosed ? 'minutes' : 'agendaFile')}
            </Button>
            {!isClosed && (
              <>
                <Button
                  type="primary"
                  disabled={!draft.isChanged}
                  loading={save.isPending}
                  onClick={() => void store().then(() => message.success(text('saved')), refused)}
                >
                  {text('save')}
                </Button>
                <Button
                  loading={close.isPending}
                  onClick={() =>
                    void modal.confirm({
                      title: text('close'),
                      content: text('closeNote', { count: decisions.length }),
                      okText: text('close'),
                      cancelText: text('cancel'),
                      onOk: () => end().catch(refused),
                    })
                  }
                >
                  {text('close')}
                </Button>
              </>
            )}
          </>
        }
      />
      {draft.newer !== undefined && !isClosed && (
        <Alert
          type="warning"
          showIcon
          title={text('newer', { name: meeting.changedBy.name })}
          style={{ marginBottom: 12 }}
          action={
            <div className={rule.moves}>
              <Button size="small" onClick={draft.keep}>
                {text('keep')}
              </Button>
              <Button size="small" onClick={draft.adopt}>
                {text('adopt')}
              </Button>
            </div>
          }
        />
      )}
      {error && (
        <Alert
          type="error"
          showIcon
          title={problemText(error).message}
          style={{ marginBottom: 12 }}
        />
      )}
      {isClosed && <Raised meeting={meeting} />}
      <MeetingForm
        content={isClosed ? stored : draft.content}
        meeting={meeting}
        readOnly={isClosed}
        onChange={draft.change}
      />
    </>
  )
}

/** What was refused is told above the form; nothing else follows. */
function refused(): undefined {
  return undefined
}

function Raised({ meeting: { raised } }: { meeting: Meeting }) {
  const text = useTranslations('meetings')
  return (
    <section className={rule.part} aria-label={text('raised')}>
      <h2>{text('raised')}</h2>
      {raised.length === 0 && <p className={rule.note}>{text('noneRaised')}</p>}
      <ul className={rule.faults}>
        {raised.map(({ matter }) => (
          <li key={matter.id}>
            <Link to="/matters/$matterId" params={{ matterId: matter.id }}>
              {matter.number} {matter.title}
            </Link>{' '}
            <span className={rule.note}>{matter.stateName}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
