import type { ComparedItem, ComparisonEntry } from '#contract/plan.ts'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { Badge, type Tone } from '../ui/badge.tsx'
import type { Change } from './comparison-list.ts'
import styles from './comparison-view.module.css'
import { readableDifferences } from './difference-name.ts'
import { FactList } from './fact-list.tsx'
import { itemTitle } from './item-words.ts'
import { quoteWords } from './quote-words.ts'
import { useDifferenceWords } from './use-difference-words.ts'
import { useFieldName } from './use-field-name.ts'

const tones: Record<Change, Tone> = {
  dropped: 'bad',
  added: 'brand',
  changed: 'warn',
  same: 'none',
}

/** One item on both sides, with what differs. */
export function ComparisonRow({
  entry,
  ofRegions,
}: {
  entry: ComparisonEntry
  ofRegions: boolean
}) {
  const text = useTranslations('compare')
  const fieldName = useFieldName()
  const valueWords = useDifferenceWords()
  // Between two regions nearly everything differs: both sides say it themselves.
  const differences = ofRegions ? [] : readableDifferences(entry.differences)
  return (
    <article className={styles.row}>
      <Badge tone={ofRegions ? 'none' : tones[entry.change]}>
        {text(ofRegions ? `regions.${entry.change}` : entry.change)}
      </Badge>
      <Side item={entry.left} />
      <Side item={entry.right} />
      {differences.length > 0 && (
        <ul className={styles.differences}>
          {differences.map(({ field, year, left, right }, index) => (
            <li key={`${field}-${year ?? index}`}>
              <span>{[year, fieldName(field)].filter(Boolean).join(' ')}</span>
              <del>{valueWords(field, left)}</del>
              <span aria-hidden="true">→</span>
              <ins>{valueWords(field, right)}</ins>
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}

function Side({ item }: { item: ComparedItem | undefined }) {
  const text = useTranslations('compare')
  if (!item) return <p className={styles.absent}>{text('absent')}</p>
  const { citation, documentId } = item
  return (
    <div className={styles.side}>
      <h2>{itemTitle(item)}</h2>
      <FactList item={item} />
      {citation && <blockquote>{quoteWords(citation.quote)}</blockquote>}
      {citation && documentId && (
        <Link
          to="/documents/$documentId"
          params={{ documentId }}
          search={{ start: citation.start, end: citation.end }}
        >
          {text('source')}
        </Link>
      )}
      {!citation && item.table && <p className={styles.table}>{item.table}</p>}
    </div>
  )
}
