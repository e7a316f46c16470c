import { DownloadOutlined } from '@ant-design/icons'
import { type LogEntry, logCsv, logXlsx } from '#contract/log.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslations } from 'use-intl'
import { addressOf } from '../api/call.ts'
import type { LogSearch } from '../search.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { LoadingState } from '../ui/loading-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SideDrawer } from '../ui/side-drawer.tsx'
import { LogEntryPane } from './log-entry-pane.tsx'
import { LogFilters } from './log-filters.tsx'
import styles from './log-page.module.css'
import { LogStateLine } from './log-state-line.tsx'
import { LogTable } from './log-table.tsx'
import { logFilter, logPages } from './queries.ts'

const route = getRouteApi('/log')

/** The log, latest first; an entry opens beside it. */
export function LogPage() {
  const text = useTranslations('log')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const query = useInfiniteQuery(logPages(logFilter(search)))
  const choose = (next: LogSearch) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false })
  const entries = query.data?.pages.flatMap((page) => page.entries)
  const exported = logFilter(search)
  return (
    <>
      <PageHeader
        title={text('title')}
        note={text('note')}
        actions={
          <>
            <Button href={addressOf(logCsv, exported)} download>
              {text('csv')}
            </Button>
            <Button
              type="primary"
              icon={<DownloadOutlined aria-hidden />}
              href={addressOf(logXlsx, exported)}
              download
            >
              {text('xlsx')}
            </Button>
          </>
        }
      />
      <LogStateLine />
      <LogFilters search={search} onChange={choose} />
      {!entries && query.error && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {!entries && !query.error && <LoadingState />}
      {entries && (
        <>
          <LogTable entries={entries} onChoose={({ position }) => choose({ entry: position })} />
          <div className={styles.more}>
            {query.hasNextPage ? (
              <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {text('more')}
              </Button>
            ) : (
              entries.length > 0 && text('end')
            )}
          </div>
          <Chosen
            entry={entries.find(({ position }) => position === search.entry)}
            onChange={choose}
          />
        </>
      )}
    </>
  )
}

function Chosen({
  entry,
  onChange,
}: {
  entry: LogEntry | undefined
  onChange: (next: LogSearch) => void
}) {
  const text = useTranslations('log')
  return (
    <SideDrawer
      title={entry ? text('entry', { position: entry.position }) : ''}
      open={entry !== undefined}
      onClose={() => onChange({ entry: undefined })}
    >
      {entry && <LogEntryPane entry={entry} onFilter={onChange} />}
    </SideDrawer>
  )
}
