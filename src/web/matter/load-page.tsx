import type { UnitLoad } from '#contract/matter-report.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Input } from 'antd'
import { useTranslations } from 'use-intl'
import type { LoadSearch } from '../search.ts'
import { DataTable } from '../ui/data-table.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { unitLoad } from './queries.ts'
import styles from './matters.module.css'

const route = getRouteApi('/matters/load')

/** What units have on their desks and how it went, beside their own time before. */
export function LoadPage() {
  const text = useTranslations('matters.loads')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format()
  const from = search.from ?? `${today.slice(0, 4)}-01-01`
  const to = search.to ?? today
  const query = useQuery(unitLoad({ from, to }))
  const choose = (next: LoadSearch) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true })
  return (
    <>
      <PageHeader title={text('title')} note={text('note')} />
      <search className={styles.filters}>
        <label>
          {text('from')}{' '}
          <Input
            type="date"
            className={styles.choice ?? ''}
            value={from}
            onChange={({ target }) => choose({ from: target.value || undefined })}
          />
        </label>
        <label>
          {text('to')}{' '}
          <Input
            type="date"
            className={styles.choice ?? ''}
            value={to}
            onChange={({ target }) => choose({ to: target.value || undefined })}
          />
        </label>
      </search>
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
            <Link to="/matters" search={{ unit: [unit.id] }}>
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
