import type { MatterDetail } from '#contract/matter.ts'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useComment } from './queries.ts'
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
              {unit?.name} {by.name} · {at.slice(0, 16).replace('T', ' ')}
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

/** What people say to each other about it. */
export function Comments({ matter }: { matter: MatterDetail }) {
  const text = useTranslations('matters.one')
  const comment = useComment()
  const [words, setWords] = useState('')
  return (
    <section className={styles.panel}>
      <h2>{text('comments')}</h2>
      <ul className={styles.lines}>
        {matter.comments.map(({ id, by, at, text: said }) => (
          <li key={id}>
            <p>{said}</p>
            <span className={styles.note}>
              {by.name} · {at.slice(0, 16).replace('T', ' ')}
            </span>
          </li>
        ))}
      </ul>
      <Input.Search
        value={words}
        maxLength={2000}
        aria-label={text('comments')}
        enterButton={text('comment')}
        loading={comment.isPending}
        onChange={({ target }) => setWords(target.value)}
        onSearch={(typed) => {
          if (typed.trim() === '') return
          comment.mutate({ id: matter.id, text: typed }, { onSuccess: () => setWords('') })
        }}
      />
    </section>
  )
}
