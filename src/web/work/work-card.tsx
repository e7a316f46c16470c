import type { Work } from '#contract/work.ts'
import { useFormatter, useTranslations } from 'use-intl'
import { PathLink } from '../ui/path-link.tsx'
import styles from './work-page.module.css'

/** What waits of one kind: how much, and what waits longest. */
export function WorkCard({ work }: { work: Work }) {
  const text = useTranslations('work')
  const format = useFormatter()
  const { kind, count, items, link } = work
  return (
    <section className={styles.card} aria-labelledby={`work-${kind}`}>
      <div className={styles.head}>
        <h2 id={`work-${kind}`}>{text(`kinds.${kind}`)}</h2>
        <strong className={styles.count}>{count}</strong>
      </div>
      <ul className={styles.items}>
        {items.map(({ title, since, link: to }) => (
          <li key={`${to} ${title} ${since}`}>
            <PathLink path={to}>{title}</PathLink>
            <time dateTime={since}>
              {text('since', { moment: format.dateTime(new Date(since), { dateStyle: 'medium' }) })}
            </time>
          </li>
        ))}
      </ul>
      {count > items.length && (
        <PathLink path={link} className={styles.all}>
          {text('all', { count })}
        </PathLink>
      )}
    </section>
  )
}
