import type { PublishedPlan } from '#contract/plan.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { TableColumnsType } from 'antd'
import { useFormatter, useTranslations } from 'use-intl'
import { Badge } from '../ui/badge.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { plans } from './queries.ts'

/** Plans in force, of the own and of other regions. */
export function PlansPage() {
  const text = useTranslations('plans')
  const shell = useTranslations('shell')
  const format = useFormatter()
  const query = useQuery(plans())
  const columns: TableColumnsType<PublishedPlan> = [
    {
      title: text('plan'),
      key: 'plan',
      render: (_, { id, region, title }) => (
        <Link to="/plans/$region/$planId" params={{ region: region.code, planId: id }}>
          {title}
        </Link>
      ),
    },
    {
      title: text('region'),
      key: 'region',
      render: (_, { region }) => (
        <>
          {region.name} {region.simulated && <Badge tone="warn">{shell('simulated')}</Badge>}
        </>
      ),
    },
    {
      title: text('number'),
      key: 'number',
      render: (_, { versions }) => versions[0]?.meta.documentNumber ?? '—',
    },
    {
      title: text('period'),
      key: 'period',
      render: (_, { versions }) => {
        const period = versions[0]?.meta.period
        return period ? `${period.start}—${period.end}` : '—'
      },
    },
    {
      title: text('version'),
      key: 'version',
      align: 'right',
      render: (_, { versions }) => versions[0]?.number,
    },
    {
      title: text('targets'),
      key: 'targets',
      align: 'right',
      render: (_, { versions }) => versions[0]?.counts.target,
    },
    {
      title: text('publishedAt'),
      key: 'publishedAt',
      render: (_, { versions }) =>
        versions[0] && format.dateTime(new Date(versions[0].publishedAt), { dateStyle: 'medium' }),
    },
  ]
  return (
    <>
      <PageHeader title={text('title')} note={text('note')} />
      <QueryState query={query}>
        {(list) => (
          <DataTable
            label={text('title')}
            rowKey="id"
            rows={list}
            columns={columns}
            empty={
              <EmptyState
                title={text('none')}
                hint={text('noneHint')}
                action={
                  <LinkButton to="/import" look="primary">
                    {text('import')}
                  </LinkButton>
                }
              />
            }
          />
        )}
      </QueryState>
    </>
  )
}
