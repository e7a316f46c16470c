import { MenuOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLiveData } from '../api/live.ts'
import { session } from '../api/session.ts'
import { Badge } from '../ui/badge.tsx'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { SideMenu } from './side-menu.tsx'
import styles from './shell.module.css'

/** What stands around every page. */
export function Shell() {
  const text = useTranslations('shell')
  const who = useQuery(session()).data
  const [menuIsOpen, setMenuIsOpen] = useState(false)
  useLiveData()

  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {text('skip')}
      </a>
      <div className={styles.side}>
        <SideMenu />
      </div>
      <Drawer
        open={menuIsOpen}
        onClose={() => setMenuIsOpen(false)}
        placement="left"
        closable={false}
        aria-label={text('menu')}
        styles={{ wrapper: { width: 248 }, body: { padding: 0, background: '#0C2550' } }}
      >
        <SideMenu onChoose={() => setMenuIsOpen(false)} />
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
          {who && <span className={styles.region}>{who.region.name}</span>}
          <LanguageSwitch />
          {who && <span className={styles.person}>{who.user.name}</span>}
        </div>
      </header>
      <main id="main" className={styles.main} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  )
}
