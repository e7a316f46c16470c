import type { listMeetings } from '#contract/meeting.ts'
import type { Reply } from '#contract/route.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Badge } from '../ui/badge.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { PlanMeetingDialog } from './plan-meeting-dialog.tsx'
import { meetings } from './queries.ts'

type Listed = Reply<typeof listMeetings>['meetings'][number]

/** The meetings of the region: what they speak of, and what they decided. */
export function MeetingsPage() {
  const text = useTranslations('meetings')
  const query = useQuery(meetings())
  const [isPlanning, setIsPlanning] = useState(false)
  const plan = (
    <Button type="primary" onClick={() => setIsPlanning(true)}>
      {text('plan')}
    </Button>
  )
  return (
    <>
      <PageHeader title={text('title')} note={text('note')} actions={plan} />
      <QueryState query={query}>
        {(listed) => (
          <DataTable<Listed>
            label={text('title')}
            rows={listed}
            rowKey="id"
            empty={<EmptyState title={text('none')} hint={text('noneHint')} />}
            columns={[
              { title: text('day'), dataIndex: 'day', className: 'nowrap' },
              {
                title: text('name'),
                render: (_, { id, title }) => (
                  <Link to="/meetings/$meetingId" params={{ meetingId: id }}>
                    {title}
                  </Link>
                ),
              },
              {
                title: text('state'),
                render: (_, { state }) => (
                  <Badge
                    tone={state === 'closed' ? 'ok' : 'brand'}
                    shape={state === 'closed' ? 'check' : 'dot'}
                  >
                    {text(`states.${state}`)}
                  </Badge>
                ),
              },
              { title: text('items'), dataIndex: 'items', align: 'right' },
              { title: text('decisions'), dataIndex: 'decisions', align: 'right' },
            ]}
          />
        )}
      </QueryState>
      {isPlanning && <PlanMeetingDialog matters={[]} onClose={() => setIsPlanning(false)} />}
    </>
  )
}
