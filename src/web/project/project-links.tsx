import type { ProjectContent, ProjectView } from '#contract/project.ts'
import { type ProjectLinkKind, projectLinkKinds } from '#core/project/project.ts'
import { DeleteOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { PathLink } from '../ui/path-link.tsx'
import { useProblemText } from '../ui/use-problem-text.ts'
import { linkable, useChangeProject } from './queries.ts'
import styles from './project.module.css'

/** The targets, tasks and matters a project is for; found by name and put beside it. */
export function ProjectLinks({ one, mayChange }: { one: ProjectView; mayChange: boolean }) {
  const text = useTranslations('projects')
  const problems = useProblemText()
  const change = useChangeProject()
  const save = (links: ProjectContent['links'], why: string) =>
    change.mutate({
      id: one.id,
      revision: one.revision,
      content: { ...one.content, links },
      why,
    })
  const { links } = one.content
  return (
    <section className={styles.card} aria-label={text('links')}>
      <h2>{text('links')}</h2>
      {one.links.length === 0 && <p className={styles.quiet}>{text('noLinks')}</p>}
      <ul className={styles.list}>
        {one.links.map(({ kind, id, title, link }) => (
          <li key={`${kind} ${id}`}>
            <span className={styles.quiet}>{text(`linkKinds.${kind}`)}</span>
            <PathLink path={link}>{title}</PathLink>
            {mayChange && (
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                aria-label={text('unlink', { title })}
                onClick={() =>
                  save(
                    links.filter((each) => each.kind !== kind || each.id !== id),
                    text('unlinked', { title }),
                  )
                }
              />
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <LinkChoice
          onChoose={({ kind, id, title }) =>
            save([...links, { kind, id }], text('linked', { title }))
          }
        />
      )}
      {change.error && (
        <Alert
          type="error"
          showIcon
          className={styles.problem ?? ''}
          title={problems(change.error).message}
        />
      )}
    </section>
  )
}

interface Choice {
  readonly kind: ProjectLinkKind
  readonly id: string
  readonly title: string
}

function LinkChoice({ onChoose }: { onChoose: (choice: Choice) => void }) {
  const text = useTranslations('projects')
  const [typed, setTyped] = useState('')
  const { data = [] } = useQuery(linkable(typed.trim()))
  const choices = data.flatMap(({ kind, id, title }): Choice[] => {
    const known = projectLinkKinds.find((each) => each === kind)
    return known ? [{ kind: known, id, title: title.text }] : []
  })
  return (
    <Select<string>
      className={styles.choice ?? ''}
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      value={null}
      placeholder={text('addLink')}
      aria-label={text('addLink')}
      notFoundContent={typed.trim() === '' ? null : text('nothingFound')}
      options={choices.map(({ kind, id, title }) => ({
        value: `${kind} ${id}`,
        label: `${text(`linkKinds.${kind}`)}　${title}`,
      }))}
      onChange={(value) => {
        const choice = choices.find(({ kind, id }) => `${kind} ${id}` === value)
        setTyped('')
        if (choice) onChoose(choice)
      }}
    />
  )
}
