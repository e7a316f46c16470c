import type { MatterDetail } from '#contract/matter.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Mentions } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useProblemText } from '../ui/use-problem-text.ts'
import { mentionedIn } from './mentions.ts'
import { matterPeople, useComment } from './queries.ts'
import { WhenWords } from './when-words.tsx'
import styles from './matters.module.css'

/** What people say to each other about a matter; who is mentioned with @ is told. */
export function Comments({ matter }: { matter: MatterDetail }) {
  const text = useTranslations('matters.one')
  const problemText = useProblemText()
  const comment = useComment()
  const { data: people = [] } = useQuery(matterPeople())
  const [words, setWords] = useState('')
  const say = () =>
    comment.mutate(
      { id: matter.id, text: words, mentions: mentionedIn(words, people) },
      { onSuccess: () => setWords('') },
    )
  return (
    <section className={styles.panel}>
      <h2>{text('comments')}</h2>
      <ul className={styles.lines}>
        {matter.comments.map(({ id, by, at, text: said }) => (
          <li key={id}>
            <p>{said}</p>
            <span className={styles.note}>
              {by.name} · <WhenWords at={at} />
            </span>
          </li>
        ))}
      </ul>
      <Mentions
        rows={2}
        value={words}
        maxLength={5000}
        aria-label={text('comments')}
        placeholder={text('commentHint')}
        onChange={setWords}
        options={people.map(({ id, name, unit }) => ({
          key: id,
          value: name,
          label: unit === undefined ? name : `${name}（${unit}）`,
        }))}
      />
      {comment.error && (
        <Alert
          type="error"
          showIcon
          title={problemText(comment.error).message}
          style={{ marginTop: 8 }}
        />
      )}
      <Button
        style={{ marginTop: 8 }}
        disabled={words.trim() === ''}
        loading={comment.isPending}
        onClick={say}
      >
        {text('comment')}
      </Button>
    </section>
  )
}
