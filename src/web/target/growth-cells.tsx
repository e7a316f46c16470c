import type { TargetContent } from '#contract/plan-items.ts'
import { growthCells } from './ledger-rows.ts'
import styles from './ledger-table.module.css'

/** The growth a target states, each over its years; a dash where it states none. */
export function GrowthCells({ content }: { content: TargetContent }) {
  const cells = growthCells(content)
  if (cells.length === 0) return '—'
  return cells.map(({ words, from, to }) => (
    <div key={`${from}-${to}-${words}`}>
      {words}
      <small className={styles.year}>
        {from}—{to}
      </small>
    </div>
  ))
}
