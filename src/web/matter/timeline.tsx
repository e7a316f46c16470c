import type { MatterDetail } from '#contract/matter.ts'
import { useTranslations } from 'use-intl'
import { WhenWords } from './when-words.tsx'
import styles from './matters.module.css'

/** What happened to a matter: who, when, what changed, in whose words. */
export function Timeline({ matter }: { matter: MatterDetail }) {
  const text = useTranslations('matters.one')
  return (
    <section className={styles.panel}>
      <h2>{text('timeline')}</h2>
      <ol className={styles.lines} reversed>
        {matter.timeline.toReversed().map(({ id, at, name, by, unit, words, changes }) => (
          <li key={id}>
            <b>{name}</b>{' '}
            <span className={styles.note}>
              {unit?.name} {by.name} · <WhenWords at={at} />
            </span>
            {words && <p>{words}</p>}
            {changes.map(({ field, before, after }) => (
              <div key={field} className={styles.note}>
                {field} {before || '—'} → {after || '—'}
              </div>
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}
