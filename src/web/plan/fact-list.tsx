import type { ItemContent } from '#contract/plan-items.ts'
import { useTranslations } from 'use-intl'
import styles from './fact-list.module.css'
import { itemFacts } from './item-words.ts'

/** What an item says, as pairs of name and words on one or two lines. */
export function FactList({ item }: { item: ItemContent }) {
  const text = useTranslations('fact')
  const facts = itemFacts(item)
  if (facts.length === 0) return undefined
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, when, words }, index) => (
        // The same name may stand twice, and the order never changes.
        <div key={`${name}-${index}`} data-name={name}>
          <dt>{when === undefined ? text(name) : `${when} ${text(name)}`}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  )
}
