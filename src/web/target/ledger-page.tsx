import { DownloadOutlined } from '@ant-design/icons'
import { ledgerFile } from '#contract/target.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslations } from 'use-intl'
import { addressOf } from '../api/call.ts'
import { session } from '../api/session.ts'
import type { LedgerSearch } from '../search.ts'
import { AsOfBand, AsOfPicker } from '../ui/as-of.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { LedgerFilters } from './ledger-filters.tsx'
import { LedgerTable } from './ledger-table.tsx'
import { ledger, ledgerFilter, measured } from './queries.ts'
import { TargetDrawer } from './target-drawer.tsx'

const route = getRouteApi('/targets')

/** All published targets, filtered, grouped and sorted as the address says. */
export function LedgerPage() {
  const text = useTranslations('ledger')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(ledger(search))
  const who = useQuery(session())
  const region = who.data?.region.code
  const figures = useQuery({
    ...measured(region ?? '', search.asOf),
    enabled: region !== undefined,
  })
  const choose = (next: LedgerSearch) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false })
  const onAsOf = (day: string | undefined) => choose({ asOf: day })
  return (
    <>
      <PageHeader
        title={text('title')}
        note={query.data && text('total', { total: query.data.total })}
        actions={
          <>
            <AsOfPicker asOf={search.asOf} onAsOf={onAsOf} />
            <LinkButton to="/targets/measures">{text('measures')}</LinkButton>
            <LinkButton to="/targets/compare">{text('compare')}</LinkButton>
            <Button
              type="primary"
              icon={<DownloadOutlined aria-hidden />}
              href={addressOf(ledgerFile, ledgerFilter(search))}
              download
            >
              {text('xlsx')}
            </Button>
          </>
        }
      />
      <AsOfBand asOf={search.asOf} onAsOf={onAsOf} />
      <LedgerFilters search={search} choices={query.data?.choices} onChange={choose} />
      <QueryState query={query}>
        {({ targets }) => (
          <>
            <LedgerTable
              targets={targets}
              search={search}
              measured={figures.data}
              onChange={choose}
            />
            <TargetDrawer
              target={targets.find(({ id }) => id === search.target)}
              onClose={() => choose({ target: undefined })}
            />
          </>
        )}
      </QueryState>
    </>
  )
}
