import { proposeDuties } from '#contract/matter-duty.ts'
import { bulletinDocx, bulletinXlsx } from '#contract/matter-report.ts'
import { callOf } from '#contract/route.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useTranslations } from 'use-intl'
import { useMay } from '../api/use-may.ts'
import type { MatterSearch } from '../search.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { MatterBoard } from './matter-board.tsx'
import { MatterFilters } from './matter-filters.tsx'
import { MatterTable } from './matter-table.tsx'
import { matterCounts, matterPages, type MatterQuestion } from './queries.ts'
import styles from './matters.module.css'

const route = getRouteApi('/matters')
const views = ['owe', 'wait', 'review', 'mine', 'watched', 'all'] as const

/** The desk: what I owe, what I wait for, what I must review; as a list or a board. */
export function MattersPage() {
  const text = useTranslations('matters')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const choose = (next: MatterSearch) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false })
  const question = questionOf(search)
  const counts = useQuery(matterCounts(question))
  const waiting = (view: (typeof views)[number]): string =>
    counts.data && (view === 'owe' || view === 'wait' || view === 'review')
      ? ` ${counts.data[view]}`
      : ''
  return (
    <>
      <PageHeader
        title={text('title')}
        note={text('note')}
        actions={<Tools question={question} />}
      />
      <div className={styles.views}>
        <Segmented
          value={search.view ?? 'all'}
          onChange={(view) => choose({ view })}
          aria-label={text('title')}
          options={views.map((view) => ({
            value: view,
            label: `${text(`views.${view}`)}${waiting(view)}`,
          }))}
        />
        <Segmented<'list' | 'board'>
          value={search.show ?? 'list'}
          onChange={(show) => choose({ show })}
          aria-label={text('list')}
          options={[
            { value: 'list', label: text('list') },
            { value: 'board', label: text('board') },
          ]}
        />
      </div>
      <MatterFilters search={search} onChoose={choose} />
      {search.show === 'board' ? (
        <MatterBoard question={question} />
      ) : (
        <MatterList question={question} />
      )}
    </>
  )
}

function questionOf(search: MatterSearch): MatterQuestion {
  return {
    view: search.view ?? 'all',
    phase: search.phase ?? (search.view === 'all' || !search.view ? ['open', 'held'] : []),
    kind: search.kind ?? [],
    lamp: search.lamp ?? [],
    unit: search.unit ?? [],
    ...(search.text && { text: search.text }),
  }
}

function Tools({ question }: { question: MatterQuestion }) {
  const text = useTranslations('matters')
  const maySupervise = useMay(proposeDuties)
  return (
    <>
      {maySupervise && <LinkButton to="/matters/duties">{text('duties')}</LinkButton>}
      <LinkButton to="/matters/load">{text('load')}</LinkButton>
      <Button href={callOf(bulletinDocx, question).url} download>
        {text('bulletin')}
      </Button>
      <Button href={callOf(bulletinXlsx, question).url} download>
        {text('bulletinTable')}
      </Button>
    </>
  )
}

function MatterList({ question }: { question: MatterQuestion }) {
  const text = useTranslations('matters')
  const query = useInfiniteQuery(matterPages(question))
  return (
    <QueryState query={query}>
      {({ pages }) => (
        <>
          <MatterTable
            matters={pages.flatMap(({ matters }) => matters)}
            empty={<EmptyState title={text('none')} hint={text('noneHint')} />}
          />
          {query.hasNextPage && (
            <div className={styles.more}>
              <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {text('more')}
              </Button>
            </div>
          )}
        </>
      )}
    </QueryState>
  )
}
