import { Link } from '@tanstack/react-router'
import { Popover } from 'antd'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { TermName } from './glossary.ts'
import styles from './term.module.css'

/** A word that explains itself when clicked, or chosen by keyboard. */
export function Term({ name, children }: { name: TermName; children?: ReactNode }) {
  const text = useTranslations('glossary')
  const help = useTranslations('help')
  const term = text(`${name}.term`)
  return (
    <Popover
      trigger="click"
      title={term}
      content={
        <div className={styles.meaning}>
          <p>{text(`${name}.meaning`)}</p>
          <Link to="/glossary">{help('moreTerms')}</Link>
        </div>
      }
    >
      <button type="button" className={styles.term} title={help('explain', { term })}>
        {children ?? term}
      </button>
    </Popover>
  )
}
