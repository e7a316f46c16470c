import { useTranslations } from 'use-intl'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { termNames } from './glossary.ts'
import styles from './glossary-page.module.css'

/** The words of the field with what they mean here. */
export function GlossaryPage() {
  const text = useTranslations('help')
  const glossary = useTranslations('glossary')
  return (
    <>
      <PageHeader
        title={text('glossary')}
        note={text('glossaryNote')}
        actions={<LinkButton to="/help">{text('toGuide')}</LinkButton>}
      />
      <dl className={styles.terms}>
        {termNames.map((name) => (
          <div key={name}>
            <dt>{glossary(`${name}.term`)}</dt>
            <dd>{glossary(`${name}.meaning`)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
