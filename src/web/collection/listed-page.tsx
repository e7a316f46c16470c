import type { listedRows } from '#contract/collection.ts'
import type { Reply } from '#contract/route.ts'
import type { Period } from '#core/period/period.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Select } from 'antd'
import { useTranslations } from 'use-intl'
import { forms, rounds } from '../report/queries.ts'
import { shownFigure } from '../report/typed-figure.ts'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { signedShare } from '../watching/figure-words.ts'
import { usePeriodName } from '../watching/use-period-name.ts'
import { listedOf } from './queries.ts'

const route = getRouteApi('/reports/listed')

type Listed = Reply<typeof listedRows>
type Total = Listed['totals'][number]
type Row = Listed['rows'][number]

/** What reporters told in rows of their own, added up over all of them, each leading to its report. */
export function ListedPage() {
  const text = useTranslations('listed')
  const nameOf = usePeriodName()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const known = useQuery(forms()).data ?? []
  const opened = useQuery(rounds()).data?.rounds ?? []
  const withOwn = known.filter(({ form }) => form.sections.some(({ ownRows }) => ownRows))
  const form = search.form ?? withOwn[0]?.form.code
  const periods = opened.filter((round) => round.form === form).map(({ period }) => period)
  const period = search.period ?? periods[0]
  return (
    <>
      <PageHeader
        title={text('title')}
        note={text('note')}
        actions={
          <>
            {form !== undefined && (
              <Select<string>
                aria-label={text('form')}
                value={form}
                popupMatchSelectWidth={false}
                options={withOwn.map((one) => ({ value: one.form.code, label: one.form.name }))}
                onChange={(next) => void navigate({ search: { form: next }, replace: true })}
              />
            )}
            {period !== undefined && (
              <Select<Period>
                aria-label={text('period')}
                value={period}
                popupMatchSelectWidth={false}
                options={periods.map((value) => ({ value, label: nameOf(value) }))}
                onChange={(next) =>
                  void navigate({ search: { form, period: next }, replace: true })
                }
              />
            )}
          </>
        }
      />
      {form === undefined || period === undefined ? (
        <EmptyState title={text(form === undefined ? 'noForm' : 'none')} />
      ) : (
        <Totals form={form} period={period} />
      )}
    </>
  )
}

function Totals({ form, period }: { form: string; period: Period }) {
  const text = useTranslations('listed')
  const reports = useTranslations('reports')
  const query = useQuery(listedOf({ form, period }))
  return (
    <QueryState query={query}>
      {(told) => (
        <DataTable<Line>
          label={text('title')}
          rows={linesOf(told)}
          rowKey="key"
          empty={text('none')}
          expandable={{ indentSize: 12 }}
          columns={[
            {
              title: text('name'),
              render: (_, { total, row }) => (row ? <Reporter row={row} /> : <Name of={total} />),
            },
            { title: reports('measure'), render: (_, { total }) => total.unit },
            {
              title: text('told'),
              render: (_, { total: { told: all, accepted }, row }) =>
                row ? reports(`states.${row.state}`) : text('toldOf', { told: all, accepted }),
            },
            ...told.columns.map((column) => ({
              title: reports(`kinds.${column}`),
              align: 'end' as const,
              render: (_: unknown, { total, row }: Line) =>
                shownFigure((row?.cells ?? total.sums)[column]) || '—',
            })),
            {
              title: text('growth'),
              align: 'end',
              render: (_, { total, row }) => (row ? '' : signedShare(total.growth)),
            },
          ]}
        />
      )}
    </QueryState>
  )
}

/** A sum, or below it what one reporter told. */
interface Line {
  readonly key: string
  readonly total: Total
  readonly row?: Row
  readonly children?: Line[]
}

function linesOf({ totals, rows }: Listed): readonly Line[] {
  const own = Map.groupBy(rows, keyOf)
  return totals.map((total) => ({
    key: keyOf(total),
    total,
    children: (own.get(keyOf(total)) ?? []).map((row) => ({
      key: `${row.report} ${row.code}`,
      total,
      row,
    })),
  }))
}

function keyOf({ list, name, unit }: Pick<Total, 'list' | 'name' | 'unit'>): string {
  return `${list} ${name} ${unit}`
}

function Name({ of: { list, code, name } }: { of: Total }) {
  const text = useTranslations('listed')
  return (
    <>
      {[code, name].filter(Boolean).join(' ')} <small>{text(`lists.${list}`)}</small>
    </>
  )
}

function Reporter({ row: { report, reporter } }: { row: Row }) {
  return (
    <Link to="/reports/$reportId" params={{ reportId: report }}>
      {reporter}
    </Link>
  )
}
