import type { DutyProposal } from '#contract/matter-duty.ts'
import type { OrganisationId, PlanId } from '#core/id.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { App, Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { session } from '../api/session.ts'
import { organisations } from '../organisation/queries.ts'
import { plans } from '../plan/queries.ts'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { type Chosen, chosenFirst, dutiesSent } from './duties.ts'
import { dutiesOf, useRaiseDuties } from './queries.ts'
import styles from './matters.module.css'

const route = getRouteApi('/matters/duties')

/** The tasks of a plan become matters, after a person confirmed lead and day. */
export function DutiesPage() {
  const text = useTranslations('matters.duty')
  const { planId } = route.useSearch()
  const navigate = route.useNavigate()
  const who = useQuery(session())
  const published = useQuery(plans())
  const region = who.data?.region.code
  const own = (published.data ?? []).filter((plan) => plan.region.code === region)
  const chosen = planId ?? own[0]?.id
  return (
    <>
      <PageHeader
        title={text('title')}
        note={text('note')}
        actions={
          <Select
            className={styles.search ?? ''}
            placeholder={text('choose')}
            aria-label={text('plan')}
            value={chosen ?? null}
            popupMatchSelectWidth={false}
            onChange={(next) => void navigate({ search: { planId: next ?? undefined } })}
            options={own.map(({ id, title }) => ({ value: id, label: title }))}
          />
        }
      />
      {region !== undefined && chosen !== undefined ? (
        <Duties key={chosen} region={region} planId={chosen as PlanId} />
      ) : (
        <EmptyState title={text('none')} />
      )}
    </>
  )
}

function Duties({ region, planId }: { region: string; planId: PlanId }) {
  const query = useQuery(dutiesOf(region, planId))
  return (
    <QueryState query={query}>
      {({ duties }) => <DutyTable duties={duties} region={region} planId={planId} />}
    </QueryState>
  )
}

function DutyTable({
  duties,
  region,
  planId,
}: {
  duties: readonly DutyProposal[]
  region: string
  planId: PlanId
}) {
  const text = useTranslations('matters.duty')
  const { message } = App.useApp()
  const raise = useRaiseDuties()
  const [picked, setPicked] = useState<readonly string[]>([])
  const [changes, setChanges] = useState<Readonly<Record<string, Partial<Chosen>>>>({})
  const chosenOf = (duty: DutyProposal): Chosen => ({
    ...chosenFirst(duty),
    ...changes[duty.taskId],
  })
  const change = (taskId: string, next: Partial<Chosen>) =>
    setChanges((now) => ({ ...now, [taskId]: { ...now[taskId], ...next } }))
  const open = duties.filter(({ taskId, matterId }) => picked.includes(taskId) && !matterId)
  return (
    <>
      <div className={styles.actions} style={{ marginBottom: 8 }}>
        <Button
          type="primary"
          disabled={open.length === 0}
          loading={raise.isPending}
          onClick={() =>
            raise.mutate(
              { region, planId, tasks: open.map((duty) => dutiesSent(duty, chosenOf(duty))) },
              {
                onSuccess: ({ raised, parts }) => {
                  setPicked([])
                  void message.success(text('raised', { count: raised.length, parts }))
                },
              },
            )
          }
        >
          {text('raise', { count: open.length })}
        </Button>
      </div>
      <DataTable<DutyProposal>
        label={text('title')}
        rows={duties}
        rowKey="taskId"
        empty={<EmptyState title={text('none')} />}
        rowSelection={{
          selectedRowKeys: [...picked],
          onChange: (keys) => setPicked(keys.map(String)),
          getCheckboxProps: ({ matterId, content }) => ({
            disabled: matterId !== undefined,
            name: content.text,
          }),
        }}
        columns={[
          { title: text('task'), render: (_, duty) => <Task duty={duty} /> },
          {
            title: text('lead'),
            width: 220,
            render: (_, duty) => (
              <Lead
                duty={duty}
                value={chosenOf(duty).lead}
                onChange={(lead) => change(duty.taskId, { lead })}
              />
            ),
          },
          {
            title: text('due'),
            render: (_, duty) =>
              !duty.matterId && (
                <>
                  <Input
                    type="date"
                    aria-label={text('due')}
                    value={chosenOf(duty).due ?? ''}
                    onChange={({ target }) =>
                      change(duty.taskId, { due: target.value || undefined })
                    }
                  />
                  {duty.quarters.length > 0 && (
                    <Checkbox
                      checked={chosenOf(duty).quarters}
                      onChange={({ target }) => change(duty.taskId, { quarters: target.checked })}
                    >
                      {text('quarters')}
                    </Checkbox>
                  )}
                </>
              ),
          },
          {
            title: text('figure'),
            width: 280,
            render: (_, duty) =>
              !duty.matterId &&
              duty.figures.length > 0 && (
                <Select<number[]>
                  mode="multiple"
                  allowClear
                  style={{ width: '100%' }}
                  aria-label={text('figure')}
                  value={[...chosenOf(duty).figures]}
                  onChange={(figures) => change(duty.taskId, { figures })}
                  options={duty.figures.map((one, i) => ({
                    value: i,
                    label: `${one.text}（${one.indicatorName}）`,
                  }))}
                />
              ),
          },
        ]}
      />
    </>
  )
}

function Task({ duty: { content, chapter, matterId } }: { duty: DutyProposal }) {
  const text = useTranslations('matters.duty')
  return (
    <>
      {content.no} {content.text}
      <div className={styles.note}>
        {chapter}
        {matterId && (
          <>
            {' · '}
            <Link to="/matters/$matterId" params={{ matterId }}>
              {text('known')}
            </Link>
          </>
        )}
      </div>
    </>
  )
}

function Lead({
  duty,
  value,
  onChange,
}: {
  duty: DutyProposal
  value: OrganisationId | undefined
  onChange: (lead: OrganisationId | undefined) => void
}) {
  const text = useTranslations('matters.duty')
  const units = useQuery(organisations())
  const wordings = duty.lead.map(({ wording }) => wording).join('、')
  if (duty.matterId) return wordings
  return (
    <>
      <Select
        allowClear
        style={{ width: '100%' }}
        aria-label={text('lead')}
        value={value ?? null}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(lead) => onChange(lead ?? undefined)}
        options={(units.data?.organisations ?? [])
          .filter(({ kind }) => kind !== 'enterprise')
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div className={styles.note}>
        {wordings === ''
          ? text('noLead')
          : value === undefined
            ? text('unclear', { wording: wordings })
            : wordings}
      </div>
    </>
  )
}
