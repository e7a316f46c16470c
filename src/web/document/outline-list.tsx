import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { OutlineEntry } from './outline.ts'
import styles from './outline-list.module.css'

/** The structure of a document, to go to its parts. */
export function OutlineList({
  outline,
  current,
  onChoose,
}: {
  outline: readonly OutlineEntry[]
  current: OutlineEntry | undefined
  onChoose: (entry: OutlineEntry) => void
}) {
  const words = useTranslations('document')
  const here = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (current) here.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <nav className={styles.outline} aria-label={words('outline')}>
      <p className={styles.title}>{words('outline')}</p>
      {outline.length === 0 && <p className={styles.none}>{words('noOutline')}</p>}
      <ol>
        {outline.map((entry) => (
          <li key={entry.index}>
            <button
              type="button"
              ref={entry === current ? here : undefined}
              data-depth={entry.depth}
              aria-current={entry === current ? 'location' : undefined}
              onClick={() => onChoose(entry)}
            >
              {entry.text}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
