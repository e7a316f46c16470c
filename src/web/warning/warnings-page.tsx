import { judgeWarning, lookForWarnings, type Warning } from '#contract/warning.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { App, Button, Input, Segmented, Select, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMay } from '../api/use-may.ts'
import type { WarningSearch } from '../search.ts'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { standings } from '../watching/queries.ts'
import { monthsOnly, usePeriodName } from '../watching/use-period-name.ts'
import styles from '../watching/watching.module.css'
import { GradeBadge } from './grade-badge.tsx'
import { JudgeDialog } from './judge-dialog.tsx'
import { MatterDialog } from './matter-dialog.tsx'
import { useLook, warnings } from './queries.ts'
import { figureWords } from './warning-figures.ts'

const route = getRouteApi('/warnings')

/** The warning desk: what stands, why, and what becomes of it. */
export function WarningsPage() {
  const text = useTranslations('warning')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(
    warnings({
      state: search.state ?? 'open',
      ...(search.grade && { grade: search.grade }),
      ...(search.subject && { subject: search.subject }),
      ...(search.text && { text: search.text }),
    }),
  )
  const choose = (next: WarningSearch) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false })
  return (
    <>
      <PageHeader title={text('title')} note={text('note')} actions={<Actions />} />
      <Filters search={search} onChoose={choose} />
      <QueryState query={query}>
        {(reply) => (
          <>
            <div className={styles.counts}>
              {(['red', 'orange', 'yellow'] as const).map((grade) => (
                <span key={grade} className={styles.count}>
                  <GradeBadge grade={grade} /> <b>{reply.counts[grade]}</b>
                </span>
              ))}
            </div>
            <WarningTable warnings={reply.warnings} />
          </>
        )}
      </QueryState>
    </>
  )
}

function Actions() {
  const text = useTranslations('warning')
  const nameOf = usePeriodName()
  const { message } = App.useApp()
  const mayLook = useMay(lookForWarnings)
  const look = useLook()
  const { data } = useQuery(standings({}))
  const [period] = monthsOnly(data?.periods ?? [])
  return (
    <>
      <LinkButton to="/warnings/rules">{text('rules')}</LinkButton>
      {mayLook && period && (
        <Button
          type="primary"
          loading={look.isPending}
          onClick={() =>
            look.mutate(
              { period },
              { onSuccess: (done) => void message.success(text('ran', done)) },
            )
          }
        >
          {text('run', { period: nameOf(period) })}
        </Button>
      )}
    </>
  )
}

const subjects = ['region', 'park', 'industry', 'chain', 'enterprise'] as const

function Filters({
  search,
  onChoose,
}: {
  search: WarningSearch
  onChoose: (next: WarningSearch) => void
}) {
  const text = useTranslations('warning')
  return (
    <search className={styles.bar} style={{ marginBottom: 12 }}>
      <Segmented
        value={search.state ?? 'open'}
        onChange={(state) => onChoose({ state })}
        aria-label={text('columns.state')}
        options={(['open', 'cleared', 'all'] as const).map((state) => ({
          value: state,
          label: text(state),
        }))}
      />
      <Select
        allowClear
        className={styles.period ?? ''}
        placeholder={text('columns.grade')}
        aria-label={text('columns.grade')}
        value={search.grade ?? null}
        onChange={(grade) => onChoose({ grade: grade ?? undefined })}
        options={(['red', 'orange', 'yellow'] as const).map((grade) => ({
          value: grade,
          label: text(`grade.${grade}`),
        }))}
      />
      <Select
        allowClear
        className={styles.period ?? ''}
        placeholder={text('columns.subject')}
        aria-label={text('columns.subject')}
        value={search.subject ?? null}
        onChange={(subject) => onChoose({ subject: subject ?? undefined })}
        options={subjects.map((subject) => ({ value: subject, label: text(`subject.${subject}`) }))}
      />
      <Input.Search
        allowClear
        className={styles.search ?? ''}
        placeholder={text('search')}
        aria-label={text('search')}
        defaultValue={search.text ?? ''}
        onSearch={(words) => onChoose({ text: words || undefined })}
      />
    </search>
  )
}

function WarningTable({ warnings: rows }: { warnings: readonly Warning[] }) {
  const text = useTranslations('warning')
  const [judging, setJudging] = useState<Warning>()
  const [handing, setHanding] = useState<Warning>()
  const columns = useColumns(setJudging, setHanding)
  return (
    <>
      <DataTable<Warning>
        label={text('title')}
        rows={rows}
        rowKey="id"
        columns={columns}
        empty={<EmptyState title={text('none')} hint={text('noneHint')} />}
      />
      {judging && <JudgeDialog warning={judging} onClose={() => setJudging(undefined)} />}
      {handing && <MatterDialog warning={handing} onClose={() => setHanding(undefined)} />}
    </>
  )
}

function useColumns(
  onJudge: (warning: Warning) => void,
  onHand: (warning: Warning) => void,
): TableColumnsType<Warning> {
  const text = useTranslations('warning')
  const nameOf = usePeriodName()
  const mayJudge = useMay(judgeWarning)
  return [
    {
      title: text('columns.grade'),
      render: (_, { grade }) => <GradeBadge grade={grade} />,
    },
    {
      title: text('columns.subject'),
      render: (_, { subject, subjectName }) => (
        <>
          {subject.kind === 'enterprise' ? (
            <Link to="/enterprises/$enterpriseId" params={{ enterpriseId: subject.code }}>
              {subjectName}
            </Link>
          ) : (
            subjectName
          )}
          <div className={styles.scope}>{text(`subject.${kindOf(subject.kind)}`)}</div>
        </>
      ),
    },
    {
      title: text('columns.rule'),
      render: (_, { ruleName, because }) => (
        <>
          {ruleName}
          <div className={styles.scope} title={because}>
            {because}
          </div>
        </>
      ),
    },
    {
      title: text('columns.figures'),
      render: (_, { figures }) =>
        Object.entries(figures).map(([name, value]) => (
          <div key={name}>{figureWords(name, value)}</div>
        )),
    },
    {
      title: text('columns.span'),
      render: (_, { since, until, isOpen }) => (
        <span className={styles.unit}>
          {isOpen
            ? text('since', { since: nameOf(since) })
            : text('until', { since: nameOf(since), until: nameOf(until) })}
        </span>
      ),
    },
    { title: text('columns.next'), dataIndex: 'nextStep', width: 240 },
    {
      title: text('columns.state'),
      render: (_, warning) => (
        <>
          {warning.verdict && (
            <div>
              {text(warning.verdict.right ? 'right' : 'wrong')}
              <div className={styles.scope}>{warning.verdict.text}</div>
            </div>
          )}
          {warning.matter && (
            <Link to="/matters/$matterId" params={{ matterId: warning.matter }}>
              {text('asMatter')}
            </Link>
          )}
          {mayJudge && !warning.verdict && (
            <Button size="small" type="link" onClick={() => onJudge(warning)}>
              {text('judge')}
            </Button>
          )}
          {mayJudge && !warning.matter && (
            <Button size="small" type="link" onClick={() => onHand(warning)}>
              {text('toMatter')}
            </Button>
          )}
        </>
      ),
    },
  ]
}

function kindOf(kind: Warning['subject']['kind']) {
  return kind === 'size' || kind === 'tag' ? 'region' : kind
}
