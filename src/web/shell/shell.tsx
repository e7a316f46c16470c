import { MenuOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLiveData } from '../api/live.ts'
import { session } from '../api/session.ts'
import { HelpMenu } from '../help/help-menu.tsx'
import { Admitted } from '../identity/admitted.tsx'
import { PersonMenu } from '../identity/person-menu.tsx'
import { RegionChoice } from '../identity/region-choice.tsx'
import { Bell } from '../notification/bell.tsx'
import { SearchBox } from '../search/search-box.tsx'
import { Badge } from '../ui/badge.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { Preparation } from './preparation.tsx'
import { SideMenu } from './side-menu.tsx'
import styles from './shell.module.css'

/** What stands around every page. */
export function Shell() {
  const text = useTranslations('shell')
  const query = useQuery(session())
  const who = query.data
  const actions = who?.mustChangePassword ? [] : (who?.actions ?? [])
  const [menuIsOpen, setMenuIsOpen] = useState(false)
  useLiveData()

  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {text('skip')}
      </a>
      <div className={styles.side}>
        <SideMenu actions={actions} />
      </div>
      <Drawer
        open={menuIsOpen}
        onClose={() => setMenuIsOpen(false)}
        placement="left"
        destroyOnHidden
        closable={false}
        aria-label={text('menu')}
        styles={{ wrapper: { width: 248 }, body: { padding: 0, background: '#0C2550' } }}
      >
        <SideMenu actions={actions} onChoose={() => setMenuIsOpen(false)} />
        <div className={styles.inMenu}>
          <HelpMenu />
          <LanguageSwitch />
        </div>
      </Drawer>
      <header className={styles.header}>
        <Button
          className={styles.menuButton ?? ''}
          type="text"
          icon={<MenuOutlined />}
          aria-label={text('menu')}
          onClick={() => setMenuIsOpen(true)}
        />
        <Breadcrumbs />
        <div className={styles.right}>
          {who?.region.simulated && <Badge tone="warn">{text('simulated')}</Badge>}
          {who && <RegionChoice region={who.region} regions={who.regions} />}
          {who && <SearchBox />}
          {who && <Bell />}
          <span className={styles.wide}>
            <HelpMenu />
            <LanguageSwitch />
          </span>
          {who && <PersonMenu user={who.user} organisations={who.organisations} />}
        </div>
      </header>
      <main id="main" className={styles.main} tabIndex={-1}>
        <QueryState query={query}>
          {(who) => (
            <Admitted who={who}>
              {who.region.simulated && <Preparation />}
              <Outlet />
            </Admitted>
          )}
        </QueryState>
      </main>
    </div>
  )
}
