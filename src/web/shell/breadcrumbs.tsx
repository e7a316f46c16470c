import { Link, useMatches } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import styles from './breadcrumbs.module.css'

/** Where one is: the stage of the loop, the list, the page. */
export function Breadcrumbs() {
  const text = useTranslations('menu')
  const place = useMatches().at(-1)?.staticData
  if (!place?.page) return <span />
  return (
    <nav aria-label={text('place')} className={styles.place}>
      <ol>
        {place.stage && <li className={styles.stage}>{text(`stages.${place.stage}`)}</li>}
        {place.under && (
          <li>
            {/* The list one came from is not the page one is on, though its address begins alike. */}
            <Link to={place.under.to} activeOptions={{ exact: true }}>
              {text(`entries.${place.under.name}`)}
            </Link>
          </li>
        )}
        <li aria-current="page">{text(`pages.${place.page}`)}</li>
      </ol>
    </nav>
  )
}
