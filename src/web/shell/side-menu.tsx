import type { Action } from '#core/access/action.ts'
import { Link, useMatches } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { firstPage, menuFor } from './menu.ts'
import { MenuIcon } from './menu-icon.tsx'
import styles from './side-menu.module.css'

/** The way through the product, grouped by the stages of its loop. */
export function SideMenu({
  actions,
  onChoose,
}: {
  actions: readonly Action[]
  onChoose?: () => void
}) {
  const text = useTranslations('menu')
  const here = useMatches().at(-1)?.staticData.entry
  return (
    <nav className={styles.menu} aria-label={text('label')}>
      <Link to="/" className={styles.brand} onClick={onChoose}>
        <img src="/icon.svg" alt="" width="30" height="30" />
        <span>
          <strong>{text('product')}</strong>
          <small>{text('claim')}</small>
        </span>
      </Link>
      {firstPage(actions) === '/' && (
        <Link
          to="/"
          className={styles.entry}
          activeOptions={{ exact: true }}
          data-here={here === 'home' || undefined}
          onClick={onChoose}
        >
          <MenuIcon name="home" />
          {text('entries.home')}
        </Link>
      )}
      {actions.length > 0 && (
        <Link
          to="/work"
          className={styles.entry}
          activeOptions={{ exact: true }}
          data-here={here === 'work' || undefined}
          onClick={onChoose}
        >
          <MenuIcon name="work" />
          {text('entries.work')}
        </Link>
      )}
      {menuFor(actions).map(({ stage, entries }) => (
        <div key={stage}>
          <p className={styles.stage} id={`stage-${stage}`}>
            {text(`stages.${stage}`)}
          </p>
          <ul className={styles.entries} aria-labelledby={`stage-${stage}`}>
            {entries.map(({ name, to }) => (
              <li key={name}>
                <Link
                  to={to}
                  className={styles.entry}
                  activeOptions={{ exact: true, includeSearch: false }}
                  data-here={here === name || undefined}
                  onClick={onChoose}
                >
                  <MenuIcon name={name} />
                  {text(`entries.${name}`)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
