import type { EnterpriseWords } from '#contract/enterprise.ts'
import type { EnterpriseId } from '#core/id.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { HistoryCard } from '../ui/history-card.tsx'
import { history } from './queries.ts'
import { readable } from './readable-change.ts'

/** What was entered about an enterprise. */
export function EnterpriseHistory({ id, words }: { id: EnterpriseId; words: EnterpriseWords }) {
  const text = useTranslations('enterprises')
  const query = useQuery(history(id))
  return (
    <HistoryCard
      query={query}
      empty={text('noHistory')}
      readable={(held) => readable(held, words)}
    />
  )
}
