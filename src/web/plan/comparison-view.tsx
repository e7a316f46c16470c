import type { Comparison } from '#contract/plan.ts'
import { Segmented } from 'antd'
import { useTranslations } from 'use-intl'
import { itemKinds } from '../draft/review-list.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ComparisonRow } from './comparison-row.tsx'
import {
  changeCounts,
  type ComparisonFilter,
  filteredEntries,
  isOfRegions,
  orderedChanges,
} from './comparison-list.ts'
import styles from './comparison-view.module.css'

/** Two plans side by side: what is gone, new or different, with both sentences. */
export function ComparisonView({
  comparison,
  filter,
  onFilter,
}: {
  comparison: Comparison
  filter: ComparisonFilter
  onFilter: (filter: ComparisonFilter) => void
}) {
  const text = useTranslations('compare')
  const kinds = useTranslations('kind')
  const counts = changeCounts(comparison, filter.kind)
  const entries = filteredEntries(comparison, filter)
  const ofRegions = isOfRegions(comparison)
  const changes = orderedChanges(comparison)
  const differing = counts.added + counts.dropped + counts.changed
  return (
    <>
      <div className={styles.filters}>
        <Segmented
          value={filter.kind ?? 'all'}
          onChange={(value) =>
            onFilter({ ...filter, kind: itemKinds.find((kind) => kind === value) })
          }
          options={[
            { value: 'all', label: text('everyKind') },
            ...itemKinds.map((value) => ({ value, label: kinds(value) })),
          ]}
        />
        <Segmented
          value={filter.change ?? 'all'}
          onChange={(value) =>
            onFilter({ ...filter, change: changes.find((change) => change === value) })
          }
          options={[
            { value: 'all', label: `${text('everyChange')} ${differing}` },
            ...changes.map((value) => ({
              value,
              label: `${text(ofRegions ? `regions.${value}` : value)} ${counts[value]}`,
            })),
          ]}
        />
      </div>
      <section className={styles.frame} aria-label={text('title')}>
        <div className={styles.head}>
          <span />
          {([comparison.left, comparison.right] as const).map((side, index) => (
            <div key={index === 0 ? 'left' : 'right'}>
              <strong>{side.regionName}</strong>
              <p>
                {side.title}
                {side.number !== undefined && ` · ${text('version', { number: side.number })}`}
                {side.documentNumber && ` · ${side.documentNumber}`}
              </p>
            </div>
          ))}
        </div>
        {entries.map((entry, index) => (
          // The list is made anew as a whole; its entries have no names of their own.
          <ComparisonRow key={`${entry.kind}-${index}`} entry={entry} ofRegions={ofRegions} />
        ))}
        {entries.length === 0 && <EmptyState title={text('none')} />}
      </section>
    </>
  )
}
