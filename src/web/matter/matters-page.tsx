import { proposeDuties } from '#contract/matter-duty.ts'
import { bulletinDocx, bulletinXlsx } from '#contract/matter-report.ts'
import type { MatterId } from '#core/id.ts'
import { callOf } from '#contract/route.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMay } from '../api/use-may.ts'
import type { MatterSearch } from '../search.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { MatterBoard } from './matter-board.tsx'
import { MatterFacets } from './matter-facets.tsx'
import { MatterFilters } from './matter-filters.tsx'
import { MatterMonth } from './matter-month.tsx'
import { questionOf } from './matter-question.ts'
import { MatterTable } from './matter-table.tsx'
import { MatterTimeline } from './matter-timeline.tsx'
import { matterCounts, matterPages, type MatterQuestion } from './queries.ts'
import { RaiseDialog } from './raise-dialog.tsx'
import styles from './matters.module.css'

const route = getRouteApi('/matters')
const views = ['owe', 'wait', 'review', 'mine', 'watched', 'all'] as const
const shapes = ['list', 'board', 'calendar', 'timeline'] as const

/** The desk: what I owe, what I wait for, what I must review; as a list, a board, a calendar or a timeline. */
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
        <Segmented
          value={search.show ?? 'list'}
          onChange={(show) => choose({ show })}
          aria-label={text('shape')}
          options={shapes.map((value) => ({ value, label: text(value) }))}
        />
      </div>
      <MatterFilters search={search} onChoose={choose} />
      {counts.data && <MatterFacets search={search} counts={counts.data} onChoose={choose} />}
      <Shown search={search} question={question} onChoose={choose} />
    </>
  )
}

function Shown({
  search,
  question,
  onChoose,
}: {
  search: MatterSearch
  question: MatterQuestion
  onChoose: (next: MatterSearch) => void
}) {
  switch (search.show ?? 'list') {
    case 'list':
      return <MatterList question={question} search={search} onChoose={onChoose} />
    case 'board':
      return <MatterBoard question={question} />
    case 'calendar':
      return <MatterMonth question={question} month={search.month} onChoose={onChoose} />
    case 'timeline':
      return <MatterTimeline question={question} />
  }
}

function Tools({ question }: { question: MatterQuestion }) {
  const text = useTranslations('matters')
  const maySupervise = useMay(proposeDuties)
  const [isRaising, setIsRaising] = useState(false)
  return (
    <>
      {maySupervise && (
        <Button type="primary" onClick={() => setIsRaising(true)}>
          {text('raise')}
        </Button>
      )}
      {maySupervise && <LinkButton to="/matters/duties">{text('duties')}</LinkButton>}
      <LinkButton to="/matters/load">{text('load')}</LinkButton>
      <Button href={callOf(bulletinDocx, question).url} download>
        {text('bulletin')}
      </Button>
      <Button href={callOf(bulletinXlsx, question).url} download>
        {text('bulletinTable')}
      </Button>
      {isRaising && <RaiseDialog onClose={() => setIsRaising(false)} />}
    </>
  )
}

function MatterList({
  question,
  search,
  onChoose,
}: {
  question: MatterQuestion
  search: MatterSearch
  onChoose: (next: MatterSearch) => void
}) {
  const text = useTranslations('matters')
  const { sort = 'due', order = 'up' } = search
  const query = useInfiniteQuery(matterPages(question, { sort, order }))
  const [marked, setMarked] = useState<readonly MatterId[]>([])
  return (
    <QueryState query={query}>
      {({ pages }) => {
        const matters = pages.flatMap((page) => page.matters)
        return (
          <>
            <BulkBar
              matters={matters.filter(({ id }) => marked.includes(id))}
              onDone={() => setMarked([])}
            />
            <MatterTable
              matters={matters}
              marked={marked}
              sort={sort}
              order={order}
              onMark={setMarked}
              onSort={onChoose}
              empty={<EmptyState title={text('none')} hint={text('noneHint')} />}
            />
            {query.hasNextPage && (
              <div className={styles.more}>
                <Button
                  loading={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                >
                  {text('more')}
                </Button>
              </div>
            )}
          </>
        )
      }}
    </QueryState>
  )
}
