import type { UnitLoad } from '#contract/matter-report.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import type { LoadSearch } from '../search.ts'
import { today } from '../ui/china-day.ts'
import { DataTable } from '../ui/data-table.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { LoadSpan } from './load-span.tsx'
import { unitLoad } from './queries.ts'
import styles from './matters.module.css'

const route = getRouteApi('/matters/load')

/** What units have on their desks and how it went, beside their own time before. */
export function LoadPage() {
  const text = useTranslations('matters.loads')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const now = today()
  const from = search.from ?? `${now.slice(0, 4)}-01-01`
  const to = search.to ?? now
  const query = useQuery(unitLoad({ from, to }))
  const choose = (next: LoadSearch) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true })
  return (
    <>
      <PageHeader title={text('title')} note={text('note')} />
      <LoadSpan from={from} to={to} onChange={choose} />
      <QueryState query={query}>{({ units }) => <Loads units={units} />}</QueryState>
    </>
  )
}

function Loads({ units }: { units: readonly UnitLoad[] }) {
  const text = useTranslations('matters.loads')
  const count = (key: 'supporting' | 'dueSoon' | 'late' | 'reopened' | 'extended') => ({
    title: text(key),
    align: 'right' as const,
    render: (_: unknown, load: UnitLoad) => load[key],
  })
  const besideBefore = (key: 'returned' | 'asks') => ({
    title: text(key),
    align: 'right' as const,
    render: (_: unknown, load: UnitLoad) => (
      <>
        {load[key]}
        <div className={styles.note}>
          {text('before')} {load.before[key]}
        </div>
      </>
    ),
  })
  return (
    <DataTable<UnitLoad>
      label={text('title')}
      rows={units}
      rowKey={({ unit }) => unit.id}
      empty={text('none')}
      columns={[
        {
          title: text('unit'),
          render: (_, { unit }) => (
            <Link to="/matters/units/$unitId" params={{ unitId: unit.id }} search={(now) => now}>
              {unit.name}
            </Link>
          ),
        },
        { title: text('open'), align: 'right', render: (_, { open }) => open },
        count('supporting'),
        count('dueSoon'),
        count('late'),
        {
          title: `${text('done')} / ${text('inTime')}`,
          align: 'right',
          render: (_, { done, doneInTime, before }) => (
            <>
              {done} / {doneInTime}
              <div className={styles.note}>
                {text('before')} {before.done} / {before.doneInTime}
              </div>
            </>
          ),
        },
        besideBefore('returned'),
        count('reopened'),
        count('extended'),
        besideBefore('asks'),
      ]}
    />
  )
}
