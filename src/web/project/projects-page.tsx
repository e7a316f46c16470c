import { addProject, type ProjectRow } from '#contract/project.ts'
import { projectStages } from '#core/project/project.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button, Input, Select, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { useMay } from '../api/use-may.ts'
import type { ProjectSearch } from '../search.ts'
import { AsOfBand, AsOfPicker } from '../ui/as-of.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { PaceBadge } from './pace-badge.tsx'
import { ProjectDrawer } from './project-drawer.tsx'
import { chosenProjects, sumsOf } from './project-rows.ts'
import { projects, units } from './queries.ts'
import styles from './project.module.css'

const route = getRouteApi('/projects')

/** The key projects: where each stands, and how far the money of the year has gone. */
export function ProjectsPage() {
  const text = useTranslations('projects')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const rows = useQuery(projects(search.asOf))
  const known = useQuery(units())
  const mayManage = useMay(addProject)
  const [isAdding, setIsAdding] = useState(false)
  const choose = (next: ProjectSearch) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false })
  const onAsOf = (day: string | undefined) => choose({ asOf: day })
  return (
    <>
      <PageHeader
        title={text('title')}
        note={text('note')}
        actions={
          <>
            <AsOfPicker asOf={search.asOf} onAsOf={onAsOf} />
            {mayManage && (
              <>
                <LinkButton to="/projects/import">{text('import')}</LinkButton>
                <Button type="primary" onClick={() => setIsAdding(true)}>
                  {text('add')}
                </Button>
              </>
            )}
          </>
        }
      />
      <AsOfBand asOf={search.asOf} onAsOf={onAsOf} />
      <Filters search={search} onChange={choose} />
      <QueryState query={rows}>
        {({ year, projects: all }) => {
          const chosen = chosenProjects(all, search)
          return (
            <>
              <Sums rows={chosen} year={year} />
              <ProjectTable rows={chosen} isEmpty={all.length === 0} asOf={search.asOf} />
            </>
          )
        }}
      </QueryState>
      {isAdding && known.data && (
        <ProjectDrawer
          units={known.data}
          onClose={() => setIsAdding(false)}
          onSaved={({ id }) =>
            void navigate({ to: '/projects/$projectId', params: { projectId: id } })
          }
        />
      )}
    </>
  )
}

function Filters({
  search,
  onChange,
}: {
  search: ProjectSearch
  onChange: (next: ProjectSearch) => void
}) {
  const text = useTranslations('projects')
  return (
    <search className={styles.filters}>
      <Input.Search
        allowClear
        key={search.text}
        defaultValue={search.text ?? ''}
        placeholder={text('search')}
        aria-label={text('search')}
        onSearch={(typed) => onChange({ text: typed.trim() || undefined })}
      />
      <Select
        allowClear
        aria-label={text('stage')}
        placeholder={text('stage')}
        value={search.stage ?? null}
        options={projectStages.map((value) => ({ value, label: text(`stages.${value}`) }))}
        onChange={(stage: ProjectSearch['stage'] | null) => onChange({ stage: stage ?? undefined })}
      />
      <Select
        allowClear
        aria-label={text('pace')}
        placeholder={text('pace')}
        value={search.pace ?? null}
        options={(['on-time', 'slow', 'late'] as const).map((value) => ({
          value,
          label: text(`paces.${value}`),
        }))}
        onChange={(pace: ProjectSearch['pace'] | null) => onChange({ pace: pace ?? undefined })}
      />
    </search>
  )
}

function Sums({ rows, year }: { rows: readonly ProjectRow[]; year: number | undefined }) {
  const text = useTranslations('projects')
  const { share, ...sums } = sumsOf(rows)
  return (
    <p className={styles.counts} aria-live="polite">
      {text('counts', sums)}
      {year !== undefined && text('yearCounts', { year: String(year), ...sums })}
      {share !== undefined && text('shareOfPlan', { share })}
    </p>
  )
}

function ProjectTable({
  rows,
  isEmpty,
  asOf,
}: {
  rows: readonly ProjectRow[]
  isEmpty: boolean
  asOf: string | undefined
}) {
  const text = useTranslations('projects')
  const columns = useColumns(asOf)
  const emptyHint = asOf === undefined ? 'emptyHint' : 'emptyThen'
  return (
    <DataTable<ProjectRow>
      label={text('title')}
      rowKey="id"
      size="small"
      isLong
      rows={rows}
      columns={columns}
      empty={
        <EmptyState
          title={text(isEmpty ? 'empty' : 'none')}
          hint={text(isEmpty ? emptyHint : 'noneHint')}
        />
      }
    />
  )
}

function useColumns(asOf: string | undefined): TableColumnsType<ProjectRow> {
  const text = useTranslations('projects')
  const format = useFormatter()
  const amount = (value: number | undefined): string =>
    value === undefined ? '—' : format.number(value, { maximumFractionDigits: 0 })
  const percent = (value: number | undefined): string =>
    value === undefined ? '—' : format.number(value, { style: 'percent', maximumFractionDigits: 1 })
  return [
    {
      title: text('name'),
      key: 'name',
      width: 280,
      sorter: (a, b) => a.name.localeCompare(b.name, 'zh-CN'),
      render: (_, { id, name }) => (
        <Link to="/projects/$projectId" params={{ projectId: id }} search={{ asOf }}>
          {name}
        </Link>
      ),
    },
    {
      title: text('stage'),
      key: 'stage',
      width: 88,
      render: (_, { stage }) => text(`stages.${stage}`),
    },
    { title: text('unit'), key: 'unit', width: 190, render: (_, { unit }) => unit ?? '—' },
    {
      title: text('total'),
      key: 'total',
      width: 130,
      align: 'right',
      sorter: (a, b) => Number(a.total) - Number(b.total),
      render: (_, { total }) => amount(Number(total)),
    },
    {
      title: text('yearPlan'),
      key: 'yearPlan',
      width: 112,
      align: 'right',
      sorter: (a, b) => (a.progress.yearPlan ?? 0) - (b.progress.yearPlan ?? 0),
      render: (_, { progress }) => amount(progress.yearPlan),
    },
    {
      title: text('thisYear'),
      key: 'thisYear',
      width: 112,
      align: 'right',
      defaultSortOrder: 'descend',
      sorter: (a, b) => (a.progress.thisYear ?? -1) - (b.progress.thisYear ?? -1),
      render: (_, { progress }) => amount(progress.thisYear),
    },
    {
      title: text('yearShare'),
      key: 'yearShare',
      width: 104,
      align: 'right',
      sorter: (a, b) => (a.progress.yearShare ?? -1) - (b.progress.yearShare ?? -1),
      render: (_, { progress }) => percent(progress.yearShare),
    },
    {
      title: text('pace'),
      key: 'pace',
      width: 116,
      render: (_, { progress }) => (progress.pace ? <PaceBadge pace={progress.pace} /> : '—'),
    },
    {
      title: text('totalShare'),
      key: 'totalShare',
      width: 88,
      align: 'right',
      render: (_, { progress }) => percent(progress.totalShare),
    },
  ]
}
