import { useTranslations } from 'use-intl'
import styles from './document-view.module.css'
import type { Mark } from './marks.ts'

const kinds = ['target', 'task', 'project', 'industry', 'park'] as const
const looks = ['doubtful', 'accepted', 'rejected'] as const
const severities = ['error', 'warning', 'info'] as const

/** What the marks in a document mean. */
export function MarkLegend() {
  const text = useTranslations('mark')
  const kindWords = useTranslations('kind')
  const severityWords = useTranslations('severity')
  return (
    <dl className={styles.legend}>
      <dt>{text('kinds')}</dt>
      <dd>
        {kinds.map((kind) => (
          <Sample key={kind} words={kindWords(kind)} kind={kind} look="pending" />
        ))}
      </dd>
      <dt>{text('states')}</dt>
      <dd>
        {looks.map((look) => (
          <Sample key={look} words={text(look)} kind="target" look={look} />
        ))}
      </dd>
      <dt>{text('findings')}</dt>
      <dd>
        {severities.map((look) => (
          <Sample key={look} words={severityWords(look)} kind="finding" look={look} />
        ))}
      </dd>
    </dl>
  )
}

function Sample({ words, kind, look }: { words: string } & Pick<Mark, 'kind' | 'look'>) {
  return (
    <mark className={styles.mark} data-kind={kind} data-look={look}>
      {words}
    </mark>
  )
}
