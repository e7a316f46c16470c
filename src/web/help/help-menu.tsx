import { QuestionCircleOutlined } from '@ant-design/icons'
import { Link, useMatches } from '@tanstack/react-router'
import { Button, Dropdown, Modal } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useShortcut } from '../shell/use-shortcut.ts'
import styles from './help-menu.module.css'

const keys = [
  [['/', 'Ctrl K'], 'search'],
  [['?'], 'showKeys'],
  [['Tab'], 'move'],
  [['Esc'], 'close'],
] as const

/** The manual, the words of the field, and the keys; ? opens the keys, where the page has none of its own. */
export function HelpMenu() {
  const text = useTranslations('help')
  const [isOpen, setIsOpen] = useState(false)
  const hasOwnKeys = useMatches().at(-1)?.staticData.hasOwnKeys ?? false
  useShortcut(
    ({ key }) => key === '?' && !hasOwnKeys,
    () => setIsOpen(true),
  )
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'guide', label: <Link to="/help">{text('title')}</Link> },
            { key: 'glossary', label: <Link to="/glossary">{text('glossary')}</Link> },
            { key: 'keys', label: text('shortcuts'), onClick: () => setIsOpen(true) },
          ],
        }}
      >
        <Button
          type="text"
          aria-label={text('open')}
          icon={<QuestionCircleOutlined aria-hidden />}
        />
      </Dropdown>
      <Modal
        title={text('shortcuts')}
        open={isOpen}
        onCancel={() => setIsOpen(false)}
        footer={null}
      >
        <dl className={styles.keys}>
          {keys.map(([names, what]) => (
            <div key={what}>
              <dt>
                {names.map((name) => (
                  <kbd key={name}>{name}</kbd>
                ))}
              </dt>
              <dd>{text(what)}</dd>
            </div>
          ))}
        </dl>
        <p className={styles.note}>{text('reviewKeys')}</p>
      </Modal>
    </>
  )
}
