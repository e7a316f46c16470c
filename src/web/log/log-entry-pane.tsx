import { actionTexts, entityTexts, pathText, valueText } from '#contract/texts/event-texts.zh.ts'
import type { LogEntry } from '#contract/log.ts'
import { type Difference, differences, type Leaf } from '#core/event/difference.ts'
import { Button, type TableColumnsType } from 'antd'
import { useFormatter, useTranslations } from 'use-intl'
import type { LogSearch } from '../search.ts'
import { DataTable } from '../ui/data-table.tsx'
import { useCodeWords } from '../ui/use-code-words.ts'
import { subjectName } from './entry-words.ts'
import styles from './log-page.module.css'

/** One entry with everything it says, before beside after. */
export function LogEntryPane({
  entry,
  onFilter,
}: {
  entry: LogEntry
  onFilter: (next: LogSearch) => void
}) {
  const text = useTranslations('log')
  const format = useFormatter()
  const actionOf = useCodeWords(actionTexts)
  const kindOf = useCodeWords(entityTexts)
  const { at, by, address, region, action, entity, why, before, after, hash } = entry
  const facts: readonly (readonly [string, string])[] = [
    [text('when'), format.dateTime(new Date(at), { dateStyle: 'full', timeStyle: 'medium' })],
    [text('who'), by.name],
    [text('where'), address ?? text('itself')],
    [text('region'), region.name],
    [text('what'), actionOf(action)],
    [text('subject'), [kindOf(entity.kind), subjectName(entry)].filter(Boolean).join(' · ')],
    ...(why === undefined ? [] : [[text('why'), why] as const]),
    [text('hash'), hash],
  ]
  return (
    <>
      <dl className={styles.facts}>
        {facts.flatMap(([name, value]) => [
          <dt key={`${name} name`}>{name}</dt>,
          <dd key={name}>{value}</dd>,
        ])}
      </dl>
      <Changes changes={differences(before, after)} />
      <div className={styles.links}>
        <Button onClick={() => onFilter({ entry: undefined, person: by.id })}>
          {text('byPerson')}
        </Button>
        <Button onClick={() => onFilter({ entry: undefined, subject: entry.subject })}>
          {text('ofSubject')}
        </Button>
      </div>
    </>
  )
}

function Changes({ changes }: { changes: readonly Difference[] }) {
  const text = useTranslations('log')
  const shown = (value: Leaf | undefined) => (
    <span className={styles.value}>{value === undefined ? text('nothing') : valueText(value)}</span>
  )
  const columns: TableColumnsType<Difference> = [
    { title: text('field'), key: 'field', render: (_, { path }) => pathText(path) },
    { title: text('before'), key: 'before', render: (_, { before }) => shown(before) },
    { title: text('after'), key: 'after', render: (_, { after }) => shown(after) },
  ]
  return (
    <DataTable
      label={text('change')}
      size="small"
      rowKey={({ path }) => path.join('/')}
      rows={changes}
      columns={columns}
      empty={text('noChange')}
    />
  )
}
