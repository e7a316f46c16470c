import type { DraftFinding, DraftItem } from '#contract/draft.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { QueryState } from '../ui/query-state.tsx'
import { SideDrawer } from '../ui/side-drawer.tsx'
import { HistoryList } from './history-list.tsx'
import { draftEvents } from './queries.ts'

/** Who did what to a draft, latest first. */
export function HistoryDrawer({
  draftId,
  items,
  findings,
  open,
  onClose,
}: {
  draftId: string
  items: readonly DraftItem[]
  findings: readonly DraftFinding[]
  open: boolean
  onClose: () => void
}) {
  const text = useTranslations('history')
  const query = useQuery({ ...draftEvents(draftId), enabled: open })
  return (
    <SideDrawer title={text('title')} open={open} onClose={onClose}>
      <QueryState query={query}>
        {(events) => <HistoryList events={events} items={items} findings={findings} />}
      </QueryState>
    </SideDrawer>
  )
}
