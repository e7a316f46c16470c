import { bindTarget, type TargetMeasure } from '#contract/target-binding.ts'
import type { Input } from '#contract/route.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button, Segmented, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { session } from '../api/session.ts'
import { useMay } from '../api/use-may.ts'
import { useIndicatorName } from '../indicator/use-indicator-name.ts'
import { useSubjectName } from '../indicator/use-subject-name.ts'
import { Badge } from '../ui/badge.tsx'
import { dayOf } from '../ui/china-day.ts'
import { DataTable } from '../ui/data-table.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { type MeasureState, measureStates, proposedMeasure, stateOf } from './measure-state.ts'
import { targetMeasures, useBindTarget } from './queries.ts'
import styles from './ledger-table.module.css'

const route = getRouteApi('/targets/measures')

/** Which indicator measures each target: what is proposed is confirmed here, one by one or in bulk. */
export function MeasuresPage() {
  const text = useTranslations('measure')
  const who = useQuery(session())
  const region = who.data?.region.code
  const query = useQuery({ ...targetMeasures(region ?? ''), enabled: region !== undefined })
  return (
    <>
      <PageHeader title={text('title')} note={text('note')} />
      <QueryState query={query}>
        {(targets) => <Measures targets={targets} region={region ?? ''} />}
      </QueryState>
    </>
  )
}

function Measures({ targets, region }: { targets: readonly TargetMeasure[]; region: string }) {
  const text = useTranslations('measure')
  const { show } = route.useSearch()
  const navigate = route.useNavigate()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const mayBind = useMay(bindTarget)
  const bind = useBindTarget()
  const columns = useColumns(region, mayBind, bind)
  const count = (state: MeasureState): number =>
    targets.filter((target) => stateOf(target) === state).length
  const rows = targets.filter((target) => show === undefined || stateOf(target) === show)
  const confirmable = rows.filter(({ id }) => chosen.includes(id)).filter(proposedMeasure)
  const confirmChosen = async () => {
    for (const target of confirmable) {
      await bind.mutateAsync({ region, id: target.id, ...measurePart(target) })
    }
    setChosen([])
  }
  return (
    <>
      <div className={styles.bar}>
        <Segmented<MeasureState | 'all'>
          value={show ?? 'all'}
          onChange={(next) =>
            void navigate({ search: { show: next === 'all' ? undefined : next }, replace: true })
          }
          aria-label={text('show')}
          options={[
            { value: 'all', label: `${text('all')} ${targets.length}` },
            ...measureStates.map((state) => ({
              value: state,
              label: `${text(`states.${state}`)} ${count(state)}`,
            })),
          ]}
        />
        {mayBind && (
          <Button
            type="primary"
            disabled={confirmable.length === 0}
            loading={bind.isPending}
            onClick={() => void confirmChosen()}
          >
            {text('confirmChosen', { count: confirmable.length })}
          </Button>
        )}
      </div>
      {bind.error && <ErrorState error={bind.error} />}
      <DataTable<TargetMeasure>
        label={text('title')}
        rows={rows}
        rowKey="id"
        size="small"
        isLong
        columns={columns}
        empty={text('none')}
        {...(mayBind && {
          rowSelection: {
            selectedRowKeys: [...chosen],
            onChange: (keys) => setChosen(keys.map(String)),
            getTitleCheckboxProps: () => ({ 'aria-label': text('chooseAll') }),
            getCheckboxProps: (target) => ({
              disabled: proposedMeasure(target) === undefined,
              'aria-label': text('choose', { name: target.name }),
            }),
          },
        })}
      />
    </>
  )
}

function measurePart(target: TargetMeasure): Pick<Input<typeof bindTarget>, 'measure'> {
  const measure = proposedMeasure(target)
  return measure ? { measure } : {}
}

function useColumns(
  region: string,
  mayBind: boolean,
  bind: ReturnType<typeof useBindTarget>,
): TableColumnsType<TargetMeasure> {
  const text = useTranslations('measure')
  const indicatorName = useIndicatorName()
  const subjectName = useSubjectName()
  return [
    {
      title: text('target'),
      render: (_, { id, name, scope, planTitle }) => (
        <>
          <Link to="/targets" search={{ target: id }}>
            {scope === undefined || name.includes(scope) ? name : `${scope} · ${name}`}
          </Link>
          <small className={styles.year}>{planTitle}</small>
        </>
      ),
    },
    { title: text('unit'), render: (_, { unit }) => unit ?? '—' },
    {
      title: text('indicator'),
      render: (_, { binding, proposals: [best] }) => {
        const code = binding?.indicator ?? best?.indicator
        if (code === undefined) return '—'
        return (
          <>
            <Link to="/indicators/$code" params={{ code }}>
              {indicatorName(code)}
            </Link>
            {!binding && best && <small className={styles.year}>{best.name}</small>}
          </>
        )
      },
    },
    {
      title: text('subject'),
      render: (_, { binding, proposals: [best] }) => {
        const subject = binding?.subject ?? best?.subject
        if (subject) return subjectName(subject)
        return best ? text('noSubject') : '—'
      },
    },
    {
      title: text('state'),
      render: (_, target) => <State target={target} />,
    },
    {
      title: <span className="visually-hidden">{text('confirm')}</span>,
      render: (_, target) => {
        if (!mayBind) return null
        if (target.binding) {
          return (
            <Button
              size="small"
              aria-label={text('undoOf', { name: target.name })}
              onClick={() => bind.mutate({ region, id: target.id })}
            >
              {text('undo')}
            </Button>
          )
        }
        return proposedMeasure(target) ? (
          <Button
            size="small"
            aria-label={text('confirmOf', { name: target.name })}
            onClick={() => bind.mutate({ region, id: target.id, ...measurePart(target) })}
          >
            {text('confirm')}
          </Button>
        ) : null
      },
    },
  ]
}

function State({ target }: { target: TargetMeasure }) {
  const text = useTranslations('measure')
  const { binding, proposals } = target
  const [best] = proposals
  if (binding) {
    return (
      <>
        <Badge tone="ok" shape="check">
          {text('confirmed')}
        </Badge>
        <small className={styles.year}>
          {text('by', { name: binding.confirmedBy.name, day: dayOf(binding.confirmedAt) })}
        </small>
      </>
    )
  }
  if (!best) return <Badge tone="none">{text('states.none')}</Badge>
  return (
    <>
      <Badge tone="warn">{text('states.proposed')}</Badge>
      <small className={styles.year}>{best.reasons.join('；')}</small>
    </>
  )
}
